import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import type { EntryChanges } from '../../../electron/shared/trip.ts'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { JournalScreen } from '../../../renderer/journal/journal-screen.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { connectPage, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

afterEach(forgetDocuments)

const speaker = (name: string) => ({ name, role: '', affiliation: '' })

const entries: (EntryChanges & { day: string })[] = [
  { day: '2026-04-15', kind: 'talk', title: 'Heat', speakers: [speaker('Zoë Ek')], tags: ['sea'], highlight: true },
  { day: '2026-04-14', kind: 'talk', title: 'Opening', speakers: [speaker('Oleh K.')], tags: ['wasm'] },
  { day: '2026-04-14', kind: 'note', title: 'Lunch', private: true, text: 'Noodles.' },
  { day: '2026-04-16', kind: 'encounter', who: 'Zoe Ek', context: 'at the harbour' },
  { day: '2026-04-16', kind: 'talk', title: 'Closing', tags: ['Sea'] },
]

/** Shows the journal of a trip with five entries on three days, with the list of all. */
async function openAll() {
  const page = await connectPage()
  const user = userEvent.setup()
  const { id: tripId } = valueOf(await page.bridge.call('trips.create', someTrip())).trip
  for (const { day, ...fields } of entries) {
    valueOf(await page.bridge.call('entries.add', { tripId, kind: fields.kind, day, start: null, fields }))
  }
  useApp.getState().go({ name: 'trip', tripId, tab: 'journal' })
  await act(() => useTrip.getState().open(tripId))
  render(<JournalScreen />)
  await user.click(within(screen.getByRole('grid', { name: 'Days' })).getByRole('row', { name: /^All days/ }))
  return { ...page, user, tripId }
}

const list = () => screen.getByRole('grid', { name: 'Entries' })
const rows = () => within(list()).queryAllByRole('row')
const titles = () => rows().map((row) => row.querySelector('.entry-row-title')?.textContent)
const headings = () => rows().map((row) => row.querySelector('.entry-row-heading')?.textContent)

const starred = () => useTrip.getState().trip?.entries.filter(({ highlight }) => highlight).length

