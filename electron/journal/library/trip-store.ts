import { dirname } from 'node:path'
import { Low } from 'lowdb'
import type { Conflict } from '../../shared/history.ts'
import { type Failure, ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure, Refusal } from '../disk/disk-failure.ts'
import { ChangedMeanwhile, DurableAdapter } from '../disk/durable-adapter.ts'
import { type FileSystem, isMissing } from '../disk/file-system.ts'
import { mergeTrips } from '../merge/merge-trips.ts'
import { isSame } from '../trip-file/sides.ts'
import { keepOriginal } from '../history/keep-original.ts'
import type { Migration } from '../trip-file/migrate.ts'
import type { TripLayout } from '../trip-folder/layout.ts'
import type { Change } from './apply-change.ts'
import { JobQueue } from './job-queue.ts'
import { Lineage } from './lineage.ts'
import { fileMissing, tripMissing, tripNewer } from './missing.ts'
import { mergeOutsideChange } from './outside-change.ts'
import { type Prepared, prepareUpdate, type Saved, type Update } from './prepare-update.ts'
import { type FileContents, removeFiles } from '../trip-folder/trip-files.ts'
import type { StoreHost } from './store-events.ts'
import { type TripCoding, tripCoding, type TripOriginal } from '../trip-file/trip-coding.ts'
import { message } from '../../shared/messages/message.ts'

export interface TripStoreOptions {
  tripId: string
  /** The trip's file, absolute. */
  file: string
  /** What messages call the file. */
  name: string
  fileSystem: FileSystem
  layout: TripLayout
  /** The steps that update older files. */
  migrations: readonly Migration[]
  host: StoreHost
}

interface Stored {
  trip: Trip
  conflicts: Conflict[]
}

/** Give up after this many concurrent writes by others. */
const MAX_TRIES = 20
const busy = Object.assign(new Error('The file changes all the time'), { code: 'EBUSY' })

/** A trip in use: its newest state, and the queue that runs all its reads and writes in the order of the requests. */
export class TripStore {
  readonly file: string
  readonly #options: TripStoreOptions
  readonly #host: StoreHost
  readonly #coding: TripCoding
  readonly #adapter: DurableAdapter<Trip>
  /** The state that is safely on the disk; `null` before the first read. */
  #low: Low<Trip> | null = null
  /** The file as an older Lanyard left it, to be kept before it is overwritten; `null` if it has the current format. */
  #original: TripOriginal | null = null
  /** Whether a newer Lanyard wrote the file, so that this one must not. */
  #isNewer = false
  readonly #lineage = new Lineage()
  readonly #queue = new JobQueue<Update>((updates) => this.#commit(updates))

  constructor(options: TripStoreOptions) {
    const { file, name, fileSystem, migrations, host } = options
    this.#options = options
    this.file = file
    this.#host = host
    this.#coding = tripCoding(name, () => this.#low !== null, migrations)
    this.#adapter = new DurableAdapter(file, this.#coding, fileSystem, true)
  }

  /** Resolves with the newest state. Reads the file the first time, and again if another program has changed it. */
  read(): Promise<Result<Trip>> {
    return this.#queue.run(() => this.#load())
  }

  /** The same, but refuses a trip that cannot be changed: a version of one that is too new would be incomplete. */
  readToChange(): Promise<Result<Trip>> {
    return this.#queue.run(() => this.#loadToChange())
  }

