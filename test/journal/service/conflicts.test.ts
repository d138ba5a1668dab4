import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodeTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import type { Conflict } from '../../../electron/shared/history.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { ask, someEngine } from '../../support/engine.ts'
import { addTrip, codeOf, valueOf } from '../../support/library.ts'
import { someTrip } from '../../support/trips.ts'

const copy = 'trip.sync-conflict-20260414-101500-7XQK2PA.json'

async function prepare() {
  const engine = await someEngine()
  const told: { tripId: string; conflicts: Conflict[] }[] = []
  engine.on('trip.merged', (merged) => told.push(merged))
  const { id: tripId } = valueOf(await ask(engine, 'trips.create', someTrip())).trip
  const add = async (title: string) => {
    const fields = { kind: 'note', title, text: `About ${title}.` } as const
    return valueOf(await ask(engine, 'entries.add', { tripId, kind: 'note', day: '2026-04-14', start: null, fields }))
      .trip
  }
  await add('Lunch')
  const base = await add('Walk')
  valueOf(await engine.context.library.keepVersion(tripId))
  const folder = valueOf(await engine.context.library.placeOf(tripId))
  /** The state that another computer has made of it in the meantime. */
  const leave = async (theirs: Trip) => writeFile(join(folder, copy), encodeTrip(theirs))
  return { engine, tripId, base, folder, told, leave }
}

async function prepareAsking() {
  const prepared = await prepare()
  valueOf(await ask(prepared.engine, 'settings.save', { mergeCopies: false }))
  return prepared
}

const late = '2099-01-01T00:00:00.000Z'
const withText = (trip: Trip, index: number, text: string): Trip => ({
  ...trip,
  updatedAt: late,
  ancestors: [...(trip.ancestors ?? []), trip.updatedAt],
  entries: trip.entries.map((entry, at) => (at === index ? { ...entry, text, updatedAt: late } : entry)),
})

