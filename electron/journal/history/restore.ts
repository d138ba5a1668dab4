import { isDeepStrictEqual } from 'node:util'
import { placeAtEnd, placeBefore, placeByTime } from '../../shared/entries/place-entry.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Entry, type Photo, type Trip, TRIP_SCHEMA_VERSION } from '../../shared/trip.ts'

/**
 * Returns a trip to an earlier version. Nothing is lost: entries that were added later move to the deleted entries,
 * from which they can be restored, and pictures stay.
 *
 * @param at the current time, so that a merge elsewhere sees that this is newer than what it undoes
 */
export function restoreTrip(trip: Trip, version: Trip, at: string): Result<Trip> {
  const now = new Map(trip.entries.map((entry) => [entry.id, entry]))
  const live = new Set(version.entries.map((entry) => entry.id))
  const deleted = trip.deleted.filter(({ entry }) => !live.has(entry.id))
  const gone = trip.entries.filter((entry) => !live.has(entry.id))
  return ok({
    ...version,
    schemaVersion: TRIP_SCHEMA_VERSION,
    id: trip.id,
    createdAt: trip.createdAt,
    updatedAt: at,
    entries: version.entries.map((entry) => asOfNow(entry, now.get(entry.id), at)),
    deleted: [...deleted, ...gone.map((entry) => ({ entry, deletedAt: at, next: null }))],
    photos: withPhotos(version.photos, trip.photos),
  })
}

/**
 * Returns one entry to an earlier version and leaves the rest of the trip unchanged. The entry keeps its place; one
 * that has been deleted or moved to another day since then returns to where it was.
 *
 * @param at the current time
 */
export function restoreEntryFromVersion(trip: Trip, version: Trip, entryId: string, at: string): Result<Trip> {
  const earlier = version.entries.find(({ id }) => id === entryId)
  if (earlier === undefined) {
    return fail('entry.not-in-version-here')
  }
  const current = trip.entries.find(({ id }) => id === entryId)
  const entry = asOfNow(earlier, current, at)
  return ok({
    ...trip,
    entries: place(trip.entries, entry, current, version),
    deleted: trip.deleted.filter((other) => other.entry.id !== entryId),
    photos: withPhotos(
      trip.photos,
      version.photos.filter(({ id }) => entry.text.includes(id)),
    ),
  })
}

function place(entries: readonly Entry[], entry: Entry, current: Entry | undefined, version: Trip): Entry[] {
  if (current?.day === entry.day && current.start === entry.start) {
    return entries.map((other) => (other === current ? entry : other))
  }
  const others = entries.filter((other) => other !== current)
  const day = version.entries.filter((other) => other.day === entry.day)
  const after = day.slice(day.findIndex(({ id }) => id === entry.id) + 1)
  const next = after.find(({ id }) => others.some((other) => other.id === id && other.day === entry.day))
  if (next !== undefined) return placeBefore(others, entry, next.id)
  return after.length === 0 ? placeAtEnd(others, entry) : placeByTime(others, entry)
}

/** An entry whose content does not change keeps the time of its last change. */
function asOfNow(earlier: Entry, current: Entry | undefined, at: string): Entry {
  const says = { ...earlier, updatedAt: at }
  return isDeepStrictEqual({ ...current, updatedAt: at }, says) && current !== undefined ? current : says
}

/** The files of pictures are not deleted along with their records, so the records of both are kept. */
function withPhotos(photos: readonly Photo[], more: readonly Photo[]): Photo[] {
  const ids = new Set(photos.map(({ id }) => id))
  return [...photos, ...more.filter(({ id }) => !ids.has(id))]
}
