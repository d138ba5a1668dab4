import { beforeEach, describe, expect, it } from 'vitest'
import type { Trip } from '../../../electron/shared/trip.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { beginTrip } from '../../../renderer/state/begin-trip.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { firstDayToShow } from '../../../renderer/state/session-slice.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { onePixel, someTrip } from '../../support/trips.ts'

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

describe('a new trip', () => {
  it('a new trip opens with a first note on its first day, with the focus in it', async () => {
    const trip = valueOf(await beginTrip(someTrip({ title: 'Begun' })))
    expect(useApp.getState().place).toEqual({ name: 'trip', tripId: trip.id, tab: 'journal' })
    expect(state()).toMatchObject({ day: '2026-04-14', focusEditor: true })
    expect(state().trip?.entries).toMatchObject([{ id: state().entryId, kind: 'note', day: '2026-04-14' }])
  })

  it('a trip opens on today while it is under way, or else on the first day with entries', () => {
    const trip = state().trip
    if (!trip) throw new Error('No trip is open.')
    expect(firstDayToShow(trip, '2026-04-15')).toBe('2026-04-15')
    expect(firstDayToShow(trip, '2027-01-01')).toBe('2026-04-14')
    const entries = [{ day: '2026-04-16' }, { day: '2026-04-13' }] as Trip['entries']
    expect(firstDayToShow({ ...trip, entries }, '2027-01-01')).toBe('2026-04-13')
  })
})

describe('typed text', () => {
  it('typed text shows at once and is on the disk after a flush', async () => {
    const entryId = await addNote('Arrival')
    state().editEntry(entryId, { text: 'The train was late.' })
    expect(state().trip?.entries[0]?.text).toBe('The train was late.')
    expect(state().save.state).toBe('waiting')
    await expect(state().flush()).resolves.toBe(0)
    expect((await onDisk()).entries[0]?.text).toBe('The train was late.')
    expect(state().save.state).toBe('saved')
  })

  it('the revision increases with each state that the disk has, and not before', async () => {
    const entryId = await addNote('Arrival')
    const before = state().revision
    state().editEntry(entryId, { text: 'x' })
    expect(state().revision).toBe(before)
    await state().flush()
    expect(state().revision).toBe(before + 1)
  })

  it('typed text is kept when the disk is full, and saved when there is room again', async () => {
    const entryId = await addNote('Arrival')
    page.fillDisk('ENOSPC')
    state().editEntry(entryId, { text: 'Kept.' })
    await expect(state().flush()).resolves.toBe(1)
    expect(state().save).toMatchObject({ state: 'failed', failure: { code: 'disk.full' } })
    expect(state().trip?.entries[0]?.text).toBe('Kept.')
    page.fillDisk(null)
    state().tryNow()
    await expect(state().flush()).resolves.toBe(0)
    expect((await onDisk()).entries[0]?.text).toBe('Kept.')
  })

  it('typed text survives if the trip is left and opened again before it could be saved', async () => {
    const entryId = await addNote('Arrival')
    const tripId = state().trip?.id ?? ''
    page.fillDisk('ENOSPC')
    state().editEntry(entryId, { text: 'Kept.' })
    await state().flush()
    state().close()
    await state().open(tripId)
    expect(state().trip?.entries[0]?.text).toBe('Kept.')
  })

  it('typed text stays on top of changes by somebody else', async () => {
    const entryId = await addNote('Arrival')
    const tripId = state().trip?.id ?? ''
    state().editEntry(entryId, { text: 'Mine.' })
    await page.bridge.call('entries.save', {
      tripId,
      entryId,
      changes: { kind: 'note', title: 'Theirs', text: 'Theirs.' },
    })
    await state().open(tripId)
    expect(state().trip?.entries[0]).toMatchObject({ title: 'Theirs', text: 'Mine.' })
  })

  it('typed text is saved when another entry is opened', async () => {
    const first = await addNote('First')
    const second = await addNote('Second')
    state().selectEntry(first)
    state().editEntry(first, { text: 'Written.' })
    state().selectEntry(second)
    await state().flush()
    expect(page.calls.filter((channel) => channel === 'entries.save')).toHaveLength(1)
    expect((await onDisk()).entries.find(({ id }) => id === first)?.text).toBe('Written.')
  })

  it('an entry moves to its place when its start changes', async () => {
    await state().addEntry('note', '2026-04-14', { title: 'Ten', start: '2026-04-14T10:00:00+02:00' })
    const nine = await state().addEntry('note', '2026-04-14', { title: 'Eleven', start: '2026-04-14T11:00:00+02:00' })
    state().editEntry(nine ?? '', { start: '2026-04-14T09:00:00+02:00', title: 'Nine' })
    await state().flush()
    expect(titles()).toEqual(['Nine', 'Ten'])
  })
})

