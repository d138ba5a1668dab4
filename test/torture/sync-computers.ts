import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { PHOTO_FOLDER } from '../../electron/journal/trip-folder/photos.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import { someTrip } from '../support/trips.ts'
import { missingSyncthing, startPair, type SyncedPair } from '../support/syncthing.ts'
import { must } from './ask.ts'
import { findLost } from './find-lost.ts'
import { differences, type LibraryState, lookAtLibrary, wordsOf } from './look-at-library.ts'
import { seeded } from './random.ts'
import { engineOver } from './restart.ts'
import { count, emptyRow, type Outcome, type Row } from './row.ts'
import { addEntry, addOrAppend, addPhoto, doSomething, type Writer } from './write-apart.ts'

export interface SyncOptions {
  /** Number of times the two computers are disconnected and connected again. */
  runs: number
  seed: number
  /** Number of edits on each of them while they are apart. */
  edits?: number
}

interface Computer extends Writer {
  documents: string
  library: string
  /** Whether Lanyard is open while the files of the other computer arrive. */
  isOpen: boolean
}

/** Maximum number of rounds in which the two may keep merging what the other has merged. */
const MAX_ROUNDS = 6
/** Number of rounds without any change after which a computer counts as being at rest. */
const QUIET_ROUNDS = 4
/** The prefix of a sentence, which identifies its author. */
const sentence = /[AB]\d+x/g
/** Longer than Lanyard takes to notice and merge changes by others, in milliseconds. */
const NOTICED = 700

/**
 * Two computers: each has the library in a folder that Syncthing keeps in sync, and a user writes on both while they
 * are disconnected. Once they are connected again, each has every entry of both, and nothing is left to merge.
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

    const faults = await partAndMeet(computers, pair, seen, async (side) => await writeApart(side, edits, trips))
    // The merged library is disconnected and merged again.
    const again = await partAndMeet(computers, pair, seen, async (side) => await writeMore(side, edits / 4))
    const together = await writeTogether(computers, pair, edits / 10)
    for (const { engine } of computers) await engine.close()
    await pair.settle()

    const after = [await lookAtLibrary(one.library), await lookAtLibrary(other.library)] as const
    const lost = [...faults, ...again, ...together].filter((fault) => fault.endsWith('is lost'))
    count(row, {
      acknowledged: one.sentences + other.sentences,
      lost: lost.length,
      unreadable: after[0].unreadable.length,
      temporary: [...after[0].files.keys()].filter((name) => name.endsWith('.tmp')),
      faults: [...faults, ...again, ...together, ...differ(...after)].map((fault) => `seed ${seed}: ${fault}`),
    })
    const entries = [...after[0].trips.values()].flatMap((trip) => trip.entries)
    seen.entries += entries.length
    seen.copies += [...after[0].files.keys()].filter((name) => name.includes('/conflicts/')).length
    seen.others += entries.filter(({ tags }) => tags.includes('other version')).length
  } finally {
    await pair.stop()
    for (const { engine } of computers) await engine.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Disconnects the two, writes on both, connects them, and inspects the result. @returns all violations */
async function partAndMeet(
  computers: readonly [Computer, Computer],
  pair: SyncedPair,
  seen: Seen,
  write: (side: Computer) => Promise<void>,
): Promise<string[]> {
  const [one, other] = computers
  await pair.disconnect()
  const begun = computers.map(({ sentences }) => sentences)
  for (const side of computers) await write(side)
  for (const side of computers) if (!side.isOpen) await side.engine.close()
  const before = [await lookAtLibrary(one.library), await lookAtLibrary(other.library)] as const
  await pair.connect()
  await pair.settle()
  for (const side of computers) if (!side.isOpen) side.engine = await engineOver(side.documents, side.library)
  const { rounds, faults } = await comeToRest(computers, pair)
  seen.rounds = Math.max(seen.rounds, rounds)
  const after = [await lookAtLibrary(one.library), await lookAtLibrary(other.library)] as const
  return [
    ...faults,
    ...findLost(before[0], before[1], after[0]),
    ...findLost(before[1], before[0], after[0]),
    ...findLostWords(before, after[0], computers, begun),
    // Versions are still being kept in the background.
    ...differ(...after).filter((fault) => !fault.startsWith('.history/')),
    ...findOdd(after[0]),
    ...after[0].unreadable,
  ]
}

function differ(one: LibraryState, other: LibraryState): string[] {
  return differences(one, other).map((name) => `${name} is not the same on both`)
}

/** Copies among the versions are cleaned up at the next start. */
function isCopyBeside(name: string): boolean {
  return name.includes('sync-conflict') && !name.startsWith('.')
}

