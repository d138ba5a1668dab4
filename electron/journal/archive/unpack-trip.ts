import { createHash } from 'node:crypto'
import { MAX_PICTURE_BYTES, pictureType } from '../../shared/pictures.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Photo, Trip } from '../../shared/trip.ts'
import { decodeTrip } from '../trip-file/trip-file.ts'
import type { Tell } from '../disk/tell.ts'
import type { ArchiveSource } from './archive-source.ts'
import { findTrip, type FoundTrip } from './find-trip.ts'
import { openZip, type ZipItem } from './read-zip.ts'
import { safeFileNames } from './safe-file-names.ts'

/** Some ten thousand pages. */
export const MAX_TRIP_BYTES = 20 * 1024 * 1024
/** Of all pictures. Disks are larger, but a file that claims to hold more was made to fill them. */
const MAX_ALL_BYTES = 4 * 1024 * 1024 * 1024
/** Pictures hardly shrink. What does so much more is a small file that fills a disk. */
const MAX_RATIO = 200
/** More are counted and not named. */
const MOST_NAMED = 5

/** What is in an exported trip, of which every part was looked at. */
export interface UnpackedTrip {
  /** Its pictures' files have names that are safe on every system. */
  trip: Trip
  /** Those pictures whose bytes are there and whole. */
  photoIds: string[]
  /** Sentences: what is missing, and what was left out. */
  remarks: string[]
}

/** An exported trip with the way to its pictures. */
export interface OpenedTrip extends UnpackedTrip {
  /** A picture's bytes, compared with its record once more. */
  readPhoto(photoId: string): Promise<Result<Uint8Array<ArrayBuffer>>>
  close(): void
}

/**
 * Opens an exported trip. Of what is in it only the trip and those pictures are taken that the trip has a record of, and
 * that have the size, the kind and the hash which stand there. Anything else is told, and left where it is.
 */
export async function unpackTrip(source: ArchiveSource, tell: Tell = () => {}): Promise<Result<OpenedTrip>> {
  const zip = await openZip(source)
  if (!zip.ok) return zip
  const opened = await lookThrough(zip.value.items, tell)
  if (!opened.ok) {
    zip.value.close()
    return opened
  }
  return ok({ ...opened.value, close: () => zip.value.close() })
}

async function lookThrough(items: readonly ZipItem[], tell: Tell): Promise<Result<Omit<OpenedTrip, 'close'>>> {
  const found = findTrip(items)
  if (!found.ok) return found
  const decoded = await readTrip(found.value.trip)
  if (!decoded.ok) return decoded
  const trip = decoded.value
  tell(0, 'checking-pictures')
  const total = trip.photos.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total > MAX_ALL_BYTES) return tooLarge()

  const whole = new Map<string, Photo>()
  const missing: string[] = []
  const damaged: string[] = []
  let done = 0
  for (const photo of trip.photos) {
    const item = found.value.photo(photo.file)
    if (item === undefined) missing.push(photo.file)
    else if ((await readPicture(item, photo)) === null) damaged.push(photo.file)
    else whole.set(photo.id, photo)
    done += photo.bytes
    tell(total === 0 ? 1 : done / total, 'checking-pictures')
  }
  const others = found.value.others(new Set(trip.photos.map(({ file }) => file)))
  return ok({
    trip: safeFileNames(trip),
    photoIds: [...whole.keys()],
    remarks: [
      ...tellNames(missing, ['picture is not in the file', 'pictures are not in the file']),
      ...tellNames(damaged, ['picture in the file is damaged', 'pictures in the file are damaged']),
      ...tellNames(others, ['file in it is no part of the trip', 'files in it are no part of the trip']),
    ],
    readPhoto: (photoId) => readWhole(found.value, whole.get(photoId)),
  })
}

async function readTrip(item: ZipItem): Promise<Result<Trip>> {
  if (item.size > MAX_TRIP_BYTES) {
    return fail(
      'import.too-large',
      'The texts of this trip are larger than 20 MB, which Lanyard does not import. Nothing was imported. Unzip the file, and put the folder in it into your library.',
    )
  }
  const bytes = await item.read()
  if (bytes === null) return damagedTrip()
  const trip = decodeTrip(bytes, 'The trip in the file')
  return trip.ok || trip.error.code === 'trip.newer' ? trip : damagedTrip()
}

/** The bytes of a picture; `null` where they are not what the record says. */
async function readPicture(item: ZipItem, photo: Photo): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!item.isPlain || item.size !== photo.bytes || item.size > MAX_PICTURE_BYTES) return null
  if (item.size > 1024 * 1024 && item.size > item.packedSize * MAX_RATIO) return null
  const data = await item.read()
  if (data === null || pictureType(data) !== photo.mediaType) return null
  return createHash('sha256').update(data).digest('hex') === photo.sha256 ? data : null
}

async function readWhole(found: FoundTrip, photo: Photo | undefined): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const item = photo === undefined ? undefined : found.photo(photo.file)
  const data = photo === undefined || item === undefined ? null : await readPicture(item, photo)
  return data === null
    ? fail(
        'import.damaged',
        'The file has changed while it was read. Nothing was imported. Try again when it is at rest.',
      )
    : ok(data)
}

function tellNames(names: readonly string[], [one, many]: readonly [string, string]): string[] {
  if (names.length === 0) return []
  const named = names.slice(0, MOST_NAMED).map((name) => `“${shorten(name)}”`)
  const rest = names.length - named.length
  const all = `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
  return [names.length === 1 ? `One ${one}: ${all}.` : `${names.length} ${many}: ${all}.`]
}

/** Names in a file from elsewhere can be anything: made to hide what follows them, or without end. */
function shorten(name: string): string {
  const plain = name.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '?')
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain
}

function damagedTrip(): Result<never> {
  return fail(
    'import.damaged',
    'The trip in the file is damaged. Nothing was imported. Copy the file once more from where it comes from, or save it anew there.',
  )
}

function tooLarge(): Result<never> {
  return fail(
    'import.too-large',
    'The pictures of this trip are larger than 4 GB together. Nothing was imported. Unzip the file, and put the folder in it into your library.',
  )
}
