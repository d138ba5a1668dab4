import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { encodeTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { App } from '../../../renderer/frame/app.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { start } from '../../../renderer/frame/start.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

const copyName = 'trip.sync-conflict-20260414-101500-ABCDEFG.json'
const late = new Date(Date.now() + 60_000).toISOString()

let page: PageBridge
let base: Trip
let tripId: string
let folder: string

/** A trip that was changed both here and on another computer since their common state; merging is set to ask. */
beforeEach(async () => {
  page = await connectPage()
  await page.bridge.call('settings.save', { mergeCopies: false })
  tripId = valueOf(await page.bridge.call('trips.create', someTrip())).trip.id
  for (const [title, text] of [
    ['Lunch', 'Soup.'],
    ['Dinner', 'Fish.'],
  ] as const) {
    const fields = { kind: 'note' as const, title, text }
    const input = { tripId, kind: 'note' as const, day: '2026-04-14', start: null, fields }
    base = valueOf(await page.bridge.call('entries.add', input)).trip
  }
  const { library } = page.engine.context
  valueOf(await library.keepVersion(tripId))
  folder = valueOf(await library.placeOf(tripId))
})

async function leave(texts: Record<string, string>): Promise<void> {
  const entries = base.entries.map((entry) => {
    const text = entry.kind === 'note' ? texts[entry.title] : undefined
    return text === undefined ? entry : { ...entry, text, updatedAt: late }
  })
  const theirs = { ...base, entries, updatedAt: late, ancestors: [base.updatedAt] }
  await writeFile(join(folder, copyName), encodeTrip(theirs))
}

async function openTrip(): Promise<HTMLElement> {
  page.onEnd(await start())
  useApp.getState().go({ name: 'trip', tripId, tab: 'journal' })
  render(<App />)
  return screen.findByRole('region', { name: 'From another computer' })
}

const texts = () => useTrip.getState().trip?.entries.map(({ text }) => text)

describe('another computer’s version of a trip, with automatic merging off', () => {
  it('another computer’s version is offered above the trip, and merged with one click', async () => {
    await leave({ Dinner: 'Fish with capers.' })
    const banner = await openTrip()
    expect(banner.textContent).toContain('A version of this trip from another computer is here, last changed today at')
    expect(texts()).toEqual(['Soup.', 'Fish.'])
    expect(await axeFindings()).toEqual([])
    await userEvent.click(within(banner).getByRole('button', { name: 'Merge' }))
    await waitFor(() => expect(texts()).toEqual(['Soup.', 'Fish with capers.']))
    expect(screen.queryByRole('region', { name: 'From another computer' })).toBeNull()
    expect(await readdir(folder)).not.toContain(copyName)
  })

  it('merging another computer’s version can be undone and redone', async () => {
    await leave({ Dinner: 'Fish with capers.' })
    const banner = await openTrip()
    await userEvent.click(within(banner).getByRole('button', { name: 'Merge' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(texts()).toEqual(['Soup.', 'Fish.']))
    await act(() => useTrip.getState().redo())
    expect(texts()).toEqual(['Soup.', 'Fish with capers.'])
  })

  it('another computer’s version can be reviewed: changes here, there, and on both sides', async () => {
    const [lunch] = base.entries
    const ours = { tripId, entryId: lunch?.id ?? '', changes: { kind: 'note' as const, text: 'Soup and bread.' } }
    valueOf(await page.bridge.call('entries.save', ours))
    await leave({ Lunch: 'Cold soup.', Dinner: 'Fish with capers.' })
    const banner = await openTrip()
    await userEvent.click(within(banner).getByRole('button', { name: 'Review…' }))
    const dialog = await screen.findByRole('dialog', { name: 'From another computer' })
    const here = await within(dialog).findByRole('region', { name: 'Changed here since then' })
    expect(here.textContent).toContain('1 entry changed: Lunch')
    const there = within(dialog).getByRole('region', { name: 'Changed on the other computer since then' })
    expect(there.textContent).toContain('2 entries changed: Lunch and Dinner')
    expect(there.textContent).toContain('with capers')
    expect(dialog.textContent).toContain('Changed on both sides: “Lunch”.')
    expect(await axeFindings()).toEqual([])

    await userEvent.click(within(dialog).getByRole('button', { name: `Merge ${copyName}` }))
    await within(dialog).findByText('No copies are left.')
    expect(texts()?.toSorted()).toEqual(['Cold soup.', 'Fish with capers.', 'Soup and bread.'])
  })
})

describe('the setting', () => {
  it('the setting says whether changes from other computers are merged automatically or on request', async () => {
    await leave({ Dinner: 'Fish with capers.' })
    await openTrip()
    await userEvent.keyboard('{Control>},{/Control}')
    const dialog = await screen.findByRole('dialog', { name: 'Settings' })
    const toggle = within(dialog).getByRole('switch', { name: 'Merge changes from other computers automatically' })
    expect(toggle).toHaveProperty('checked', false)
    await userEvent.click(toggle)
    await waitFor(async () => expect(valueOf(await page.bridge.call('app.start', {})).settings.mergeCopies).toBe(true))
    await userEvent.keyboard('{Escape}')
    await act(() => useTrip.getState().open(tripId))
    expect(texts()).toEqual(['Soup.', 'Fish with capers.'])
  })
})
