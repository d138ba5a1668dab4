import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { deleteEntry } from '../../../electron/journal/edits/delete-entry.ts'
import { saveEntry } from '../../../electron/journal/edits/save-entry.ts'
import { encodeTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import { openLibrary } from '../../../electron/journal/sync/open-library.ts'
import type { Result } from '../../../electron/shared/result.ts'
import { formatConflicts } from '../../../electron/shared/format-conflict.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { App } from '../../../renderer/frame/app.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { start } from '../../../renderer/frame/start.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

let page: PageBridge
let tripId: string
let lunchId: string
let dinnerId: string

async function addNote(title: string, text: string): Promise<string> {
  const fields = { kind: 'note' as const, title, text }
  const input = { tripId, kind: 'note' as const, day: '2026-04-14', start: null, fields }
  return valueOf(await page.bridge.call('entries.add', input)).entryId
}

/** Another Lanyard on the same folder changes the trip, and the window is notified. */
async function changeElsewhere(change: (trip: Trip) => Result<Trip>): Promise<void> {
  const other = openLibrary({ folder: join(page.folder, 'Lanyard') })
  valueOf(await other.update(tripId, change))
  await other.close()
}

const write = (entryId: string, text: string) => (trip: Trip) => saveEntry(trip, entryId, { kind: 'note', text })
const type = (entryId: string, text: string) => act(() => useTrip.getState().editEntry(entryId, { text }))
const hear = () => act(() => page.send('trip.changed', { tripId }))
const shown = (entryId: string) => useTrip.getState().trip?.entries.find(({ id }) => id === entryId)

async function textsOnDisk(): Promise<string[]> {
  const { entries } = valueOf(await page.bridge.call('trips.open', { tripId }))
  return entries.map(({ text }) => text)
}

beforeEach(async () => {
  page = await connectPage()
  tripId = valueOf(await page.bridge.call('trips.create', someTrip())).trip.id
  lunchId = await addNote('Lunch', 'Soup.\n\nBread.')
  dinnerId = await addNote('Dinner', 'Fish.')
  page.onEnd(await start())
  useApp.getState().go({ name: 'trip', tripId, tab: 'journal' })
  render(<App />)
  await screen.findByRole('navigation', { name: 'Days' })
})

describe('changes by others to the open trip', () => {
  it('a change by others is applied, and mentioned in the bar below the trip', async () => {
    await changeElsewhere(write(dinnerId, 'Cheese.'))
    hear()
    await waitFor(() => expect(shown(dinnerId)?.text).toBe('Cheese.'))
    await screen.findByText(/^Changes from another computer arrived at \d\d:\d\d$/)
    expect(await axeFindings()).toEqual([])
  })

  it('a change by others does not affect unsaved text in another entry', async () => {
    type(lunchId, 'Soup and salad.')
    await changeElsewhere(write(dinnerId, 'Cheese.'))
    hear()
    await waitFor(() => expect(shown(dinnerId)?.text).toBe('Cheese.'))
    expect(shown(lunchId)?.text).toBe('Soup and salad.')
    await act(() => useTrip.getState().flush())
    expect(await textsOnDisk()).toEqual(['Soup and salad.', 'Cheese.'])
  })

  it('a change by others is merged with unsaved text in another paragraph of the same entry', async () => {
    type(lunchId, 'Soup.\n\nBread and butter.')
    await changeElsewhere(write(lunchId, 'Cold soup.\n\nBread.'))
    hear()
    expect(shown(lunchId)?.text).toBe('Soup.\n\nBread and butter.')
    await act(() => useTrip.getState().flush())
    await waitFor(() => expect(shown(lunchId)?.text).toBe('Cold soup.\n\nBread and butter.'))
    expect(await textsOnDisk()).toEqual(['Cold soup.\n\nBread and butter.', 'Fish.'])
  })

  it('a change by others to the same paragraph is kept beside ours, with a link to it', async () => {
    type(dinnerId, 'Fish with lemon.')
    await changeElsewhere(write(dinnerId, 'Fish with capers.'))
    hear()
    await act(() => useTrip.getState().flush())
    const message = await screen.findByText('Both versions of “Dinner” were kept, side by side.')
    await waitFor(() => expect(useTrip.getState().trip?.entries).toHaveLength(3))
    expect((await textsOnDisk()).toSorted()).toEqual(['Fish with capers.', 'Fish with lemon.', 'Soup.\n\nBread.'])
    await userEvent.click(within(message.parentElement ?? document.body).getByRole('button', { name: 'Show' }))
    expect(shown(useTrip.getState().entryId ?? '')?.tags).toEqual(['other version'])
    expect(useTrip.getState().entryId).not.toBe(dinnerId)
  })

  it('a change by others does not remove an entry from the screen that is being edited', async () => {
    act(() => useTrip.getState().selectEntry(dinnerId))
    page.fillDisk('ENOSPC')
    type(dinnerId, 'Fish, and the talk of the evening.')
    await act(() => useTrip.getState().flush())
    page.fillDisk(null)
    await changeElsewhere((trip) => deleteEntry(trip, dinnerId))
    hear()
    await waitFor(() => expect(useTrip.getState().changedElsewhereAt).not.toBeNull())
    expect(shown(dinnerId)?.text).toBe('Fish, and the talk of the evening.')
    expect(useTrip.getState().entryId).toBe(dinnerId)
    await act(() => useTrip.getState().flush())
    expect(await textsOnDisk()).toContain('Fish, and the talk of the evening.')
  })
})

describe('conflict copies that a sync program left', () => {
  const copyName = 'trip.sync-conflict-20260414-101500-ABCDEFG.json'

  it('conflict copies are merged when the trip is opened, and a message says so', async () => {
    const { library } = page.engine.context
    const theirs = valueOf(write(dinnerId, 'Fish.\n\nAnd cheese.')(valueOf(await library.open(tripId))))
    const folder = valueOf(await library.placeOf(tripId))
    await writeFile(join(folder, copyName), encodeTrip({ ...theirs, updatedAt: new Date().toISOString() }))
    await act(() => useTrip.getState().open(tripId))
    await screen.findByText('Changes from another computer were merged into this trip.')
    expect(shown(dinnerId)?.text).toBe('Fish.\n\nAnd cheese.')
  })

  it('unreadable conflict copies stay visible', async () => {
    const folder = valueOf(await page.engine.context.library.placeOf(tripId))
    await writeFile(join(folder, copyName), 'garbled')
    await act(() => useTrip.getState().open(tripId))
    await userEvent.click(
      await screen.findByRole('button', { name: '1 copy from another computer cannot be read here' }),
    )
    const dialog = await screen.findByRole('dialog', { name: 'From another computer' })
    expect(dialog.textContent).toContain(copyName)
    expect(dialog.textContent).toContain('is damaged')
    expect(within(dialog).queryByRole('button', { name: /^Merge/ })).toBeNull()
    expect(await axeFindings()).toEqual([])
  })
})

describe('conflicts of which both versions are kept', () => {
  it.each([
    [['Lunch'], 'Both versions of “Lunch” were kept, side by side.'],
    [['Lunch', 'Dinner'], 'Both versions of “Lunch” and 1 more were kept, side by side.'],
    [['', 'Lunch', 'Dinner'], 'Both versions of an entry and 2 more were kept, side by side.'],
  ])('entries named %j are reported as "%s"', (titles, expected) => {
    const ids = { entryId: lunchId, otherId: dinnerId }
    expect(formatConflicts(titles.map((title) => ({ of: 'entry', title, fields: ['text'], ...ids })))).toBe(expected)
  })

  it('a conflict that is not about an entry is named by what it is about', () => {
    const otherId = dinnerId
    expect(formatConflicts([{ of: 'trip', text: 'venue', otherId }])).toBe(
      'Both versions of the venue were kept, side by side.',
    )
    expect(formatConflicts([{ of: 'trip', text: 'dayHeading', day: '2026-04-14', otherId }])).toBe(
      'Both versions of the heading of 14 April 2026 were kept, side by side.',
    )
  })
})