describe('a conflict copy beside a trip', () => {
  it('a conflict copy is merged when its trip is opened, and moved out of the folder', async () => {
    const { engine, tripId, base, folder, told, leave } = await prepare()
    const [lunch] = base.entries
    valueOf(
      await ask(engine, 'entries.save', { tripId, entryId: lunch?.id ?? '', changes: { kind: 'note', text: 'Ours.' } }),
    )
    await leave(withText(base, 1, 'Theirs.'))
    const trip = valueOf(await ask(engine, 'trips.open', { tripId }))
    expect(trip.entries.map(({ text }) => text)).toEqual(['Ours.', 'Theirs.'])
    expect(told).toEqual([{ tripId, conflicts: [] }])
    expect(await readdir(folder)).toEqual(['trip.json'])
    const kept = join(engine.context.library.folder, '.history', tripId, 'conflicts', copy)
    expect(await readFile(kept, 'utf8')).toContain('Theirs.')
    expect(valueOf(await ask(engine, 'trips.open', { tripId }))).toEqual(trip)
    expect(told).toHaveLength(1)
  })

  it('merging a conflict copy keeps two versions of what both have changed', async () => {
    const { engine, tripId, base, told, leave } = await prepare()
    const [lunch] = base.entries
    valueOf(
      await ask(engine, 'entries.save', { tripId, entryId: lunch?.id ?? '', changes: { kind: 'note', text: 'Ours.' } }),
    )
    await leave(withText(base, 0, 'Theirs.'))
    const trip = valueOf(await ask(engine, 'trips.open', { tripId }))
    expect(trip.entries.map(({ text }) => text)).toEqual(['Theirs.', 'Ours.', 'About Walk.'])
    expect(told[0]?.conflicts).toMatchObject([{ entryId: lunch?.id, title: 'Lunch', fields: ['text'] }])
  })

  it('a conflict copy is listed, and merged on request', async () => {
    const { engine, tripId, base, leave } = await prepare()
    await leave(withText(base, 1, 'Theirs.'))
    expect(valueOf(await ask(engine, 'conflicts.list', { tripId }))).toEqual([
      { name: copy, holds: { updatedAt: late, entries: 2 }, error: null },
    ])
    const merged = valueOf(await ask(engine, 'conflicts.merge', { tripId, name: copy }))
    expect(merged.trip.entries[1]?.text).toBe('Theirs.')
    expect(valueOf(await ask(engine, 'conflicts.list', { tripId }))).toEqual([])
  })

  describe('a conflict copy when copies are not merged automatically', () => {
    it('a conflict copy stays in place when the trip is opened and automatic merging is off', async () => {
      const { engine, tripId, base, folder, told, leave } = await prepareAsking()
      await leave(withText(base, 1, 'Theirs.'))
      expect(valueOf(await ask(engine, 'trips.open', { tripId }))).toEqual(base)
      expect(await readdir(folder)).toContain(copy)
      expect(told).toEqual([])
    })

    it('a conflict copy is compared with the trip, based on their common state', async () => {
      const { engine, tripId, base, leave } = await prepareAsking()
      const [lunch, walk] = base.entries
      const changes = { kind: 'note', text: 'Ours.' } as const
      valueOf(await ask(engine, 'entries.save', { tripId, entryId: lunch?.id ?? '', changes }))
      await leave(withText(withText(base, 0, 'Theirs.'), 1, 'Theirs, too.'))
      const { since, here, there, both } = valueOf(await ask(engine, 'conflicts.compare', { tripId, name: copy }))
      expect(since).toBe(base.updatedAt)
      expect(here).toMatchObject([{ what: 'changed', entryId: lunch?.id, fields: [{ field: 'text' }] }])
      expect(there).toMatchObject([{ entryId: lunch?.id }, { entryId: walk?.id }])
      expect(both).toMatchObject([{ entryId: lunch?.id, fields: ['text'] }])
    })

    it('a conflict copy is compared with the trip alone if their common state is unknown', async () => {
      const { engine, tripId, base, leave } = await prepareAsking()
      const { writers: _, ...theirs } = withText(base, 1, 'Theirs.')
      await leave({ ...theirs, ancestors: [] })
      const { since, here, there } = valueOf(await ask(engine, 'conflicts.compare', { tripId, name: copy }))
      expect([since, here]).toEqual([null, []])
      expect(there).toMatchObject([{ what: 'changed', title: 'Walk' }])
    })

    it('merging a conflict copy on request can be undone', async () => {
      const { engine, tripId, base, leave } = await prepareAsking()
      await leave(withText(base, 1, 'Theirs.'))
      const merged = valueOf(await ask(engine, 'conflicts.merge', { tripId, name: copy }))
      expect(merged.trip.entries[1]?.text).toBe('Theirs.')
      const undo = { tripId, versionId: merged.undoVersionId, entryId: null }
      const { trip } = valueOf(await ask(engine, 'history.restore', undo))
      expect(trip.entries.map(({ text }) => text)).toEqual(base.entries.map(({ text }) => text))
    })
  })

  it('an unreadable conflict copy is listed and left alone, and the trip opens', async () => {
    const { engine, tripId, base, folder } = await prepare()
    await writeFile(join(folder, copy), 'half of')
    expect(valueOf(await ask(engine, 'trips.open', { tripId }))).toEqual(base)
    const listed = valueOf(await ask(engine, 'conflicts.list', { tripId }))
    expect(listed).toMatchObject([{ name: copy, holds: null, error: { code: 'trip.damaged' } }])
    expect(codeOf(await ask(engine, 'conflicts.merge', { tripId, name: copy }))).toBe('trip.damaged')
    expect(await readFile(join(folder, copy), 'utf8')).toBe('half of')
  })

  it('both sides of a conflict are kept as versions before they are merged', async () => {
    const { engine, tripId, base, leave } = await prepare()
    const theirs = withText(base, 1, 'Theirs.')
    await leave(theirs)
    valueOf(await ask(engine, 'trips.open', { tripId }))
    const saved = valueOf(await ask(engine, 'history.list', { tripId })).map(({ savedAt }) => savedAt)
    expect(saved).toEqual(expect.arrayContaining([base.updatedAt, theirs.updatedAt]))
  })

  it('a file with any other name is not a conflict copy', async () => {
    const { engine, tripId } = await prepare()
    for (const name of ['trip.json', '../trip.json', 'trip (1).json', '']) {
      expect(codeOf(await ask(engine, 'conflicts.merge', { tripId, name }))).toBe('conflict.missing')
    }
  })
})

describe('an untrusted name of a conflict copy', () => {
  it.for([
    'trip (SFConflict /../../../private/secret).json',
    'trip (SFConflict \\..\\..\\secret).json',
    'trip (SFConflict \0).json',
    'trip (SFConflict x).json',
  ])('an untrusted name of a conflict copy is looked up and not used as a path: %j', async (name) => {
    const engine = await someEngine()
    const { library } = engine.context
    const trip = await addTrip(library, [], { title: 'Lantern' })
    const place = valueOf(await library.placeOf(trip.id))
    // The folder that the name leads through, which a careless join needs on some systems.
    await mkdir(join(place, 'trip (SFConflict '), { recursive: true })
    const secret = join(library.folder, '..', 'private')
    await mkdir(secret)
    await writeFile(join(secret, 'secret).json'), encodeTrip({ ...trip, title: 'Secret' }))
    for (const channel of ['conflicts.compare', 'conflicts.merge'] as const) {
      const answer = await ask(engine, channel, { tripId: trip.id, name })
      expect(codeOf(answer)).toBe('conflict.missing')
    }
    expect(await readdir(secret)).toEqual(['secret).json'])
    expect(valueOf(await library.open(trip.id)).title).toBe('Lantern')
  })
})
