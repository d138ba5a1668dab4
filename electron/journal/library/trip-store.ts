import { dirname } from 'node:path'
import { Low } from 'lowdb'
import { type Failure, ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { DurableAdapter } from '../disk/durable-adapter.ts'
import { type FileSystem, isMissing } from '../disk/file-system.ts'
import { joinAncestors } from '../merge/ancestors.ts'
import { mergeTrips } from '../merge/merge-trips.ts'
import { isSame } from '../merge/sides.ts'
import { checkTrip } from './check-trip.ts'
import { libraryMissing, tripMissing } from './missing.ts'
import { takeIn } from './outside-change.ts'
import { keepPhotos, removePhotos, type PhotoBytes } from './photo-files.ts'
import { tripCoding } from './trip-file.ts'

export type Change = (trip: Trip) => Result<Trip>
export type Saved = { trip: Trip; savedAt: string }

/** What a store tells of its trip, and asks about it. */
export interface StoreEvents {
  /** A state is on the disk in the place of another. */
  saved(before: Trip, after: Trip): void
  /** Somebody else has changed the file: what was in it before is nowhere else now. */
  changedOutside(known: Trip, found: Trip): void
  /** That was noticed by a save, so that whoever shows the trip does not know yet. */
  noticedBySave(): void
  /** The file is gone: what was in it is in memory alone. */
  lost(known: Trip): void
  /** The state that two were made from; `null`: not known. */
  findBase(one: Trip, other: Trip): Promise<Trip | null>
}

interface Update {
  change: Change
  /** The change has set when the trip was updated: two computers that do the same come to the same. */
  isDated: boolean
  photos: PhotoBytes
  settle: (result: Result<Saved>) => void
  /** For a fault of ours: whoever asked for the change hears of it as it is, for a log. */
  reject: (error: unknown) => void
}

interface Loaded {
  trip: Trip
  /** What was known before somebody else changed the file; `null`: nobody has. */
  known: Trip | null
}

interface Prepared {
  trip: Trip
  /** The files of its pictures that were written. */
  photos: string[]
}

type Job = { kind: 'update'; update: Update } | { kind: 'task'; run: () => Promise<void> }

/**
 * One trip that is in use: its newest state, and the queue through which all its reads and writes go in the order in
 * which they were asked for.
 */
export class TripStore {
  readonly file: string
  readonly #tripId: string
  readonly #fileSystem: FileSystem
  readonly #adapter: DurableAdapter<Trip>
  readonly #events: StoreEvents
  /** What is on the disk for good; `null` before the first read. */
  #low: Low<Trip> | null = null
  /** The states that the one in memory was made from, as far as it does not say so itself yet. */
  #ancestors: string[] = []
  /** Every state that the one in memory was made from in this run. */
  #line = new WeakSet<Trip>()
  readonly #jobs: Job[] = []
  #working: Promise<void> | null = null

  /**
   * @param file the trip's file, absolute
   * @param name how messages call it
   */
  constructor(tripId: string, file: string, name: string, fileSystem: FileSystem, events: StoreEvents) {
    this.#tripId = tripId
    this.file = file
    this.#fileSystem = fileSystem
    this.#adapter = new DurableAdapter(file, tripCoding(name), fileSystem)
    this.#events = events
  }

  /** The newest state. The file is read where that has not been done yet, or where somebody else has changed it. */
  read(): Promise<Result<Trip>> {
    return this.enqueue(async () => {
      const loaded = await this.#load()
      return loaded.ok ? ok(loaded.value.trip) : loaded
    })
  }

  /** Changes the trip. Fulfilled when this change is on the disk for good, or refused; nothing is half done. */
  update(change: Change, photos: PhotoBytes, isDated = false): Promise<Result<Saved>> {
    return new Promise((settle, reject) => {
      this.#jobs.push({ kind: 'update', update: { change, isDated, photos, settle, reject } })
      this.#start()
    })
  }

  /** Told that a version of a state is kept: what is made from it from now on says so. */
  noteKept(trip: Trip): void {
    if (this.#line.has(trip)) this.#ancestors.push(trip.updatedAt)
  }

  /** Runs a task when everything that was asked for before is done, and before anything that is asked for later. */
  enqueue<T>(task: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#jobs.push({ kind: 'task', run: () => task().then(resolve, reject) })
      this.#start()
    })
  }

  /** What is in memory and known to be on the disk, with the stamp of its file. */
  known(): { trip: Trip; stamp: string } | null {
    const stamp = this.#adapter.stamp
    return this.#low === null || stamp === null ? null : { trip: this.#low.data, stamp }
  }

  /** Whether nothing is waiting or being done. */
  isIdle(): boolean {
    return this.#working === null
  }

  /** Fulfilled when nothing is waiting any more. */
  async settled(): Promise<void> {
    while (this.#working !== null) await this.#working
  }

  #start(): void {
    this.#working ??= this.#work()
  }

  async #work(): Promise<void> {
    // Whoever asked first has the rest of its turn to ask for more, which then goes into the same write.
    await Promise.resolve()
    for (let job = this.#jobs.shift(); job !== undefined; job = this.#jobs.shift()) {
      if (job.kind === 'task') {
        await job.run()
        continue
      }
      const updates = [job.update, ...this.#takeUpdates()]
      // Whatever goes wrong, the queue goes on. To whom an answer was given already, this is none.
      await this.#commit(updates).catch((error: unknown) => updates.forEach(({ reject }) => reject(error)))
    }
    // In the same breath in which the queue was found empty: a job that came in between would never be started.
    this.#working = null
  }

  /** The changes that wait at the head of the queue: one write makes all of them durable. */
  #takeUpdates(): Update[] {
    const end = this.#jobs.findIndex((job) => job.kind !== 'update')
    const jobs = this.#jobs.splice(0, end === -1 ? this.#jobs.length : end)
    return jobs.flatMap((job) => (job.kind === 'update' ? [job.update] : []))
  }

  async #commit(updates: readonly Update[]): Promise<void> {
    const loaded = await this.#load()
    if (!loaded.ok) {
      for (const update of updates) update.settle(loaded)
      return
    }
    const { trip: found, known } = loaded.value
    // The changes were made to what was known, and are merged with what somebody else has made of it.
    const before = known ?? found
    let trip = before
    const accepted: (Prepared & { update: Update })[] = []
    for (const update of updates) {
      const result = await this.#prepare(trip, update)
      if (result === null) continue
      trip = result.trip
      accepted.push({ update, ...result })
    }
    const merged = known === null || trip === before ? null : mergeTrips(known, trip, found).trip
    const next = merged ?? (trip === before ? found : trip)
    const written = next === found ? ok(null) : await this.#write(next)
    if (!written.ok && (await this.#isUntouched())) {
      for (const { photos } of accepted) await removePhotos(photos, this.#fileSystem)
    }
    if (written.ok && next !== found) this.#events.saved(found, next)
    const savedAt = now()
    for (const { update, trip: mine } of accepted) {
      update.settle(written.ok ? ok({ trip: merged ?? mine, savedAt }) : written)
    }
    if (known !== null) this.#events.noticedBySave()
  }

  /** Works out the state after a change and keeps its pictures; `null` where it is refused and its caller knows. */
  async #prepare(trip: Trip, { change, isDated, photos, settle, reject }: Update): Promise<Prepared | null> {
    try {
      const changed = applyChange(trip, change, isDated, joinAncestors(trip.ancestors, this.#ancestors))
      const kept = changed.ok ? await keepPhotos(dirname(this.file), changed.value, photos, this.#fileSystem) : changed
      if (changed.ok && kept.ok) return { trip: changed.value, photos: kept.value }
      if (!kept.ok) settle(kept)
    } catch (error) {
      reject(error)
    }
    return null
  }

  /** Memory follows the disk, never the other way round: a write that fails leaves the state as it was. */
  async #write(trip: Trip): Promise<Result<null>> {
    const next = new Low(this.#adapter, trip)
    try {
      await next.write()
    } catch (error) {
      return isMissing(error) ? this.#gone() : diskFailure(error, 'save the trip')
    }
    this.#low = next
    this.#line.add(trip)
    this.#ancestors = this.#ancestors.filter((instant) => trip.ancestors?.includes(instant) !== true)
    return ok(null)
  }

  /** Whether a write that failed left the file as it was. Else it may name pictures, and these have to stay. */
  #isUntouched(): Promise<boolean> {
    return this.#adapter.isCurrent().catch(() => false)
  }

  async #load(): Promise<Result<Loaded>> {
    const known = this.#low?.data ?? null
    try {
      if (known !== null && (await this.#adapter.isCurrent())) return ok({ trip: known, known: null })
      const found = await this.#adapter.read()
      // Somebody has put another trip into this folder: this one has to be looked for elsewhere.
      if (found.id !== this.#tripId) {
        this.#low = null
        return tripMissing()
      }
      if (known === null) {
        this.#settle(found)
        return ok({ trip: found, known })
      }
      return await this.#takeIn(known, found)
    } catch (error) {
      if (known !== null && isMissing(error)) this.#events.lost(known)
      return isMissing(error) ? this.#gone() : diskFailure(error, 'read the trip')
    }
  }

  async #takeIn(known: Trip, found: Trip): Promise<Result<Loaded>> {
    const taken = await takeIn(known, found, this.#adapter.changedAt(), (one, other) =>
      this.#events.findBase(one, other),
    )
    if (isSame(taken.trip, known)) {
      this.#low = new Low(this.#adapter, known)
      return ok({ trip: known, known: null })
    }
    this.#settle(taken.trip)
    this.#ancestors.push(known.updatedAt)
    this.#events.changedOutside(known, found)
    // Where it cannot be written now, it is with the next change; what both had is kept in any case.
    if (taken.isMerged && (await this.#write(taken.trip)).ok) this.#events.saved(found, taken.trip)
    return ok({ trip: taken.trip, known })
  }

  /** From now on this state is the one that changes are made to. */
  #settle(trip: Trip): void {
    this.#low = new Low(this.#adapter, trip)
    this.#line = new WeakSet([trip])
    this.#ancestors = [trip.updatedAt]
  }

  async #gone(): Promise<{ ok: false; error: Failure }> {
    const library = dirname(dirname(this.file))
    return (await exists(library, this.#fileSystem)) ? tripMissing() : libraryMissing(library)
  }
}

function applyChange(trip: Trip, change: Change, isDated: boolean, ancestors: string[] | undefined): Result<Trip> {
  const result = change(trip)
  if (!result.ok || result.value === trip) return result
  const { ancestors: own, ...changed } = result.value
  const made = isDated ? own : ancestors
  const updatedAt = isDated ? changed.updatedAt : now()
  return checkTrip(
    {
      ...changed,
      schemaVersion: trip.schemaVersion,
      id: trip.id,
      updatedAt,
      ...(made !== undefined && { ancestors: made }),
    },
    trip,
  )
}

async function exists(path: string, fileSystem: FileSystem): Promise<boolean> {
  return fileSystem.stat(path).then(
    () => true,
    (error: unknown) => !isMissing(error),
  )
}
