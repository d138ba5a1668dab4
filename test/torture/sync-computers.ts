import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { PHOTO_FOLDER } from '../../electron/journal/library/photo-files.ts'
import { isSame } from '../../electron/journal/merge/sides.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { missingSyncthing, startPair, type SyncedPair } from '../support/syncthing.ts'
import { must } from './ask.ts'
import { differences, type LibraryState, lookAtLibrary, wordsOf } from './look-at-library.ts'
import { seeded } from './random.ts'
import { engineOver } from './restart.ts'
import { count, emptyRow, type Outcome, type Row } from './row.ts'
import { addEntry, addPhoto, detailsOf, doSomething, type Writer } from './write-apart.ts'

export interface SyncOptions {
  /** So often do two computers go apart and come together. */
  runs: number
  seed: number
  /** So much is done on each of them while they are apart. */
  edits?: number
}

interface Computer extends Writer {
  documents: string
  library: string
  /** Whether Lanyard is open while the files of the other arrive. */
  isOpen: boolean
}

/** So often may the two go on merging what the other has merged. */
const MOST_ROUNDS = 6
/** Longer than it takes until Lanyard has noticed what others did, and has merged it. In milliseconds. */
const NOTICED = 700

/**
 * Two computers: each has the library in a folder that Syncthing keeps the same, and somebody writes on both while they
 * are apart. Once they are connected, each has every entry of both, and nothing is left to be done.
 */
export async function syncComputers({ runs, seed, edits = 200 }: SyncOptions): Promise<Outcome> {
  const test = `two computers, ${edits} edits on each while apart`
  if (missingSyncthing !== null) return { target: 'sync', test, skipped: missingSyncthing }
  const row = emptyRow('sync', test)
  const start = performance.now()
  const seen = { rounds: 0, entries: 0, others: 0, copies: 0 }
  for (let run = 0; run < runs; run++) await syncOnce(row, seed + run, edits, seen)
  row.seconds = (performance.now() - start) / 1000
  row.remark = `${seen.entries} entries, ${seen.others} other versions, ${seen.copies} conflict copies, at most ${seen.rounds} rounds until both were equal`
  return row
}

interface Seen {
  rounds: number
  entries: number
  others: number
  copies: number
}

