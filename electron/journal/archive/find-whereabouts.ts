import type { Whereabouts } from '../../shared/archive.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import type { Library } from '../library/library.ts'
import { tripsInTrash } from '../library/trash.ts'
import { findBase } from '../history/find-base.ts'
import { mergeTrips } from '../merge/merge-trips.ts'
import { isSame } from '../trip-file/sides.ts'
import { compareTrips } from './compare-trips.ts'
import type { OpenArchive } from './open-archive.ts'
import type { UnpackedTrip } from './unpack-trip.ts'

/** Finds out whether the library already has the trip in a file, and how the two differ. */
export async function findWhereabouts(
  library: Library,
  archive: Pick<OpenArchive, 'trip' | 'files' | 'readFile'>,
): Promise<Result<Whereabouts>> {
  const { trip } = archive
  const folders = await library.folders()
  if (!folders.ok) return folders
  if (!folders.value.has(trip.id)) {
    const inTrash = await tripsInTrash(library.folder, library.disk)
    return ok({ state: inTrash.includes(trip.id) ? 'in-trash' : 'new' })
  }
  const ours = await library.open(trip.id)
  if (!ours.ok) return ok({ state: 'unreadable', problem: ours.error })
  const lost = await findLostPhotos(library, ours.value, archive)
  const hasNewFiles = await addsToFiles(library, archive)
  const theirs = withOurPhotos(trip, ours.value)
  const base = await findBase(library.history, ours.value, theirs)
  const { trip: merged } = mergeTrips(base, ours.value, theirs)
  if (lost.size === 0 && !hasNewFiles && isSame(contentOf(merged), contentOf(ours.value))) {
    return ok({ state: 'same', isOlder: !isSame(contentOf(theirs), contentOf(ours.value)) })
  }
  const news = compareTrips(ours.value, theirs, lost)
  return ok({ state: 'differs', news: { ...news, hasOtherDetails: news.hasOtherDetails || hasNewFiles } })
}

/** Whether merging the revised files would add something to ours. */
async function addsToFiles(
  library: Library,
  { trip, files, readFile }: Pick<OpenArchive, 'trip' | 'files' | 'readFile'>,
): Promise<boolean> {
  for (const part of library.layout.revised) {
    if (!files.includes(part.name)) continue
    const ours = await library.readFile(trip.id, part.name)
    if (!ours.ok) continue
    if (ours.value.kind !== 'good') return true
    const merged = part.revisions.merge(ours.value.bytes, await readFile(part.name))
    if (merged.ok && merged.value !== ours.value.bytes) return true
  }
  return false
}

/**
 * Replaces a trip's records of the pictures that we have too with our own records. Our file decides what the picture
 * is; captions and the like are merged.
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

/** The ids of our pictures whose files are missing and that the archive has unchanged. */
export async function findLostPhotos(
  library: Library,
  ours: Trip,
  { trip, files }: Pick<UnpackedTrip, 'trip' | 'files'>,
): Promise<Set<string>> {
  const good = new Set(files)
  const theirs = new Map(trip.photos.flatMap(({ id, sha256 }) => (good.has(id) ? [[id, sha256] as const] : [])))
  const lost = new Set<string>()
  for (const { id } of ours.photos.filter((photo) => theirs.get(photo.id) === photo.sha256)) {
    const photo = await library.readPhoto(ours.id, id)
    if (!photo.ok && photo.error.code === 'photo.missing') lost.add(id)
  }
  return lost
}

/** A trip without the bookkeeping for merges. */
function contentOf(trip: Trip) {
  const { updatedAt: _updatedAt, ancestors: _ancestors, ...rest } = trip
  return rest
}
