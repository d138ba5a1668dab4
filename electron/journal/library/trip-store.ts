import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { Low } from 'lowdb'
import type { Conflict } from '../../shared/history.ts'
import { type Failure, ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure, Refusal } from '../disk/disk-failure.ts'
import { ChangedMeanwhile, DurableAdapter } from '../disk/durable-adapter.ts'
import { type FileSystem, isMissing } from '../disk/file-system.ts'
import { joinAncestors } from '../merge/ancestors.ts'
import { mergeTrips } from '../merge/merge-trips.ts'
import { isSame } from '../trip-file/sides.ts'
import { applyChange, type Change } from './apply-change.ts'
import { keepOriginal } from '../history/keep-original.ts'
import type { Migration } from '../trip-file/migrate.ts'
import { fileMissing, tripMissing, tripNewer } from './missing.ts'
import { takeIn } from './outside-change.ts'
import { JobQueue } from './job-queue.ts'
import { keepPhotos, removePhotos, type PhotoBytes } from './photo-files.ts'
import type { StoreEvents } from './store-events.ts'
import { type TripCoding, tripCoding, type TripOriginal } from '../trip-file/trip-file.ts'
import { message } from '../../shared/messages/message.ts'

export type Saved = { trip: Trip; savedAt: string }

interface Update {
  change: Change
  /** The change has set when the trip was updated: two computers that do the same come to the same. */
  isDated: boolean
  photos: PhotoBytes
  settle: (result: Result<Saved>) => void
  /** For a fault of ours: whoever asked for the change hears of it as it is, for a log. */
  reject: (error: unknown) => void
}

interface Stored {
  trip: Trip
  conflicts: Conflict[]
}

interface Prepared {
  trip: Trip
  /** The files of its pictures that were written. */
  photos: string[]
}

/** So often somebody else may come in between; who writes that fast never ends. */
const MOST_TRIES = 20
const busy = Object.assign(new Error('The file changes all the time'), { code: 'EBUSY' })

/**
 * One trip that is in use: its newest state, and the queue through which all its reads and writes go in the order in
 * which they were asked for.
 */
export class TripStore {
  readonly file: string
  readonly #tripId: string
  readonly #fileSystem: FileSystem
  readonly #coding: TripCoding
  readonly #adapter: DurableAdapter<Trip>
  readonly #events: StoreEvents
  /** What is on the disk for good; `null` before the first read. */
  #low: Low<Trip> | null = null
  /** The states that the one in memory was made from, as far as it does not say so itself yet. */
  #ancestors: string[] = []
  /** The file as an older Lanyard left it: kept before it is written. `null`: it is of this version. */
  #original: TripOriginal | null = null
  /** A newer Lanyard has written the file, so that it is not written here. */
  #isNewer = false
  /** Every state that the one in memory was made from in this run. */
  #line = new WeakSet<Trip>()
  /** Whose states this run's are, and the last of them. */
  #writer = { name: newWriter(), last: '' }
  readonly #queue = new JobQueue<Update>((updates) => this.#commit(updates))

  /**
   * @param file the trip's file, absolute
   * @param name how messages call it
   * @param migrations the steps that older files are brought along by
   */
  constructor(
    tripId: string,
    file: string,
    name: string,
    fileSystem: FileSystem,
    events: StoreEvents,
    migrations?: readonly Migration[],
  ) {
    this.#tripId = tripId
    this.file = file
    this.#fileSystem = fileSystem
    this.#coding = tripCoding(name, () => this.#low !== null, migrations)
    this.#adapter = new DurableAdapter(file, this.#coding, fileSystem, true)
    this.#events = events
  }

  /** The newest state. The file is read where that has not been done yet, or where somebody else has changed it. */
  read(): Promise<Result<Trip>> {
    return this.#queue.run(() => this.#load())
  }

  /** The same, refused where the trip cannot be changed: a version of one that is too new would hold half of it. */
  readToChange(): Promise<Result<Trip>> {
    return this.#queue.run(() => this.#loadToChange())
  }

