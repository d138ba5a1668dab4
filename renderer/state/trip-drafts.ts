import type { Entry, EntryChanges, Photo, ReportChanges, Trip, TripChanges } from '../../electron/shared/trip.ts'
import type { Result } from '../../electron/shared/result.ts'
import { bridge } from '../bridge.ts'
import { prepareFlush } from './before-flush.ts'
import type { Lane, SaveQueue } from './save-queue.ts'

export type PhotoChanges = Partial<Pick<Photo, 'caption' | 'alt' | 'credit'>>

/** What the page has typed into one trip and the disk may not have yet: a lane for each thing that is edited. */
export interface TripDrafts {
  trip: Lane<TripChanges>
  report: Lane<ReportChanges>
  entry: (entry: Pick<Entry, 'id' | 'kind' | 'updatedAt'>) => Lane<EntryFields>
  photo: (photoId: string) => Lane<PhotoChanges>
  /**
   * The trip as the disk has it, with all drafts laid over it: what the screen shows.
   *
   * @param shown what it showed before: what is being written stays there, whoever has deleted it meanwhile
   */
  over: (trip: Trip, shown: readonly Entry[]) => Trip
  /** Sends the drafts of an entry, if it has any; whether the disk has them. */
  flushEntry: (entryId: string) => Promise<boolean>
  discardEntry: (entryId: string) => void
  /** Runs a call to the engine after all earlier ones of this trip have been answered, so that answers never cross. */
  inOrder: <T>(call: () => Promise<Result<T>>) => Promise<Result<T>>
  /** Settles when every call so far has been answered. */
  settled: () => Promise<void>
}

/** Changes of an entry without its kind, which never changes. */
export type EntryFields = DistributiveOmit<EntryChanges, 'kind'>
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** What a save tells back beside its time. */
export interface Saved {
  onTrip: (trip: Trip) => void
  onEntry: (entry: Entry, order: readonly string[]) => void
  onPhoto: (photo: Photo) => void
}

/** Lays changes over an entry. They come from the fields of its own kind, which the types cannot follow. */
export function changeEntry(entry: Entry, changes: EntryFields): Entry {
  return { ...entry, ...changes }
}

interface EntryLane {
  lane: Lane<EntryFields>
  /** By this the engine knows the state of the entry on which the draft was begun, and merges what came in between. */
  seen: string
  /** What is shown is what was sent, not yet what the disk has made of it. */
  isAhead: boolean
}

export function createTripDrafts(tripId: string, queue: SaveQueue, saved: Saved): TripDrafts {
  let last: Promise<unknown> = Promise.resolve()
  const inOrder = <T>(call: () => Promise<Result<T>>): Promise<Result<T>> => {
    const next = last.then(call)
    last = next
    return next
  }

  const entries = new Map<string, EntryLane>()
  const photos = new Map<string, Lane<PhotoChanges>>()

  /** The entries of a state, and those that are not in it and are being written. */
  const withDrafted = (onDisk: Entry[], shown: readonly Entry[]): Entry[] => {
    const drafted = shown.filter(({ id }) => entries.get(id)?.lane.draft())
    const gone = drafted.filter(({ id }) => onDisk.every((entry) => entry.id !== id))
    return [...onDisk, ...gone]
  }

  const trip = queue.lane<TripChanges>(async (changes) => {
    const answer = await inOrder(() => bridge.call('trips.save', { tripId, changes }))
    if (answer.ok) saved.onTrip(answer.value.trip)
    return answer.ok ? { ok: true, value: answer.value.savedAt } : answer
  })

  const report = queue.lane<ReportChanges>(async (changes) => {
    const answer = await inOrder(() => bridge.call('report.save', { tripId, changes }))
    if (answer.ok) saved.onTrip(answer.value.trip)
    return answer.ok ? { ok: true, value: answer.value.savedAt } : answer
  })

  return {
    trip,
    report,
    entry({ id: entryId, kind, updatedAt }) {
      const known = entries.get(entryId)
      if (known) {
        if (known.lane.draft() === null && !known.isAhead) known.seen = updatedAt
        return known.lane
      }
      const lane = queue.lane<EntryFields>(async (fields) => {
        const changes = { ...fields, kind }
        const { seen } = made
        const answer = await inOrder(() => bridge.call('entries.save', { tripId, entryId, changes, seen }))
        if (answer.ok) {
          made.seen = answer.value.seen
          made.isAhead = true
          saved.onEntry(answer.value.entry, answer.value.order)
        }
        return answer.ok ? { ok: true, value: answer.value.savedAt } : answer
      })
      const made: EntryLane = { lane, seen: updatedAt, isAhead: false }
      entries.set(entryId, made)
      return lane
    },
    photo(photoId) {
      const known = photos.get(photoId)
      if (known) return known
      const lane = queue.lane<PhotoChanges>(async (changes) => {
        const answer = await inOrder(() => bridge.call('photos.save', { tripId, photoId, changes }))
        if (answer.ok) saved.onPhoto(answer.value.photo)
        return answer.ok ? { ok: true, value: answer.value.savedAt } : answer
      })
      photos.set(photoId, lane)
      return lane
    },
    over: (onDisk, shown) => ({
      ...onDisk,
      ...trip.draft(),
      report: { ...onDisk.report, ...report.draft() },
      entries: withDrafted(onDisk.entries, shown).map((entry) => {
        const known = entries.get(entry.id)
        const draft = known?.lane.draft()
        if (draft) return changeEntry(entry, draft)
        if (known) known.isAhead = false
        return entry
      }),
      photos: onDisk.photos.map((photo) => ({ ...photo, ...photos.get(photo.id)?.draft() })),
    }),
    async flushEntry(entryId) {
      prepareFlush()
      return (await entries.get(entryId)?.lane.flush()) ?? true
    },
    discardEntry(entryId) {
      entries.get(entryId)?.lane.discard()
      entries.delete(entryId)
    },
    inOrder,
    async settled() {
      await last
    },
  }
}
