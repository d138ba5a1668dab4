import { join } from 'node:path'
import type { Trip } from '../../shared/trip.ts'
import { CORRUPT_PREFIX } from '../history/inspect-trip.ts'
import { isMissing } from '../disk/file-system.ts'
import { isConflictCopy } from '../trip-folder/conflict-names.ts'
import { PHOTO_FOLDER } from '../library/photo-files.ts'
import { readGoodPhoto } from '../library/read-good-photo.ts'
import { isNewer, readTrip, TRIP_FILE } from '../trip-file/trip-file.ts'
import { findAbsentPictures } from './find-absent-pictures.ts'
import type { Inquiry } from './inquiry.ts'

/** What a folder turned out to be. */
export type TripFolder =
  | { kind: 'trip'; trip: Trip }
  /** It has a `trip.json` that cannot be read. */
  | { kind: 'unreadable' }
  /** It has none. */
  | { kind: 'other' }
  /** It was moved away while the library was read. */
  | { kind: 'gone' }

/**
 * Reads everything in a trip's folder.
 *
 * @param place the folder, from the library's, with `/`
 */
export async function verifyTripFolder(inquiry: Inquiry, place: string): Promise<TripFolder> {
  const { library } = inquiry
  const folder = join(library, place)
  // Before the trip: a picture that is added meanwhile is then none that the trip does not name.
  const files = await inquiry.list(join(folder, PHOTO_FOLDER), `${place}/${PHOTO_FOLDER}`)
  const bytes = await inquiry.read(join(folder, TRIP_FILE), `${place}/${TRIP_FILE}`)
  if (bytes === 'missing') return { kind: (await isThere(inquiry, folder)) ? 'other' : 'gone' }
  for (const { name } of await inquiry.list(folder, place)) noteLeftover(inquiry, place, name)
  if (bytes === null) return { kind: 'unreadable' }
  const read = readTrip(bytes, TRIP_FILE)
  if (!read.ok) {
    inquiry.problem(`${place}/${TRIP_FILE}`, read.error.message)
    return { kind: 'unreadable' }
  }
  const { trip, version } = read.value
  if (isNewer(version)) {
    inquiry.note(
      `${place}/${TRIP_FILE}`,
      'A newer version of Lanyard wrote this trip. What this version knows of it was checked.',
    )
  }
  for (const sentence of findAbsentPictures(trip)) inquiry.problem(`${place}/${TRIP_FILE}`, sentence)
  await verifyPhotos(inquiry, place, trip)
  const named = new Set(trip.photos.map(({ file }) => file))
  for (const { name } of files) {
    if (named.has(name) || name.startsWith('.')) continue
    inquiry.note(`${place}/${PHOTO_FOLDER}/${name}`, 'The trip does not name this file. It is left where it is.')
  }
  return { kind: 'trip', trip }
}

async function verifyPhotos(inquiry: Inquiry, place: string, trip: Trip): Promise<void> {
  for (const photo of trip.photos) {
    const at = `${place}/${PHOTO_FOLDER}/${photo.file}`
    await inquiry.begin(at)
    const read = await readGoodPhoto(join(inquiry.library, place), trip, photo, inquiry.disk)
    if (read.ok) {
      inquiry.counted.pictures++
      inquiry.counted.bytes += read.value.byteLength
    } else if (await isThere(inquiry, join(inquiry.library, place))) inquiry.problem(at, read.error.message)
  }
}

function noteLeftover(inquiry: Inquiry, place: string, name: string): void {
  if (name.startsWith(CORRUPT_PREFIX)) {
    inquiry.note(`${place}/${name}`, 'A damaged file that a good version has replaced. You can delete it.')
  } else if (isConflictCopy(name)) {
    inquiry.note(
      `${place}/${name}`,
      'A copy that a program for shared folders made. When the trip is opened it is merged, or you are asked, as the settings say.',
    )
  }
}

/** A trip that is moved to the trash while it is read is not a broken one. */
async function isThere(inquiry: Inquiry, folder: string): Promise<boolean> {
  return inquiry.disk.stat(folder).then(
    () => true,
    (error: unknown) => !isMissing(error),
  )
}
