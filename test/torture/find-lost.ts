import { isSame } from '../../electron/journal/trip-file/sides.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import type { LibraryState } from './look-at-library.ts'

/** What was on one side before the two were connected and is nowhere now, a line each. */
export function findLost(own: LibraryState, theirs: LibraryState, after: LibraryState): string[] {
  const there = newestFirst(after)
  const all = [...there, ...after.trashed]
  return newestFirst(own).flatMap((trip) => findLostOf(trip, theirs, there, all))
}

/** Each trip once: of one in two folders, the one that was written last. */
function newestFirst({ trips }: LibraryState): Trip[] {
  const newest = [...trips.values()].toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
  return newest.filter(({ id }, index) => newest.findIndex((trip) => trip.id === id) === index)
}

function findLostOf(trip: Trip, theirs: LibraryState, there: readonly Trip[], all: readonly Trip[]): string[] {
  const lost: string[] = []
  const other = newestFirst(theirs).find(({ id }) => id === trip.id)
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