/** Both write to the same trip at the same time, while each other's saves keep arriving. */
async function writeTogether(computers: readonly [Computer, Computer], pair: SyncedPair, edits: number) {
  for (const side of computers) if (!side.isOpen) lookOn(side)
  const { trips } = await must(computers[0].engine, 'library.list', {})
  const tripId = trips.find(({ title }) => title.startsWith('New on A') || title.startsWith('Trip'))?.id ?? ''
  const begun = computers.map(({ sentences }) => sentences)
  const writing = computers.map(async (side) => {
    for (let edit = 0; edit < edits; edit++) {
      await addOrAppend(side, tripId)
      await pause(side.random.below(200))
    }
  })
  await Promise.all(writing)
  const { faults } = await comeToRest(computers, pair)
  const words = [...(await lookAtLibrary(computers[0].library)).trips.values()].map(wordsOf).join('\n')
  const known = new Set(words.match(sentence))
  for (const [index, { name, sentences }] of computers.entries()) {
    for (let number = begun[index] ?? 0; number < sentences; number++) {
      if (!known.has(`${name}${number}x`)) faults.push(`the sentence ${name}${number}x is lost`)
    }
  }
  return faults
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

/** Does what the window does when it is notified of a change. */
function lookOn({ engine }: Computer): void {
  engine.on('trip.changed', ({ tripId }) => void engine.handlers['trips.open']({ tripId }))
  engine.on('library.changed', () => void engine.handlers['library.list']({}))
}

/** The trips that both have before they are disconnected. */
interface Trips {
  /** Both write to these. */
  common: string[]
  /** A deletes it, B keeps writing in it. */
  deletedOnA: string
  /** B deletes it, and A leaves it alone. */
  deletedOnB: string
  /** A renames its folder, B keeps writing in it. */
  renamed: string
}

async function begin(writer: Writer): Promise<Trips> {
  const make = async (title: string, entries: number) => {
    const { trip } = await must(writer.engine, 'trips.create', someTrip({ title }))
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

async function writeApart(side: Computer, edits: number, trips: Trips): Promise<void> {
  const { engine, random, name } = side
  const own: string[] = []
  const shared = name === 'A' ? trips.common : [...trips.common, trips.deletedOnA, trips.renamed]
  for (let index = 0; index < edits; index++) {
    // Some actions are at a fixed point, the rest are random.
    if (index === 10) own.push((await must(engine, 'trips.create', someTrip({ title: `New on ${name}` }))).trip.id)
    else if (index === 20) own.push((await must(engine, 'trips.create', someTrip({ title: 'New on both' }))).trip.id)
    else if (index === 30 && name === 'A') await must(engine, 'trips.delete', { tripId: trips.deletedOnA })
    else if (index === 30 && name === 'B') await must(engine, 'trips.delete', { tripId: trips.deletedOnB })
    else if (index === 40 && name === 'A') await renameFolder(side, trips.renamed)
    else await doSomething(side, random.chance(0.6) ? (trips.common[0] ?? '') : random.pick([...shared, ...own]))
  }
}

async function writeMore(side: Computer, edits: number): Promise<void> {
  const { trips } = await must(side.engine, 'library.list', {})
  for (let index = 0; index < edits; index++) await doSomething(side, side.random.pick(trips).id)
}

async function renameFolder({ engine, library }: Computer, tripId: string): Promise<void> {
  const place = await engine.context.library.placeOf(tripId)
  if (!place.ok) throw new Error(render(place.error))
  await rename(place.value, join(library, `${basename(place.value)} (mine)`))
}

/**
 * Both open their trips, and the results are sent to the other, until nothing changes any more. Each cleans up once,
 * some seconds after its start, which the other does not have to react to.
 */
async function comeToRest(
  computers: readonly [Computer, Computer],
  pair: SyncedPair,
): Promise<{ rounds: number; faults: string[] }> {
  let last = ''
  /** The last round that has changed something. */
  let rounds = 0
  for (let round = 0; round - rounds < QUIET_ROUNDS; round++) {
    for (const { engine } of computers) await openAll(engine)
    await pause(NOTICED)
    await pair.settle()
    const now = (await pair.changes()).join()
    if (now !== last) rounds = round
    if (rounds >= MAX_ROUNDS) return { rounds, faults: [`the two are still merging after ${rounds} rounds`] }
    last = now
  }
  return { rounds, faults: [] }
}

async function openAll(engine: Writer['engine']): Promise<void> {
  const { trips } = await must(engine, 'library.list', {})
  // A trip may have been deleted on the other side in the meantime.
  for (const { id } of trips) await engine.handlers['trips.open']({ tripId: id })
}

/** The sentences that were on the side where they were written, and are nowhere now. */
function findLostWords(
  before: readonly LibraryState[],
  after: LibraryState,
  computers: readonly Computer[],
  begun: readonly number[],
): string[] {
  const known = new Set([...after.trips.values(), ...after.trashed].map(wordsOf).join('\n').match(sentence))
  return computers.flatMap(({ name }, index) => {
    const own = before[index]
    const trips = own === undefined ? [] : [...own.trips.values(), ...own.trashed]
    const words = new Set(trips.map(wordsOf).join('\n').match(sentence))
    // Sentences that both knew before they were disconnected may have been overwritten by either of them.
    const isOfNow = (word: string) => word.startsWith(name) && Number(word.slice(1, -1)) >= (begun[index] ?? 0)
    return [...words].filter((word) => isOfNow(word) && !known.has(word)).map((word) => `the sentence ${word} is lost`)
  })
}

/** Whatever must not be in a library when everything is merged. */
function findOdd({ trips, files }: LibraryState): string[] {
  const odd: string[] = []
  const names = [...files.keys()]
  for (const name of names) {
    if (isCopyBeside(name)) odd.push(`${name} is left`)
    if (/(^|\/)\.[^/]*lock/.test(name)) odd.push(`the lock ${name} is left`)
  }
  // If a folder was renamed, the user has to decide which name to keep.
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
