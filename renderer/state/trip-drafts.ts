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
  entry: (entryId: string, kind: Entry['kind']) => Lane<EntryFields>
  photo: (photoId: string) => Lane<PhotoChanges>
  /** The trip as the disk has it, with all drafts laid over it: what the screen shows. */
  over: (trip: Trip) => Trip
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

export function createTripDrafts(tripId: string, queue: SaveQueue, saved: Saved): TripDrafts {
  let last: Promise<unknown> = Promise.resolve()
  const inOrder = <T>(call: () => Promise<Result<T>>): Promise<Result<T>> => {
    const next = last.then(call)
    last = next
    return next
  }

  const entries = new Map<string, Lane<EntryFields>>()
  const photos = new Map<string, Lane<PhotoChanges>>()

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
    entry(entryId, kind) {
      const known = entries.get(entryId)
      if (known) return known
      const lane = queue.lane<EntryFields>(async (fields) => {
        const changes = { ...fields, kind }
        const answer = await inOrder(() => bridge.call('entries.save', { tripId, entryId, changes }))
        if (answer.ok) saved.onEntry(answer.value.entry, answer.value.order)
        return answer.ok ? { ok: true, value: answer.value.savedAt } : answer
      })
      entries.set(entryId, lane)
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
    over: (onDisk) => ({
      ...onDisk,
      ...trip.draft(),
      report: { ...onDisk.report, ...report.draft() },
      entries: onDisk.entries.map((entry) => {
        const draft = entries.get(entry.id)?.draft()
        return draft ? changeEntry(entry, draft) : entry
      }),
      photos: onDisk.photos.map((photo) => ({ ...photo, ...photos.get(photo.id)?.draft() })),
    }),
    async flushEntry(entryId) {
      prepareFlush()
      return (await entries.get(entryId)?.flush()) ?? true
    },
    discardEntry(entryId) {
      entries.get(entryId)?.discard()
      entries.delete(entryId)
    },
    inOrder,
    async settled() {
      await last
    },
  }
}
