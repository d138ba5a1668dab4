import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Engine } from '../../electron/journal/engine.ts'
import type { Channel, Input, Output } from '../../electron/shared/contract/index.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { ask as askEngine } from './ask.ts'
import { someChanges, someDay, someDetails, someReport, someText } from './invent-changes.ts'
import { onePixel } from '../support/trips.ts'
import {
  addTo,
  blankEntry,
  blankTrip,
  change,
  changeDetails,
  changeReport,
  duplicate,
  entriesOf,
  type ModelTrip,
  move,
  plainOf,
  plainOfStored,
  putBack,
  REFUSED,
  remove,
} from './model.ts'
import { type Random, seeded } from './random.ts'
import { engineOver, temporaryFiles } from './restart.ts'
import { emptyRow, type Row } from './row.ts'

export interface ActionOptions {
  /** Number of actions. */
  runs: number
  seed: number
}

/** Number of actions between restarts of Lanyard. */
const RESTART_EVERY = 60
const MAX_TRIPS = 5
/** Most actions make a trip larger; beyond this size, removals are preferred. */
const MANY_ENTRIES = 25

const nowhere = '00000000-0000-4000-8000-000000000000'

/** A library and what it should contain. */
interface World {
  documents: string
  engine: Engine
  random: Random
  trips: Map<string, ModelTrip>
  /** Trash id -> the trip. */
  trash: Map<string, ModelTrip>
  acknowledged: number
  /** The latest actions, newest last. */
  log: string[]
  differences: string[]
}

/**
 * R13: a user does anything at all, in any order, sensible or not, with a restart now and then. After each action the
 * answer, and after each restart the whole library, is compared with an in-memory model.
 */
export async function actAtRandom({ runs, seed }: ActionOptions): Promise<Row> {
  const row = emptyRow('R13', `random actions beside a model, seed ${seed}`)
  const begin = performance.now()
  const documents = await mkdtemp(join(tmpdir(), 'lanyard-actions-'))
  const engine = await engineOver(documents)
  const world: World = {
    documents,
    engine,
    random: seeded(seed),
    trips: new Map(),
    trash: new Map(),
    acknowledged: 0,
    log: [],
    differences: [],
  }
  let restarts = 0
  try {
    for (; row.runs < runs && world.differences.length === 0; row.runs++) {
      await act(world)
      if (row.runs % RESTART_EVERY !== RESTART_EVERY - 1 && row.runs !== runs - 1) continue
      await world.engine.close()
      world.engine = await engineOver(documents)
      restarts++
      await compareAll(world)
    }
    await world.engine.close()
    row.temporary = await temporaryFiles(documents)
  } finally {
    await world.engine.close()
    await rm(documents, { recursive: true, force: true })
  }
  row.acknowledged = world.acknowledged
  row.faults = world.differences.map(
    (difference) => `after ${row.runs} actions, the last of them ${world.log.slice(-6).join(' | ')}: ${difference}`,
  )
  row.remark = `${restarts} restarts`
  row.seconds = (performance.now() - begin) / 1000
  return row
}

async function act(world: World): Promise<void> {
  const { random, trips, trash } = world
  if (trips.size === 0 || (trips.size < MAX_TRIPS && random.chance(0.02))) return await makeTrip(world)
  if (random.chance(0.01)) return await deleteTrip(world)
  if (trash.size > 0 && random.chance(0.02)) return await restoreTrip(world)
  if (random.chance(0.002)) return await emptyTrash(world)
  const trip = random.pick([...trips.values()])
  const count = entriesOf(trip).length
  if (count === 0 || random.chance(count > MANY_ENTRIES ? 0.05 : 0.25)) return await addEntry(world, trip)
  const doing = random.pick([
    saveEntry,
    saveEntry,
    saveEntry,
    moveEntry,
    moveEntry,
    duplicateEntry,
    deleteEntry,
    deleteEntry,
    restoreEntry,
    saveTrip,
    saveReport,
    addPhoto,
    savePhoto,
  ])
  await doing(world, trip)
}

/**
 * Calls the engine, and records whether it accepts what the model refuses, or vice versa. @returns its answer if it
 * succeeds
 */
