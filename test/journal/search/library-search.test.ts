import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Engine } from '../../../electron/journal/engine.ts'
import { encodeTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import type { Input } from '../../../electron/shared/contract/index.ts'
import { ask, someEngine } from '../../support/engine.ts'
import { addTrip, onlyTripFolder, someNote, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

async function find(engine: Engine, query: string, more: Partial<Input<'search.find'>> = {}) {
  const input = { query, mode: 'words', tripId: null, filter: {}, limit: 100, waits: true, ...more } as const
  return valueOf(await ask(engine, 'search.find', input))
}

const about = (sessionId: string, text: string) => ({ ...someNote({ text }), sessionId })

const sentences = async (engine: Engine, query: string) =>
  (await find(engine, query)).hits.map(({ sentence }) => sentence)

test('what is saved, added, moved to the trash and restored is found at once, or not any more', async () => {
  const engine = await someEngine()
  const { library } = engine.context
  const note = someNote({ text: 'Two trains.' })
  const trip = await addTrip(library, [note])
  expect(await sentences(engine, 'trains')).toEqual(['Two trains.'])

  valueOf(
    await ask(engine, 'entries.save', {
      tripId: trip.id,
      entryId: note.id,
      changes: { kind: 'note', text: 'A tram.' },
    }),
  )
  expect(await sentences(engine, 'trains')).toEqual([])
  expect(await sentences(engine, 'tram')).toEqual(['A tram.'])

  const other = await addTrip(library, [someNote({ text: 'Another tram.' })])
  expect(await sentences(engine, 'tram')).toHaveLength(2)
  const { trashId } = valueOf(await library.delete(other.id))
  expect(await sentences(engine, 'tram')).toEqual(['A tram.'])
  valueOf(await library.restore(trashId))
  expect(await sentences(engine, 'tram')).toHaveLength(2)
  valueOf(await ask(engine, 'entries.delete', { tripId: trip.id, entryId: note.id }))
  expect(await sentences(engine, 'tram')).toEqual(['Another tram.'])
})

test('a search for what was attended finds the entries about those sessions, and only in the trip whose plan says so', async () => {
  const engine = await someEngine()
  const { library } = engine.context
  const [here, away] = [crypto.randomUUID(), crypto.randomUUID()]
  const trip = await addTrip(library, [
    about(here, 'A tram.'),
    about(away, 'A tram, too.'),
    someNote({ text: 'Tram.' }),
  ])
  const other = await addTrip(library, [about(here, 'Another tram.')], { title: 'The same programme' })
  const attended = async (query = 'tram', tripId: string | null = null) =>
    (await find(engine, query, { tripId, filter: { attended: true } })).hits.map(({ sentence }) => sentence)
  const attend = async (sessionId: string, attendance: 'attended' | 'left-early' | 'missed') =>
    valueOf(
      await ask(engine, 'programme.edit', { tripId: trip.id, edits: [{ edit: 'attend', sessionId, attendance }] }),
    )
  expect(await attended()).toEqual([])
  await attend(here, 'attended')
  expect(await attended()).toEqual(['A tram.'])
  await attend(away, 'left-early')
  expect((await attended('')).toSorted()).toEqual(['A tram, too.', 'A tram.'])
  await attend(here, 'missed')
  expect(await attended('one two three four five tram', other.id)).toEqual([])
  expect(await attended('tram', trip.id)).toEqual(['A tram, too.'])
})

test('a search answers before all trips have been read, and says how many there are', async () => {
  const engine = await someEngine()
  for (let number = 0; number < 5; number++) await addTrip(engine.context.library, [someNote({ text: 'A tram.' })])
  const events: { read: number; trips: number }[] = []
  engine.on('search.progress', (progress) => events.push(progress))
  const early = await find(engine, 'tram', { waits: false })
  expect(early.progress.trips).toBe(5)
  expect(early.progress.read).toBeLessThan(5)
  expect(await find(engine, 'tram')).toMatchObject({ total: 5, progress: { read: 5, trips: 5 } })
  expect(events.at(-1)).toEqual({ read: 5, trips: 5 })
})

test('the next run starts with the index of the last one, and reads only the trips that have changed since', async () => {
  const documents = await temporaryFolder()
  const first = await someEngine({ documents })
  const trip = await addTrip(first.context.library, [someNote({ text: 'A tram.' })])
  const file = join(await onlyTripFolder(first.context.library), 'trip.json')
  await addTrip(first.context.library, [someNote({ text: 'A train.' })])
  await find(first, 'tram')
  await first.close()

  const second = await someEngine({ documents })
  expect(await find(second, 'tram', { waits: false })).toMatchObject({ total: 1, progress: { read: 2, trips: 2 } })
  await second.close()

  await writeFile(file, encodeTrip({ ...trip, entries: [someNote({ text: 'A bus instead.' })] }))
  const third = await someEngine({ documents })
  expect(await find(third, 'bus', { waits: false })).toMatchObject({ total: 0, progress: { read: 1, trips: 2 } })
  expect(await sentences(third, 'bus')).toEqual(['A bus instead.'])
})

test.each([
  ['empty', async (path: string) => writeFile(path, '')],
  ['garbage', async (path: string) => writeFile(path, Buffer.alloc(100_000, 'Lanyard search 1\n'))],
  ['a folder', async (path: string) => mkdir(path)],
  ['missing', async () => {}],
])('an index on the disk that is %s is made again', async (_, damage) => {
  const documents = await temporaryFolder()
  const first = await someEngine({ documents })
  await addTrip(first.context.library, [someNote({ text: 'A tram.' })])
  await find(first, 'tram')
  await first.close()
  const path = join(first.context.library.folder, '.cache', 'search')
  await rm(path)
  await damage(path)
  expect(await sentences(await someEngine({ documents }), 'tram')).toEqual(['A tram.'])
})

test('a trip that cannot be read is skipped, and found again once it can', async () => {
  const engine = await someEngine()
  await addTrip(engine.context.library, [someNote({ text: 'A tram.' })])
  const file = join(await onlyTripFolder(engine.context.library), 'trip.json')
  const good = await readFile(file)
  await writeFile(file, good.subarray(0, 200))
  const another = await someEngine({ library: engine.context.library.folder })
  await addTrip(another.context.library, [someNote({ text: 'Another tram.' })])
  expect(await find(another, 'tram')).toMatchObject({ total: 1, progress: { read: 1, trips: 1 } })
  await writeFile(file, good)
  expect(await sentences(await someEngine({ library: engine.context.library.folder }), 'tram')).toHaveLength(2)
})

test('a trip with very many different words is found by the first of them, and hides no other trip', async () => {
  const engine = await someEngine()
  await addTrip(engine.context.library, [someNote({ text: 'A tram.' })])
  const words = Array.from({ length: 400_000 }, (_, number) => `w${number.toString(36)}`).join(' ')
  await addTrip(engine.context.library, [someNote({ text: `Another tram. ${words}` })])
  expect(await sentences(engine, 'tram')).toEqual(['Another tram.', 'A tram.'])
  expect(await sentences(engine, 'w1')).toHaveLength(1)
})