describe('a new entry', () => {
  it('a new entry can be written in before it is on the disk: the next keystroke is its own', async () => {
    const before = await addNote('Before')
    const adding = state().addEntry('note', '2026-04-14')
    const entryId = state().entryId ?? ''
    expect(state()).toMatchObject({ focusEditor: true })
    expect(entryId).not.toBe(before)
    state().editEntry(entryId, { text: 'Typed at once.' })
    await expect(adding).resolves.toBe(entryId)
    await expect(state().flush()).resolves.toBe(0)
    expect((await onDisk()).entries.map(({ id, text }) => [id, text])).toEqual([
      [before, ''],
      [entryId, 'Typed at once.'],
    ])
  })

  it('a new entry is kept when the disk is full, with its text, and saved once when there is room again', async () => {
    page.fillDisk('ENOSPC')
    const entryId = await addNote('Arrival')
    state().editEntry(entryId, { text: 'Kept.' })
    await expect(state().flush()).resolves.toBe(1)
    expect(state().save).toMatchObject({ state: 'failed', failure: { code: 'disk.full' } })
    const tripId = state().trip?.id ?? ''
    state().close()
    await state().open(tripId)
    expect(state().trip?.entries).toMatchObject([{ id: entryId, title: 'Arrival', text: 'Kept.' }])
    page.fillDisk(null)
    state().tryNow()
    await expect(state().flush()).resolves.toBe(0)
    expect((await onDisk()).entries).toMatchObject([{ id: entryId, title: 'Arrival', text: 'Kept.' }])
    expect(titles()).toEqual(['Arrival'])
  })

  it('a new entry can be deleted before it was ever on the disk', async () => {
    page.fillDisk('ENOSPC')
    const entryId = await addNote('Arrival')
    await state().deleteEntry(entryId)
    expect(titles()).toEqual([])
    page.fillDisk(null)
    await expect(state().flush()).resolves.toBe(0)
    expect((await onDisk()).entries).toEqual([])
  })
})

describe('refusals', () => {
  it('an entry is not deleted if its latest text could not be saved', async () => {
    const entryId = await addNote('Arrival')
    state().editEntry(entryId, { text: 'Unsaved.' })
    page.fillDisk('ENOSPC')
    await state().deleteEntry(entryId)
    expect(titles()).toEqual(['Arrival'])
    expect(state().save.state).toBe('failed')
  })

  it('a message says what has to wait while text cannot be saved', async () => {
    const entryId = await addNote('Arrival')
    state().editEntry(entryId, { text: 'Unsaved.' })
    page.fillDisk('ENOSPC')
    expect(await state().saveAll('copy')).toMatchObject({
      ok: false,
      error: { code: 'input.unsaved', params: { purpose: 'copy' } },
    })
    page.fillDisk(null)
    expect(await state().saveAll('copy')).toEqual({ ok: true, value: null })
    expect((await onDisk()).entries[0]?.text).toBe('Unsaved.')
  })

  it('a message says why a trip cannot be opened', async () => {
    const tripId = crypto.randomUUID()
    useApp.getState().go({ name: 'trip', tripId, tab: 'journal' })
    await state().open(tripId)
    expect(state().trip).toBeNull()
    expect(state().problem?.code).toBe('trip.missing')
  })

  it('an open trip stays on the screen if it disappears from the disk', async () => {
    const entryId = await addNote('Arrival')
    const tripId = state().trip?.id ?? ''
    await page.bridge.call('trips.delete', { tripId })
    await state().open(tripId)
    expect(titles()).toEqual(['Arrival'])
    state().editEntry(entryId, { text: 'Still here.' })
    await expect(state().flush()).resolves.toBe(1)
    expect(state().trip?.entries[0]?.text).toBe('Still here.')
    const [trashed] = valueOf(await page.bridge.call('library.trash', {}))
    await page.bridge.call('library.restore', { trashId: trashed?.trashId ?? '' })
    await expect(state().flush()).resolves.toBe(0)
  })
})

it('pictures and their details are stored', async () => {
  const photo = await state().addPhoto('hall.png', new Uint8Array(onePixel))
  state().editPhoto(photo?.id ?? '', { caption: 'The hall' })
  await state().flush()
  expect((await onDisk()).photos).toMatchObject([{ id: photo?.id, caption: 'The hall' }])
})