describe('the list of all entries', () => {
  test('has each day in its order, with its name above its first entry, and how many there are of each kind', async () => {
    await openAll()
    expect(titles()).toEqual(['Opening', 'Lunch', 'Heat', 'Zoe Ek', 'Closing'])
    expect(headings()).toEqual(['Tuesday, 14 April', undefined, 'Wednesday, 15 April', 'Thursday, 16 April', undefined])
    expect(within(list()).getByRole('row', { name: /^Wednesday, 15 April, Talk, Heat/ })).toBeTruthy()
    for (const name of ['3 talks', '1 note', '1 person']) expect(screen.getByRole('button', { name })).toBeTruthy()
    expect(screen.getByRole('row', { name: 'All days, 5 entries' }).getAttribute('aria-selected')).toBe('true')
    expect(await axeFindings()).toEqual([])
  })

  test('can be narrowed to a kind, to what is starred, and to what is private', async () => {
    const { user } = await openAll()
    await user.click(screen.getByRole('button', { name: '3 talks' }))
    expect(titles()).toEqual(['Opening', 'Heat', 'Closing'])
    await user.click(screen.getByRole('button', { name: 'Starred entries only' }))
    expect(titles()).toEqual(['Heat'])
    expect(screen.getByRole('button', { name: '0 notes' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show all' }))
    await user.click(screen.getByRole('button', { name: 'Private entries only' }))
    expect(titles()).toEqual(['Lunch'])
    await user.click(screen.getByRole('button', { name: 'Starred entries only' }))
    expect(screen.getByText('No such entry')).toBeTruthy()
  })

  test('can be narrowed to a day, a person and a tag, whatever their case and accents', async () => {
    const { user } = await openAll()
    await user.click(screen.getByRole('button', { name: 'By day, person and tag' }))
    await user.click(screen.getByRole('button', { name: /Anyone/ }))
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Anyone', 'Zoë Ek2', 'Oleh K.1'])
    await user.click(screen.getByRole('option', { name: /Zoë/ }))
    expect(titles()).toEqual(['Heat', 'Zoe Ek'])
    await user.click(screen.getByRole('button', { name: /Any day/ }))
    await user.click(screen.getByRole('option', { name: /16 April/ }))
    expect(titles()).toEqual(['Zoe Ek'])
    await user.click(screen.getByRole('button', { name: 'By day, person and tag' }))
    expect(titles()).toHaveLength(5)
    await user.click(screen.getByRole('button', { name: 'By day, person and tag' }))
    await user.click(screen.getByRole('button', { name: /Any tag/ }))
    await user.click(screen.getByRole('option', { name: /sea/i }))
    expect(titles()).toEqual(['Heat', 'Closing'])
    expect(await axeFindings()).toEqual([])
  })

  test('keeps an entry that a change would take out of it until another one is opened', async () => {
    const { user } = await openAll()
    await user.click(screen.getByRole('button', { name: 'Starred entries only' }))
    await user.click(within(list()).getByRole('row', { name: /Heat/ }))
    await user.click(screen.getByRole('button', { name: 'A highlight' }))
    expect(titles()).toEqual(['Heat'])
    act(() => useTrip.getState().selectEntry(null))
    expect(screen.getByText('No such entry')).toBeTruthy()
  })

  test('is walked through with the arrow keys from day to day, and Enter opens the text', async () => {
    const { user } = await openAll()
    await user.click(within(list()).getByRole('row', { name: /Lunch/ }))
    await user.keyboard('{ArrowDown}')
    expect(useTrip.getState().day).toBe('2026-04-15')
    expect(document.activeElement?.textContent).toContain('Heat')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Text of Heat' })))
  })

  test('goes on to the next entry when one is deleted, also on another day', async () => {
    const { user } = await openAll()
    await user.click(within(list()).getByRole('row', { name: /Lunch/ }))
    await user.keyboard('{Delete}')
    await waitFor(() => expect(titles()).toEqual(['Opening', 'Heat', 'Zoe Ek', 'Closing']))
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Heat'))
  })

  test('takes the star from several entries of several days, which then stay selected', async () => {
    const { user } = await openAll()
    await user.click(within(list()).getByRole('row', { name: /Lunch/ }))
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}s')
    await waitFor(() => expect(starred()).toBe(2))
    await user.click(screen.getByRole('button', { name: 'Starred entries only' }))
    expect(titles()).toEqual(['Lunch', 'Heat'])
    await user.click(within(list()).getByRole('row', { name: /Lunch/ }))
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}s')
    await waitFor(() => expect(starred()).toBe(0))
    expect(titles()).toEqual(['Lunch', 'Heat'])
    expect(screen.getByText('2 selected')).toBeTruthy()
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(
      useTrip
        .getState()
        .trip?.entries.map(({ day }) => day)
        .toSorted(),
    ).toEqual(entries.map(({ day }) => day).toSorted())
  })

  test('all entries are replaced by those of one day when that is chosen', async () => {
    const { user } = await openAll()
    await user.click(screen.getByRole('row', { name: /^Wednesday, 15 April, 1 entry/ }))
    expect(titles()).toEqual(['Heat'])
    expect(screen.queryByRole('button', { name: '3 talks' })).toBeNull()
  })

  test('shows a new entry, even if it is not what the list was narrowed to', async () => {
    const { user } = await openAll()
    await user.click(screen.getByRole('button', { name: '1 person' }))
    await user.click(within(list()).getByRole('row', { name: /Zoe Ek/ }))
    await user.keyboard('t')
    expect(titles()).toEqual(['Zoe Ek', 'Untitled talk'])
    expect(useTrip.getState().trip?.entries.at(-1)?.day).toBe('2026-04-16')
  })
})