async function syncOnce(row: Row, seed: number, edits: number, seen: Seen): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-sync-'))
  const computers = [await computer(folder, 'A', seed), await computer(folder, 'B', seed + 1000)] as const
  const [one, other] = computers
  const pair = await startPair([
    { library: one.library, home: join(folder, 'syncthing-A') },
    { library: other.library, home: join(folder, 'syncthing-B') },
  ])
  try {
    const trips = await begin({ ...one, name: 'S' })
    await pair.settle()
    for (const { engine } of computers) await must(engine, 'library.list', {})

    await pair.disconnect()
    await writeApart(one, edits, trips, 'A')
    await writeApart(other, edits, trips, 'B')
    for (const side of computers) if (!side.isOpen) await side.engine.close()
    const before = [await lookAtLibrary(one.library), await lookAtLibrary(other.library)] as const

    await pair.connect()
    await pair.settle()
    const copies = [...(await lookAtLibrary(one.library)).files.keys()].filter((name) => name.includes('sync-conflict'))
    for (const side of computers) if (!side.isOpen) side.engine = await engineOver(side.documents, side.library)
    const { rounds, faults } = await comeToRest(computers, pair)
    for (const { engine } of computers) await engine.close()
    await pair.settle()

    const after = [await lookAtLibrary(one.library), await lookAtLibrary(other.library)] as const
    const lost = [...findLost(before[0], before[1], after[0], 'A'), ...findLost(before[1], before[0], after[0], 'B')]
    for (const name of differences(...after)) faults.push(`${name} is not the same on both`)
    faults.push(...lost, ...findOdd(after[0]), ...(after[0].unreadable ?? []))
    count(row, {
      acknowledged: one.sentences + other.sentences,
      lost: lost.length,
      unreadable: after[0].unreadable.length,
      temporary: [...after[0].files.keys()].filter((name) => name.endsWith('.tmp')),
      faults: faults.map((fault) => `seed ${seed}: ${fault}`),
    })
    const entries = [...after[0].trips.values()].flatMap((trip) => trip.entries)
    seen.rounds = Math.max(seen.rounds, rounds)
    seen.entries += entries.length
    seen.others += entries.filter(({ tags }) => tags.includes('other version')).length
    seen.copies += copies.length
  } finally {
    await pair.stop()
    for (const { engine } of computers) await engine.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function computer(folder: string, name: string, seed: number): Promise<Computer> {
  const documents = join(folder, name)
  const library = join(documents, 'Lanyard')
  await mkdir(library, { recursive: true })
  const engine = await engineOver(documents, library)
  const side: Computer = {
    name,
    documents,
    library,
    engine,
    random: seeded(seed),
    sentences: 0,
    isOpen: seed % 2 === 1,
  }
  if (side.isOpen) lookOn(side)
  return side
}

/** Does what the window does when it is told that something has changed. */
function lookOn({ engine }: Computer): void {
  engine.on('trip.changed', ({ tripId }) => void engine.handlers['trips.open']({ tripId }))
  engine.on('library.changed', () => void engine.handlers['library.list']({}))
}

/** The trips that both have before they part. */
interface Trips {
  /** Both write in these. */
  common: string[]
  /** A deletes it, B writes on in it. */
  deletedOnA: string
  /** B deletes it, and A does nothing with it. */
  deletedOnB: string
  /** A gives its folder another name, B writes on in it. */
  renamed: string
}

async function begin(writer: Writer): Promise<Trips> {
  const make = async (title: string, entries: number) => {
    const { trip } = await must(writer.engine, 'trips.create', detailsOf(title))
    for (let index = 0; index < entries; index++) await addEntry(writer, trip)
    for (let index = 0; index < 2; index++) await addPhoto(writer, trip)
    return trip.id
  }
  return {
    common: [await make('PyCon', 30), await make('Lantern Conf', 8)],
    deletedOnA: await make('Deleted', 4),
    deletedOnB: await make('Thrown away', 4),
    renamed: await make('Renamed', 4),
  }
}

async function writeApart(side: Computer, edits: number, trips: Trips, name: 'A' | 'B'): Promise<void> {
  const { engine, random } = side
  const own: string[] = []
  const shared = name === 'A' ? trips.common : [...trips.common, trips.deletedOnA, trips.renamed]
  for (let index = 0; index < edits; index++) {
    // Some at a moment of their own, the rest by chance.
    if (index === 10) own.push((await must(engine, 'trips.create', detailsOf(`New on ${name}`))).trip.id)
    else if (index === 20) own.push((await must(engine, 'trips.create', detailsOf('New on both'))).trip.id)
    else if (index === 30 && name === 'A') await must(engine, 'trips.delete', { tripId: trips.deletedOnA })
    else if (index === 30 && name === 'B') await must(engine, 'trips.delete', { tripId: trips.deletedOnB })
    else if (index === 40 && name === 'A') await renameFolder(side, trips.renamed)
    else await doSomething(side, random.chance(0.6) ? (trips.common[0] ?? '') : random.pick([...shared, ...own]))
  }
}

async function renameFolder({ engine, library }: Computer, tripId: string): Promise<void> {
  const place = await engine.context.library.placeOf(tripId)
  if (!place.ok) throw new Error(place.error.message)
  await rename(place.value, join(library, `${basename(place.value)} (mine)`))
}

/** Both open their trips, and what they make of them goes to the other, until nothing more happens. */
async function comeToRest(
  computers: readonly [Computer, Computer],
  pair: SyncedPair,
): Promise<{ rounds: number; faults: string[] }> {
  const faults: string[] = []
  let last = ''
  let rounds = 0
  for (; rounds < MOST_ROUNDS; rounds++) {
    for (const { engine } of computers) await openAll(engine)
    await pause(NOTICED)
    await pair.settle()
    const now = (await pair.changes()).join()
    if (now === last) break
    last = now
  }
  if (rounds === MOST_ROUNDS) faults.push(`the two are still merging after ${rounds} rounds`)
  for (let again = 0; again < 3; again++) {
    for (const { engine } of computers) await openAll(engine)
    await pause(NOTICED)
    await pair.settle()
  }
  const now = (await pair.changes()).join()
  if (now !== last) faults.push(`they do not come to rest: ${last} changes became ${now}`)
  return { rounds, faults }
}

async function openAll(engine: Writer['engine']): Promise<void> {
  const { trips } = await must(engine, 'library.list', {})
  // A trip may have been deleted on the other side meanwhile.
  for (const { id } of trips) await engine.handlers['trips.open']({ tripId: id })
}

/** What was there on one side before they were connected, and is nowhere now. */
function findLost(own: LibraryState, theirs: LibraryState, after: LibraryState, name: string): string[] {
  const lost: string[] = []
  // Of a trip in two folders, the one that was written last.
  const there = [...after.trips.values()].toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
  const all = [...there, ...after.trashed]
  const text = all.map(wordsOf).join('\n')
  const known = new Set(text.match(/[AB]\d+x/g))
  for (const trip of [...own.trips.values(), ...own.trashed]) {
    const words = new Set(wordsOf(trip).match(new RegExp(`${name}\\d+x`, 'g')))
    for (const word of words) if (!known.has(word)) lost.push(`the sentence ${word} of "${trip.title}" is lost`)
  }
  for (const trip of own.trips.values()) lost.push(...findLostOf(trip, theirs, there, all))
  return lost
}

function findLostOf(trip: Trip, theirs: LibraryState, there: readonly Trip[], all: readonly Trip[]): string[] {
  const lost: string[] = []
  const other = [...theirs.trips.values()].find(({ id }) => id === trip.id)
  const now = there.find(({ id }) => id === trip.id)
  if (now === undefined) {
    const isDeleted = theirs.trashed.some(({ id, updatedAt }) => id === trip.id && updatedAt === trip.updatedAt)
    return isDeleted && all.some(({ id }) => id === trip.id) ? [] : [`the trip "${trip.title}" is lost`]
  }
  const journal = new Set(now.entries.map(({ id }) => id))
  const deleted = new Set(now.deleted.map(({ entry }) => entry.id))
  for (const entry of trip.entries) {
    if (journal.has(entry.id)) continue
    const isDeleted = other?.deleted.some((item) => item.entry.id === entry.id && isUntouched(entry, item)) === true
    if (!deleted.has(entry.id)) lost.push(`the entry ${entry.id} of ${trip.title} ${trip.id} is lost`)
    else if (!isDeleted) lost.push(`the entry ${entry.id} is deleted, and nobody deleted it after the last change`)
  }
  for (const { id } of trip.photos) {
    if (!now.photos.some((photo) => photo.id === id)) lost.push(`the picture ${id} is lost`)
  }
  return lost
}

function isUntouched(entry: Trip['entries'][number], deleted: Trip['deleted'][number]): boolean {
  return isSame(entry, deleted.entry) || entry.updatedAt <= deleted.deletedAt
}

/** What must not be in a library when all is merged. */
function findOdd({ trips, files }: LibraryState): string[] {
  const odd: string[] = []
  const names = [...files.keys()]
  for (const name of names) {
    // Those among the versions are put in order at the next start.
    if (name.includes('sync-conflict') && !name.startsWith('.')) odd.push(`${name} is left`)
    if (/(^|\/)\.[^/]*lock/.test(name)) odd.push(`the lock ${name} is left`)
  }
  // Of the one whose folder was renamed, a person says which name is wanted.
  const ids = new Set([...trips.values()].map(({ id }) => id))
  if (trips.size - ids.size > 1) odd.push(`trips are in two folders: ${[...trips.keys()].join(', ')}`)
  for (const [folder, trip] of trips) {
    for (const { file, sha256 } of trip.photos) {
      const hash = files.get(`${folder}/${PHOTO_FOLDER}/${file}`)
      if (hash === undefined) odd.push(`the picture ${folder}/${file} is not there`)
      else if (hash !== sha256) odd.push(`the picture ${folder}/${file} is another`)
    }
  }
  return odd
}