  /** Resolves with the reason why the trip cannot be changed, or `null` if it can. */
  refusal(): Promise<Result<Failure | null>> {
    return this.#queue.run(async () => {
      const loaded = await this.#load()
      return loaded.ok ? ok(this.#isNewer ? tripNewer().error : null) : loaded
    })
  }

  /**
   * Changes the trip. Resolves when the change is either safely on the disk or refused, never half done.
   *
   * @param isDated whether the change itself sets `updatedAt`
   */
  update(change: Change, contents: FileContents, isDated = false): Promise<Result<Saved>> {
    return new Promise((settle, reject) => {
      this.#queue.push({ change, isDated, contents, settle, reject })
    })
  }

  /** Notes that a state is kept as a version, so that later states list it among their ancestors. */
  noteKept(trip: Trip): void {
    this.#lineage.noteKept(trip)
  }

  /** The state in memory that is known to be on the disk, with the stamp of its file. */
  known(): { trip: Trip; stamp: string; isNewer: boolean } | null {
    const stamp = this.#adapter.stamp
    return this.#low === null || stamp === null ? null : { trip: this.#low.data, stamp, isNewer: this.#isNewer }
  }

  /** Runs a task after everything that was requested before it, and before anything requested later. */
  enqueue<T>(task: () => Promise<T>): Promise<T> {
    return this.#queue.run(task)
  }

  /** Whether another program has changed or removed the file since it was read or written here. */
  isOutdated(): Promise<boolean> {
    return this.#queue.run(async () => {
      if (this.#low === null) return false
      return !(await this.#adapter.isCurrent().catch((error: unknown) => !isMissing(error)))
    })
  }

  /** Whether nothing is waiting or running. */
  isIdle(): boolean {
    return this.#queue.isIdle()
  }

  /** Resolves when nothing is waiting any more. */
  async settled(): Promise<void> {
    await this.#queue.settled()
    await this.#adapter.settled()
  }

  async #commit(updates: readonly Update[]): Promise<void> {
    // The write itself notices when another program has changed the file.
    const loaded = this.#low === null || this.#isNewer ? await this.#loadToChange() : ok(this.#low.data)
    if (!loaded.ok) {
      for (const update of updates) update.settle(loaded)
      return
    }
    const before = loaded.value
    let mine = before
    const accepted: (Prepared & { update: Update })[] = []
    for (const update of updates) {
      const result = await prepareUpdate(mine, update, this.#lineage, {
        ...this.#options,
        tripFolder: dirname(this.file),
      })
      if (result === null) continue
      this.#host.onEvent({ kind: 'replaced', before: mine, after: result.trip })
      mine = result.trip
      accepted.push({ update, ...result })
    }
    const stored = mine === before ? await this.#reload() : await this.#store(before, mine)
    if (!stored.ok && (await this.#isUntouched())) {
      for (const { written } of accepted) await removeFiles(written, this.#options.fileSystem)
    }
    const savedAt = now()
    for (const { update, trip } of accepted) {
      // Without changes by others, each caller gets the state after its own change: the next in line may have undone it.
      const answer = stored.ok && stored.value.trip !== mine ? stored.value.trip : trip
      update.settle(stored.ok ? ok({ trip: answer, savedAt }) : stored)
    }
    if (!stored.ok) return
    if (stored.value.trip !== mine) {
      this.#host.onEvent({ kind: 'replaced', before: mine, after: stored.value.trip })
      this.#host.onEvent({ kind: 'merged-while-saving' })
    }
    this.#reportConflicts(stored.value.conflicts)
  }

  /** Used instead of a write if there is nothing to write. */
  async #reload(): Promise<Result<Stored>> {
    const loaded = await this.#load()
    return loaded.ok ? ok({ trip: loaded.value, conflicts: [] }) : loaded
  }

  /**
   * Writes a state, merged with what another program has written in the meantime.
   *
   * @param base the state from which it was made
   */
  async #store(base: Trip, mine: Trip): Promise<Result<Stored>> {
    const conflicts: Conflict[] = []
    let [from, state, onDisk] = [base, mine, base]
    const attempt = async (): Promise<Result<Stored> | null> => {
      if (onDisk !== from) {
        const merged = mergeTrips(from, state, onDisk)
        state = merged.trip
        conflicts.push(...merged.conflicts)
      }
      try {
        await this.#write(state)
        this.#host.onEvent({ kind: 'saved', before: onDisk, after: state })
        return ok({ trip: state, conflicts })
      } catch (error) {
        if (!(error instanceof ChangedMeanwhile)) return await this.#refuse(error, onDisk)
      }
      const loaded = await this.#loadToChange()
      if (!loaded.ok) return loaded
      from = onDisk
      onDisk = loaded.value
      return null
    }
    const stored = await attempt()
    if (stored !== null) return stored
    // Another program was faster. If it is a Lanyard, it waits from here on.
    return await this.#adapter.underLock(async () => {
      for (let tries = 0; tries < MAX_TRIES; tries++) {
        const result = await attempt()
        if (result !== null) return result
      }
      return diskFailure(busy, message('attempt.save-trip'))
    })
  }

  /** Memory follows the disk, never the other way round: a failed write leaves the state unchanged. */
  async #write(trip: Trip): Promise<void> {
    if (this.#original !== null) {
      const { version, bytes } = this.#original
      const { tripId, fileSystem } = this.#options
      await keepOriginal(dirname(dirname(this.file)), tripId, version, bytes, fileSystem)
    }
    const next = new Low(this.#adapter, trip)
    await next.write()
    this.#low = next
    this.#original = null
    this.#lineage.noteWritten(trip)
  }

  /** @param known what the file contained */
  async #refuse(error: unknown, known: Trip): Promise<{ ok: false; error: Failure }> {
    if (!isMissing(error)) return diskFailure(error, message('attempt.save-trip'))
    this.#host.onEvent({ kind: 'lost', state: known })
    return await fileMissing(this.file, this.#options.fileSystem)
  }

  /** Whether a failed write left the file unchanged. If not, it may name new files, which must stay. */
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
      // The folder now contains another trip, so this one must be searched for elsewhere.
      if (found.id !== this.#options.tripId) {
        this.#low = null
        return tripMissing()
      }
      if (known !== null && !this.#isNewer) return ok(await this.#adoptOutsideChange(known, found))
      if (known !== null && !isSame(known, found)) {
        this.#host.onEvent({ kind: 'replaced', before: known, after: found })
        this.#host.onEvent({ kind: 'changed-outside', states: [known] })
      }
      this.#settle(found)
      return ok(found)
    } catch (error) {
      if (known !== null && (isMissing(error) || error instanceof Refusal)) {
        this.#host.onEvent({ kind: 'lost', state: known })
      }
      return isMissing(error)
        ? await fileMissing(this.file, this.#options.fileSystem)
        : diskFailure(error, message('attempt.read-trip'))
    }
  }

  /** Resolves with the new current state, or with `known` itself if nothing has changed. */
  async #adoptOutsideChange(known: Trip, found: Trip): Promise<Trip> {
    const { trip, conflicts, isFollowed } = await mergeOutsideChange(
      known,
      found,
      this.#adapter.changedAt(),
      (one, other) => this.#host.findBase(one, other),
    )
    const isNews = !isSame(trip, known)
    const state = isNews ? trip : known
    if (isNews) {
      this.#settle(trip)
      this.#lineage.noteReplaced(known)
      this.#host.onEvent({ kind: 'replaced', before: known, after: trip })
      this.#host.onEvent(isFollowed ? { kind: 'followed' } : { kind: 'changed-outside', states: [known, found] })
    } else {
      this.#low = new Low(this.#adapter, known)
    }
    if (this.#coding.hasWrongChecksum() || !isSame(state, found)) await this.#tryToWrite(state, found)
    this.#reportConflicts(conflicts)
    return state
  }

  #reportConflicts(conflicts: Conflict[]): void {
    if (conflicts.length > 0) this.#host.onEvent({ kind: 'conflicts', conflicts })
  }

  /** If this fails, the next change writes the state; the versions of both sides are kept in any case. */
  async #tryToWrite(trip: Trip, found: Trip): Promise<void> {
    try {
      await this.#write(trip)
      this.#host.onEvent({ kind: 'saved', before: found, after: trip })
    } catch {
      // See above.
    }
  }

  /** Makes a state the current one. */
  #settle(trip: Trip): void {
    this.#low = new Low(this.#adapter, trip)
    this.#lineage.restart(trip)
  }
}