  /** Why the trip cannot be changed; `null`: it can. */
  refusal(): Promise<Result<Failure | null>> {
    return this.#queue.run(async () => {
      const loaded = await this.#load()
      return loaded.ok ? ok(this.#isNewer ? tripNewer().error : null) : loaded
    })
  }

  /** Changes the trip. Fulfilled when this change is on the disk for good, or refused; nothing is half done. */
  update(change: Change, photos: PhotoBytes, isDated = false): Promise<Result<Saved>> {
    return new Promise((settle, reject) => {
      this.#queue.push({ change, isDated, photos, settle, reject })
    })
  }

  /** Told that a version of a state is kept: what is made from it from now on says so. */
  noteKept(trip: Trip): void {
    if (this.#line.has(trip)) this.#ancestors.push(trip.updatedAt)
  }

  /** What is in memory and known to be on the disk, with the stamp of its file. */
  known(): { trip: Trip; stamp: string; isNewer: boolean } | null {
    const stamp = this.#adapter.stamp
    return this.#low === null || stamp === null ? null : { trip: this.#low.data, stamp, isNewer: this.#isNewer }
  }

  /** Runs a task when everything that was asked for before is done, and before anything that is asked for later. */
  enqueue<T>(task: () => Promise<T>): Promise<T> {
    return this.#queue.run(task)
  }

  /** Whether somebody else has changed the file, or taken it away, since it was read or written here. */
  isOutdated(): Promise<boolean> {
    return this.#queue.run(async () => {
      if (this.#low === null) return false
      return !(await this.#adapter.isCurrent().catch((error: unknown) => !isMissing(error)))
    })
  }

  /** Whether nothing is waiting or being done. */
  isIdle(): boolean {
    return this.#queue.isIdle()
  }

  /** Fulfilled when nothing is waiting any more. */
  async settled(): Promise<void> {
    await this.#queue.settled()
    await this.#adapter.settled()
  }

  async #commit(updates: readonly Update[]): Promise<void> {
    // Whether somebody else has changed the file shows when it is written.
    const loaded = this.#low === null || this.#isNewer ? await this.#loadToChange() : ok(this.#low.data)
    if (!loaded.ok) {
      for (const update of updates) update.settle(loaded)
      return
    }
    const before = loaded.value
    let mine = before
    const accepted: (Prepared & { update: Update })[] = []
    for (const update of updates) {
      const result = await this.#prepare(mine, update)
      if (result === null) continue
      this.#events.replaced(mine, result.trip)
      mine = result.trip
      accepted.push({ update, ...result })
    }
    const stored = mine === before ? await this.#look() : await this.#store(before, mine)
    if (!stored.ok && (await this.#isUntouched())) {
      for (const { photos } of accepted) await removePhotos(photos, this.#fileSystem)
    }
    const savedAt = now()
    for (const { update, trip } of accepted) {
      // Who has written alone is told the state after their own change, which the next one in the row may have undone.
      const answer = stored.ok && stored.value.trip !== mine ? stored.value.trip : trip
      update.settle(stored.ok ? ok({ trip: answer, savedAt }) : stored)
    }
    if (!stored.ok) return
    if (stored.value.trip !== mine) {
      this.#events.replaced(mine, stored.value.trip)
      this.#events.noticedBySave()
    }
    if (stored.value.conflicts.length > 0) this.#events.keptBoth(stored.value.conflicts)
  }

  /** There is nothing to write. */
  async #look(): Promise<Result<Stored>> {
    const loaded = await this.#load()
    return loaded.ok ? ok({ trip: loaded.value, conflicts: [] }) : loaded
  }

  /**
   * Puts a state on the disk, merged with what somebody else has put there since.
   *
   * @param base what the state was made from
   */
  async #store(base: Trip, mine: Trip): Promise<Result<Stored>> {
    const conflicts: Conflict[] = []
    let [from, state, there] = [base, mine, base]
    const attempt = async (): Promise<Result<Stored> | null> => {
      if (there !== from) {
        const merged = mergeTrips(from, state, there)
        state = merged.trip
        conflicts.push(...merged.conflicts)
      }
      try {
        await this.#write(state)
        this.#events.saved(there, state)
        return ok({ trip: state, conflicts })
      } catch (error) {
        if (!(error instanceof ChangedMeanwhile)) return await this.#refuse(error, there)
      }
      const loaded = await this.#loadToChange()
      if (!loaded.ok) return loaded
      from = there
      there = loaded.value
      return null
    }
    const stored = await attempt()
    if (stored !== null) return stored
    // Somebody was faster. From here on they wait, if they are a Lanyard.
    return await this.#adapter.underLock(async () => {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const result = await attempt()
        if (result !== null) return result
      }
      return diskFailure(busy, message('attempt.save-trip'))
    })
  }

  /** Works out the state after a change and keeps its pictures; `null` where it is refused and its caller knows. */
  async #prepare(trip: Trip, { change, isDated, photos, settle, reject }: Update): Promise<Prepared | null> {
    try {
      // As a rule nothing has come to them: the same list then, which need not be checked anew.
      const ancestors = this.#ancestors.length === 0 ? trip.ancestors : joinAncestors(trip.ancestors, this.#ancestors)
      const changed = applyChange(trip, change, isDated, ancestors, this.#writer.name)
      const kept = changed.ok ? await keepPhotos(dirname(this.file), changed.value, photos, this.#fileSystem) : changed
      if (changed.ok && kept.ok) return { trip: changed.value, photos: kept.value }
      if (!kept.ok) settle(kept)
    } catch (error) {
      reject(error)
    }
    return null
  }

  /** Memory follows the disk, never the other way round: a write that fails leaves the state as it was. */
  async #write(trip: Trip): Promise<void> {
    if (this.#original !== null) {
      const { version, bytes } = this.#original
      await keepOriginal(dirname(dirname(this.file)), this.#tripId, version, bytes, this.#fileSystem)
    }
    const next = new Low(this.#adapter, trip)
    await next.write()
    this.#low = next
    this.#original = null
    this.#line.add(trip)
    this.#writer.last = trip.writers?.[this.#writer.name] ?? this.#writer.last
    this.#ancestors = this.#ancestors.filter((instant) => trip.ancestors?.includes(instant) !== true)
  }

  /** @param known what was in the file */
  async #refuse(error: unknown, known: Trip): Promise<{ ok: false; error: Failure }> {
    if (!isMissing(error)) return diskFailure(error, message('attempt.save-trip'))
    this.#events.lost(known)
    return await fileMissing(this.file, this.#fileSystem)
  }

  /** Whether a write that failed left the file as it was. Else it may name pictures, and these have to stay. */
  #isUntouched(): Promise<boolean> {
    return this.#adapter.isCurrent().catch(() => false)
  }

  async #loadToChange(): Promise<Result<Trip>> {
    const loaded = await this.#load()
    return loaded.ok && this.#isNewer ? tripNewer() : loaded
  }

  async #load(): Promise<Result<Trip>> {
    const known = this.#low?.data ?? null
    try {
      if (known !== null && (await this.#adapter.isCurrent())) return ok(known)
      const found = await this.#adapter.read()
      this.#original = this.#coding.original()
      this.#isNewer = this.#coding.isNewer()
      // Somebody has put another trip into this folder: this one has to be looked for elsewhere.
      if (found.id !== this.#tripId) {
        this.#low = null
        return tripMissing()
      }
      if (known !== null && !this.#isNewer) return ok(await this.#takeIn(known, found))
      if (known !== null && !isSame(known, found)) {
        this.#events.replaced(known, found)
        this.#events.madeNewer(known)
      }
      this.#settle(found)
      return ok(found)
    } catch (error) {
      if (known !== null && (isMissing(error) || error instanceof Refusal)) this.#events.lost(known)
      return isMissing(error)
        ? await fileMissing(this.file, this.#fileSystem)
        : diskFailure(error, message('attempt.read-trip'))
    }
  }

  /** @returns the state that changes are made to from now on; the one that was known where nothing is new */
  async #takeIn(known: Trip, found: Trip): Promise<Trip> {
    const { trip, conflicts, isFollowed } = await takeIn(known, found, this.#adapter.changedAt(), (one, other) =>
      this.#events.findBase(one, other),
    )
    const isNews = !isSame(trip, known)
    const state = isNews ? trip : known
    if (isNews) {
      this.#settle(trip)
      this.#ancestors.push(known.updatedAt)
      this.#events.replaced(known, trip)
      if (isFollowed) this.#events.followed()
      else this.#events.changedOutside(known, found)
    } else {
      this.#low = new Low(this.#adapter, known)
    }
    if (this.#coding.hasWrongChecksum() || !isSame(state, found)) await this.#tryToWrite(state, found)
    if (conflicts.length > 0) this.#events.keptBoth(conflicts)
    return state
  }

  /** Where it cannot be written now, it is with the next change; what both had is kept in any case. */
  async #tryToWrite(trip: Trip, found: Trip): Promise<void> {
    try {
      await this.#write(trip)
      this.#events.saved(found, trip)
    } catch {
      // See above.
    }
  }

  /** From now on this state is the one that changes are made to. */
  #settle(trip: Trip): void {
    this.#low = new Low(this.#adapter, trip)
    // Somebody has put an earlier state in place: what was written here since is not in it, nor in what follows on it.
    const { name, last } = this.#writer
    if (last !== '' && trip.writers?.[name] !== last) this.#writer = { name: newWriter(), last: '' }
    this.#line = new WeakSet([trip])
    this.#ancestors = [trip.updatedAt]
  }
}

function newWriter(): string {
  return `run-${randomUUID().slice(0, 8)}`
}
