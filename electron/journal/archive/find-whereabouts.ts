import type { Whereabouts } from '../../shared/archive.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import type { Library } from '../library/library.ts'
import { tripsInTrash } from '../library/trash.ts'
import { findBase } from '../history/find-base.ts'
import { mergeTrips } from '../merge/merge-trips.ts'
import { isSame } from '../trip-file/sides.ts'
import { compareTrips } from './compare-trips.ts'
import type { UnpackedTrip } from './unpack-trip.ts'

/** Finds out whether the trip of a file is in the library already, and what is different. */
export async function findWhereabouts(library: Library, unpacked: UnpackedTrip): Promise<Result<Whereabouts>> {
  const { trip } = unpacked
  const folders = await library.folders()
  if (!folders.ok) return folders
  if (!folders.value.has(trip.id)) {
    const inTrash = await tripsInTrash(library.folder, library.disk)
    return ok({ state: inTrash.includes(trip.id) ? 'in-trash' : 'new' })
  }
  const ours = await library.open(trip.id)
  if (!ours.ok) return ok({ state: 'unreadable', problem: ours.error.message })
  const lost = await findLostPhotos(library, ours.value, unpacked)
  const theirs = withOurPhotos(trip, ours.value)
  const base = await findBase(library.history, ours.value, theirs)
  const { trip: merged } = mergeTrips(base, ours.value, theirs)
  if (lost.size === 0 && isSame(said(merged), said(ours.value))) {
    return ok({ state: 'same', isOlder: !isSame(said(theirs), said(ours.value)) })
  }
  return ok({ state: 'differs', news: compareTrips(ours.value, theirs, lost) })
}

/**
 * The other state of a trip with our records of the pictures that both have. What a picture is, is decided by our file of
 * it; what is said of it is merged.
 */
export function withOurPhotos(theirs: Trip, ours: Trip): Trip {
  const known = new Map(ours.photos.map((photo) => [photo.id, photo]))
  const photos = theirs.photos.map((photo) => {
    const our = known.get(photo.id)
    if (our === undefined) return photo
    const { file, mediaType, bytes, sha256, originalName, addedAt } = our
    return { ...photo, file, mediaType, bytes, sha256, originalName, addedAt }
  })
  return { ...theirs, photos }
}

/** Those of our pictures whose files are not there, and that the file has as they were. */
export async function findLostPhotos(
  library: Library,
  ours: Trip,
  { trip, photoIds }: UnpackedTrip,
): Promise<Set<string>> {
  const whole = new Set(photoIds)
  const there = new Map(trip.photos.flatMap(({ id, sha256 }) => (whole.has(id) ? [[id, sha256] as const] : [])))
  const lost = new Set<string>()
  for (const { id } of ours.photos.filter((photo) => there.get(photo.id) === photo.sha256)) {
    const photo = await library.readPhoto(ours.id, id)
    if (!photo.ok && photo.error.code === 'photo.missing') lost.add(id)
  }
  return lost
}

/** A trip without what merging notes for itself. */
function said(trip: Trip) {
  const { updatedAt: _updatedAt, ancestors: _ancestors, ...rest } = trip
  return rest
}
