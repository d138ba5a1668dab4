import { dirname } from 'node:path'
import { Low } from 'lowdb'
import { ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { DurableAdapter } from '../disk/durable-adapter.ts'
import { type FileSystem, isMissing } from '../disk/file-system.ts'
import { keepPhotos, removePhotos, type PhotoBytes } from './photo-files.ts'
import { checkTrip } from './check-trip.ts'
import { tripCoding } from './trip-file.ts'

export type Change = (trip: Trip) => Result<Trip>
export type Saved = { trip: Trip; savedAt: string }

interface Update {
  change: Change
  photos: PhotoBytes
  settle: (result: Result<Saved>) => void
  /** For a fault of ours: whoever asked for the change hears of it as it is, for a log. */
  reject: (error: unknown) => void
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
  readonly #onOutsideChange: (tripId: string) => void
  /** What is on the disk for good; `null` before the first read. */
  #low: Low<Trip> | null = null
  readonly #jobs: Job[] = []
  #working: Promise<void> | null = null

  /**
   * @param file the trip's file, absolute
   * @param name how messages call it
   */
  constructor(
    tripId: string,
    file: string,
    name: string,
    fileSystem: FileSystem,
    onOutsideChange: (tripId: string) => void,
  ) {
    this.#tripId = tripId
    this.file = file
    this.#fileSystem = fileSystem
    this.#adapter = new DurableAdapter(file, tripCoding(name), fileSystem)
    this.#onOutsideChange = onOutsideChange
  }

  /** The newest state. The file is read where that has not been done yet, or where somebody else has changed it. */
  read(): Promise<Result<Trip>> {
    return this.enqueue(async () => {
      const loaded = await this.#load()
      return loaded.ok ? ok(loaded.value.trip) : loaded
    })
  }

  /** Changes the trip. Fulfilled when this change is on the disk for good, or refused; nothing is half done. */
  update(change: Change, photos: PhotoBytes): Promise<Result<Saved>> {
    return new Promise((settle, reject) => {
      this.#jobs.push({ kind: 'update', update: { change, photos, settle, reject } })
      this.#start()
    })
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
    const before = loaded.value.trip
    let trip = before
    const accepted: (Prepared & { update: Update })[] = []
    for (const update of updates) {
      const result = await this.#prepare(trip, update)
      if (result === null) continue
      trip = result.trip
      accepted.push({ update, ...result })
    }
    const written = trip === before ? ok(null) : await this.#write(trip)
    if (!written.ok && (await this.#isUntouched())) {
      for (const { photos } of accepted) await removePhotos(photos, this.#fileSystem)
    }
    const savedAt = now()
    for (const { update, trip: mine } of accepted) update.settle(written.ok ? ok({ trip: mine, savedAt }) : written)
    if (loaded.value.fromOutside) this.#onOutsideChange(this.#tripId)
  }

  /** Works out the state after a change and keeps its pictures; `null` where it is refused and its caller knows. */
  async #prepare(trip: Trip, { change, photos, settle, reject }: Update): Promise<Prepared | null> {
    try {
      const changed = applyChange(trip, change)
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
    return ok(null)
  }

  /** Whether a write that failed left the file as it was. Else it may name pictures, and these have to stay. */
  #isUntouched(): Promise<boolean> {
    return this.#adapter.isCurrent().catch(() => false)
  }

  async #load(): Promise<Result<{ trip: Trip; fromOutside: boolean }>> {
    const known = this.#low
    try {
      if (known !== null && (await this.#adapter.isCurrent())) return ok({ trip: known.data, fromOutside: false })
      const trip = await this.#adapter.read()
      // Somebody has put another trip into this folder: this one has to be looked for elsewhere.
      if (trip.id !== this.#tripId) {
        this.#low = null
        return tripMissing()
      }
      this.#low = new Low(this.#adapter, trip)
      return ok({ trip, fromOutside: known !== null })
    } catch (error) {
      return isMissing(error) ? this.#gone() : diskFailure(error, 'read the trip')
    }
  }

  async #gone(): Promise<{ ok: false; error: { code: 'library.missing' | 'trip.missing'; message: string } }> {
    const library = dirname(dirname(this.file))
    return (await exists(library, this.#fileSystem)) ? tripMissing() : libraryMissing(library)
  }
}

function applyChange(trip: Trip, change: Change): Result<Trip> {
  const result = change(trip)
  if (!result.ok || result.value === trip) return result
  return checkTrip({ ...result.value, schemaVersion: trip.schemaVersion, id: trip.id, updatedAt: now() }, trip)
}

async function exists(path: string, fileSystem: FileSystem): Promise<boolean> {
  return fileSystem.stat(path).then(
    () => true,
    (error: unknown) => !isMissing(error),
  )
}

export function tripMissing(): { ok: false; error: { code: 'trip.missing'; message: string } } {
  return {
    ok: false,
    error: {
      code: 'trip.missing',
      message:
        'This trip is no longer in the library. If its folder was moved, put it back; if it was deleted, look into the trash.',
    },
  }
}

export function libraryMissing(folder: string): { ok: false; error: { code: 'library.missing'; message: string } } {
  return {
    ok: false,
    error: {
      code: 'library.missing',
      message: `The library is no longer at "${folder}". Put the folder back or connect its disk, then try again; or choose another library in the settings.`,
    },
  }
}