async function ask<C extends Channel>(
  world: World,
  channel: C,
  input: Input<C>,
  expected: typeof REFUSED | void,
): Promise<Output<C> | null> {
  world.log.push(`${channel} ${JSON.stringify(input).slice(0, 160)}`)
  const answer = await askEngine(world.engine, channel, input)
  if (answer.ok) world.acknowledged++
  if (!answer.ok && answer.error.code === 'internal') world.differences.push('something went wrong inside')
  if (answer.ok && expected === REFUSED) world.differences.push('it was done, and should have been refused')
  if (!answer.ok && expected !== REFUSED)
    world.differences.push(`it was refused (${render(answer.error)}), and should have been done`)
  return answer.ok ? answer.value : null
}

function compare(world: World, stored: Trip, model: ModelTrip): void {
  const [there, expected] = [plainOfStored(stored), plainOf(model)] as Record<string, unknown>[]
  for (const key of Object.keys(expected ?? {})) {
    if (isDeepStrictEqual(there?.[key], expected?.[key])) continue
    world.differences.push(
      `${key} is ${JSON.stringify(there?.[key])?.slice(0, 800)}, and should be ${JSON.stringify(expected?.[key])?.slice(0, 800)}`,
    )
  }
}

async function compareAll(world: World): Promise<void> {
  const list = await ask(world, 'library.list', {})
  const found = (list?.trips ?? []).map(({ id, title, entries }) => ({ id, title, entries }))
  const expected = Array.from(world.trips.values(), (trip) => ({
    id: trip.id,
    title: trip.details.title,
    entries: entriesOf(trip).length,
  }))
  if (!isDeepStrictEqual(found.toSorted(byId), expected.toSorted(byId)))
    world.differences.push('the list of trips is another')
  if ((list?.unreadable.length ?? 0) > 0) world.differences.push('a trip cannot be read')
  for (const trip of world.trips.values()) {
    const stored = await ask(world, 'trips.open', { tripId: trip.id })
    if (stored !== null) compare(world, stored, trip)
  }
  const trashed = (await ask(world, 'library.trash', {})) ?? []
  const ids = trashed.map(({ trashId }) => trashId).toSorted()
  if (!isDeepStrictEqual(ids, [...world.trash.keys()].toSorted()))
    world.differences.push('the trash holds something else')
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

async function makeTrip(world: World): Promise<void> {
  const details = someDetails(world.random)
  const made = await ask(world, 'trips.create', details)
  if (made === null) return
  world.trips.set(made.trip.id, blankTrip(made.trip.id, details))
}

async function deleteTrip(world: World): Promise<void> {
  const trip = world.random.pick([...world.trips.values()])
  const deleted = await ask(world, 'trips.delete', { tripId: trip.id })
  if (deleted === null) return
  world.trips.delete(trip.id)
  world.trash.set(deleted.trashId, trip)
}

async function restoreTrip(world: World): Promise<void> {
  const [trashId, trip] = world.random.pick([...world.trash])
  const restored = await ask(world, 'library.restore', { trashId })
  if (restored === null) return
  world.trash.delete(trashId)
  world.trips.set(trip.id, trip)
  compare(world, restored, trip)
}

async function emptyTrash(world: World): Promise<void> {
  if ((await ask(world, 'library.emptyTrash', {})) !== null) world.trash.clear()
}

async function addEntry(world: World, trip: ModelTrip): Promise<void> {
  const { random } = world
  const kind = random.pick(['talk', 'note', 'encounter'] as const)
  const [day, start] = [someDay(random), null]
  const fields = random.chance(0.5) ? someChanges(random, kind, day, trip.details.timeZone) : undefined
  const added = await ask(world, 'entries.add', { tripId: trip.id, kind, day, start, ...(fields && { fields }) })
  if (added === null) return
  addTo(trip, Object.assign(blankEntry(kind, added.entryId, day, start), fields))
  compare(world, added.trip, trip)
}

async function saveEntry(world: World, trip: ModelTrip): Promise<void> {
  const { random } = world
  const entry = random.pick(entriesOf(trip))
  const [entryId, kind] = random.chance(0.05)
    ? [random.pick([nowhere, entry.id]), random.pick(['talk', 'note'] as const)]
    : [entry.id, entry.kind]
  const changes = someChanges(random, kind, entry.day, trip.details.timeZone)
  const saved = await ask(world, 'entries.save', { tripId: trip.id, entryId, changes }, change(trip, entryId, changes))
  if (saved === null) return
  const order = entriesOf(trip).length
  if (saved.order.length !== order)
    world.differences.push(`${saved.order.length} entries are there, and should be ${order}`)
}

async function moveEntry(world: World, trip: ModelTrip): Promise<void> {
  const { random } = world
  const entries = entriesOf(trip)
  const entryId = random.chance(0.03) ? nowhere : random.pick(entries).id
  const other = random.pick(entries)
  const day = random.chance(0.9) ? other.day : someDay(random)
  const before = random.chance(0.3) ? null : other.id
  await askForTrip(
    world,
    trip,
    'entries.move',
    { tripId: trip.id, entryId, day, before },
    move(trip, entryId, day, before),
  )
}

async function duplicateEntry(world: World, trip: ModelTrip): Promise<void> {
  const entryId = world.random.pick(entriesOf(trip)).id
  const made = await ask(world, 'entries.duplicate', { tripId: trip.id, entryId })
  if (made === null) return
  duplicate(trip, entryId, made.entryId)
  compare(world, made.trip, trip)
}

async function deleteEntry(world: World, trip: ModelTrip): Promise<void> {
  const { random } = world
  const entryId = random.chance(0.05) ? nowhere : random.pick(entriesOf(trip)).id
  await askForTrip(world, trip, 'entries.delete', { tripId: trip.id, entryId }, remove(trip, entryId))
}

async function restoreEntry(world: World, trip: ModelTrip): Promise<void> {
  const entryId = trip.deleted.length === 0 ? nowhere : world.random.pick(trip.deleted).entry.id
  await askForTrip(world, trip, 'entries.restore', { tripId: trip.id, entryId }, putBack(trip, entryId))
}

async function saveTrip(world: World, trip: ModelTrip): Promise<void> {
  const { random } = world
  const details = someDetails(random)
  const keys = new Set(Object.keys(details).filter(() => random.chance(0.3)))
  // Sometimes invalid: the last day before the first, or no title.
  if (random.chance(0.1))
    Object.assign(details, random.pick([{ title: '  ' }, { firstDay: '2026-05-01', lastDay: '2026-04-01' }]))
  const changes = Object.fromEntries(Object.entries(details).filter(([key]) => keys.has(key)))
  // A title that consists of blanks is already refused by the input schema.
  const isRefused = 'title' in changes && details.title.trim() === '' ? REFUSED : changeDetails(trip, changes)
  await askForTrip(world, trip, 'trips.save', { tripId: trip.id, changes }, isRefused)
}

async function saveReport(world: World, trip: ModelTrip): Promise<void> {
  const { random } = world
  const known = [...entriesOf(trip).map(({ id }) => id), ...trip.deleted.map(({ entry }) => entry.id)]
  const changes = someReport(random, [...known, nowhere])
  await askForTrip(world, trip, 'report.save', { tripId: trip.id, changes }, changeReport(trip, changes))
}

async function addPhoto(world: World, trip: ModelTrip): Promise<void> {
  const { random } = world
  if (trip.photos.length > 10) return
  const data = random.chance(0.1)
    ? Buffer.from('no picture')
    : Buffer.concat([onePixel, Buffer.alloc(random.below(5000), 7)])
  const name = `${random.below(1000)}.png`
  const isPicture = data.byteLength > 20 ? undefined : REFUSED
  const added = await ask(world, 'photos.add', { tripId: trip.id, name, data: new Uint8Array(data) }, isPicture)
  if (added === null) return
  trip.photos.push({ id: added.photo.id, originalName: name, bytes: data.byteLength, caption: '', alt: '', credit: '' })
  const read = await world.engine.context.library.readPhoto(trip.id, added.photo.id)
  if (!read.ok || !data.equals(read.value.data)) world.differences.push('the picture is not the one that was added')
}

async function savePhoto(world: World, trip: ModelTrip): Promise<void> {
  const { random } = world
  const photo = trip.photos.length === 0 ? undefined : random.pick(trip.photos)
  const changes = { caption: someText(random), ...(random.chance(0.5) && { alt: someText(random) }) }
  const input = { tripId: trip.id, photoId: photo?.id ?? nowhere, changes }
  await ask(world, 'photos.save', input, photo === undefined ? REFUSED : undefined)
  if (photo !== undefined) Object.assign(photo, changes)
}

type Answering = 'entries.move' | 'entries.delete' | 'entries.restore' | 'trips.save' | 'report.save'

async function askForTrip<C extends Answering>(
  world: World,
  trip: ModelTrip,
  channel: C,
  input: Input<C>,
  expected: typeof REFUSED | void,
): Promise<void> {
  const answer = await ask(world, channel, input, expected)
  if (answer !== null) compare(world, answer.trip, trip)
}
