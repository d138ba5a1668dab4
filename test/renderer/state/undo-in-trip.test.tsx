import { beforeEach, describe, expect, it } from 'vitest'
import type { Trip } from '../../../electron/shared/trip.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

let page: PageBridge
const state = () => useTrip.getState()
const titles = () => state().trip?.entries.map((entry) => (entry.kind === 'encounter' ? entry.who : entry.title))

/** The trip as it is on the disk. */
async function onDisk(): Promise<Trip> {
  return valueOf(await page.bridge.call('trips.open', { tripId: state().trip?.id ?? '' }))
}

async function addNote(title: string, day = '2026-04-14'): Promise<string> {
  const entryId = await state().addEntry('note', day, { title })
  if (entryId === null) throw new Error('No note was made.')
  return entryId
}

beforeEach(async () => {
  page = await connectPage()
  const { trip } = valueOf(await page.bridge.call('trips.create', someTrip()))
  useApp.getState().go({ name: 'trip', tripId: trip.id, tab: 'journal' })
  await state().open(trip.id)
})

describe('undo', () => {
  it('undo restores a deleted entry with the latest text in it', async () => {
    const entryId = await addNote('Arrival')
    await addNote('Dinner')
    state().editEntry(entryId, { text: 'The last word.' })
    await state().deleteEntry(entryId)
    expect(titles()).toEqual(['Dinner'])
    await state().undo()
    expect(titles()).toEqual(['Arrival', 'Dinner'])
    expect(state().trip?.entries[0]?.text).toBe('The last word.')
    expect(state().entryId).toBe(entryId)
    await state().redo()
    expect(titles()).toEqual(['Dinner'])
  })

  it('a message after a deletion offers to undo it once', async () => {
    const entryId = await addNote('Arrival')
    await state().deleteEntry(entryId)
    const action = useApp.getState().toasts.at(-1)?.action
    expect(action?.label).toBe('Undo')
    action?.run()
    await expect.poll(titles).toEqual(['Arrival'])
    action?.run()
    await state().undo()
    expect(titles()).toEqual([])
    expect(useApp.getState().toasts.at(-1)?.message).toBe('Undone: adding “Arrival”. It took 1 word with it.')
  })

  it('undo that comes before a deletion or a move is done takes back just that', async () => {
    const first = await addNote('First')
    await addNote('Second')
    const moving = state().moveEntry(first, '2026-04-16', null)
    await state().undo()
    await moving
    expect(state().trip?.entries.map(({ day }) => day)).toEqual(['2026-04-14', '2026-04-14'])
    const deleting = state().deleteEntry(first)
    await state().undo()
    await deleting
    expect(titles()).toEqual(['First', 'Second'])
  })

  it('undo moves an entry back to where it was', async () => {
    const first = await addNote('First')
    const second = await addNote('Second')
    await state().moveEntry(second, '2026-04-14', first)
    expect(titles()).toEqual(['Second', 'First'])
    await state().moveEntry(second, '2026-04-16', null)
    expect(state().trip?.entries.find(({ id }) => id === second)?.day).toBe('2026-04-16')
    await state().undo()
    expect(titles()).toEqual(['Second', 'First'])
    await state().undo()
    expect(titles()).toEqual(['First', 'Second'])
  })

  it.for(['moveEntry', 'moveSeveral'] as const)(
    'redo of %s puts an entry where it was even if the empty entry after it has vanished',
    async (move) => {
      const day = '2026-04-14'
      await state().addEntry('note', day, { title: 'Last', start: `${day}T20:00:00+02:00` })
      const moved = (await state().addEntry('note', '2026-04-16', { title: 'Moved' })) ?? ''
      const empty = (await state().addEntry('note', day, { start: `${day}T10:00:00+02:00` })) ?? ''
      if (move === 'moveEntry') await state().moveEntry(moved, day, empty)
      else await state().moveSeveral([moved], day, empty)
      state().selectEntry(moved)
      await state().flush()
      expect(titles()).toEqual(['Moved', 'Last'])
      await state().undo()
      expect(titles()).toEqual(['Last', 'Moved'])
      await state().redo()
      expect(titles()).toEqual(['Moved', 'Last'])
    },
  )

  it('the report takes the new title of the trip at once, however fast it changes, and redo does the same', async () => {
    const reported = () => state().trip?.report.title
    const before = reported()
    state().saveTrip({ title: 'One' })
    expect(reported()).toBe('One')
    state().saveTrip({ title: 'Two' })
    expect(reported()).toBe('Two')
    await state().flush()
    expect(reported()).toBe('Two')
    expect((await onDisk()).report.title).toBe('Two')
    await state().undo()
    await state().undo()
    expect(reported()).toBe(before)
    await state().redo()
    await state().redo()
    await state().flush()
    expect((await onDisk()).report.title).toBe('Two')
  })

  it('undo puts several deleted entries back to where they were, even if one was restored for a while', async () => {
    const first = await addNote('First')
    const second = await addNote('Second')
    const third = await addNote('Third')
    await state().deleteSeveral([first, second, third])
    await state().restoreDeleted(first)
    await state().undo()
    expect(titles()).toEqual([])
    await state().undo()
    expect(titles()).toEqual(['First', 'Second', 'Third'])
  })

  it('undo removes a duplicate', async () => {
    const entryId = await addNote('Arrival')
    await state().duplicateEntry(entryId)
    expect(titles()).toHaveLength(2)
    await state().undo()
    expect(titles()).toEqual(['Arrival'])
  })

  it('undo takes back each change of the report, the last one first', async () => {
    const entryId = await addNote('Lunch')
    const record = { include: false, heading: null, excerpt: null, talk: null }
    state().editReport({ entries: { [entryId]: record } }, { undoAs: 'leaving the entry out' })
    state().editReport({ entries: { [entryId]: { ...record, excerpt: 'Short.' } } })
    await state().undo()
    expect(state().trip?.report.entries[entryId]).toEqual(record)
    await state().undo()
    expect(state().trip?.report.entries).toEqual({})
    await state().redo()
    await state().redo()
    expect(state().trip?.report.entries[entryId]).toEqual({ ...record, excerpt: 'Short.' })
    await state().flush()
    expect((await onDisk()).report.entries[entryId]?.include).toBe(false)
  })

  it('undo resets a mark of an entry', async () => {
    const entryId = await addNote('Lunch')
    state().editEntry(entryId, { private: true })
    await state().undo()
    await state().flush()
    expect((await onDisk()).entries[0]?.private).toBe(false)
  })

  it('undo keeps a step that the disk refuses, to be tried again', async () => {
    const entryId = await addNote('Arrival')
    await state().deleteEntry(entryId)
    page.fillDisk('ENOSPC')
    await state().undo()
    expect(titles()).toEqual([])
    page.fillDisk(null)
    await state().undo()
    expect(titles()).toEqual(['Arrival'])
  })
})
