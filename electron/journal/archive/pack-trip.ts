import { basename } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Photo, Trip } from '../../shared/trip.ts'
import { diskFailure, Refusal } from '../disk/disk-failure.ts'
import { type FileSystem, nodeFileSystem } from '../disk/file-system.ts'
import { isInside } from '../disk/is-inside.ts'
import type { Library } from '../library/library.ts'
import { tripFolderName } from '../library/folder-name.ts'
import { PHOTO_FOLDER } from '../trip-folder/photos.ts'
import { TRIP_FILE } from '../trip-folder/trip-json.ts'
import type { Tell } from '../disk/tell.ts'
import { hashSlowly } from './hash-slowly.ts'
import { MAX_TRIP_BYTES } from './unpack-trip.ts'
import { writeArchive } from './write-archive.ts'
import { type ZipMember, zipChunks } from './zip-chunks.ts'
import { message } from '../../shared/messages/message.ts'

export interface PackOrder {
  library: Library
  tripId: string
  /** The file to write, absolute. */
  path: string
  /** Whether what has that name gives way. */
  replace: boolean
  tell?: Tell
  signal?: AbortSignal
  fileSystem?: FileSystem
}

export interface Packed {
  /** Absolute. */
  path: string
  bytes: number
  /** How many pictures are in it. */
  photos: number
  /** A sentence for each thing that is not in it. */
  remarks: string[]
}

/**
 * Saves a trip as one file: a zip of its folder, with the bytes that are on the disk. A picture that is missing there or
 * is not what it was is left out and told. Whatever happens, under the file's name there is all of it or what was there.
 */
export async function packTrip(order: PackOrder): Promise<Result<Packed>> {
  const { library, tripId, path, replace, signal, tell = () => {} } = order
  const fileSystem = order.fileSystem ?? nodeFileSystem
  if (isInside(path, library.folder)) return insideLibrary()
  const place = await library.placeOf(tripId)
  if (!place.ok) return place
  const snapshot = await library.snapshot(basename(place.value))
  if (!snapshot.ok) return snapshot
  const { trip, bytes: tripBytes } = snapshot.value
  const folder = nameIn(basename(place.value), trip)
  try {
    const { whole, remarks } = await checkPhotos(library, trip, tell, signal)
    const total = whole.reduce((sum, { bytes }) => sum + bytes, 0)
    let done = 0
    const photos = whole
      .toSorted((a, b) => (a.file < b.file ? -1 : 1))
      .map((photo): ZipMember => ({
        name: `${folder}/${PHOTO_FOLDER}/${photo.file}`,
        size: photo.bytes,
        isCompressed: false,
        async read() {
          stopWhere(signal)
          const data = await readWhole(library, trip.id, photo)
          if (data === null) throw changed(photo)
          done += photo.bytes
          tell(0.5 + (0.5 * done) / total, 'writing-pictures')
          return data
        },
      }))
    const text: ZipMember = {
      name: `${folder}/${TRIP_FILE}`,
      size: tripBytes.byteLength,
      isCompressed: true,
      read: async () => tripBytes,
    }
    // In the order of their names.
    const written = await writeArchive(path, stopping(zipChunks([...photos, text]), signal), replace, fileSystem)
    if (!written.ok) return written
    if (tripBytes.byteLength > MAX_TRIP_BYTES) remarks.push(tooLong())
    return ok({ path, bytes: written.value, photos: whole.length, remarks })
  } catch (error) {
    return diskFailure(error, message('attempt.save-copy'))
  }
}

/** The folder's name in the zip: as it is, unless somebody has given it one that not every system can have. */
function nameIn(folder: string, trip: Trip): string {
  return /[\\:*?"<>|\p{Cc}]/u.test(folder) ? tripFolderName(trip, 0) : folder
}

/** Finds out which pictures are whole before anything is written. */
async function checkPhotos(library: Library, trip: Trip, tell: Tell, signal: AbortSignal | undefined) {
  const whole: Photo[] = []
  const remarks: string[] = []
  const files = new Set<string>()
  for (const [index, photo] of trip.photos.entries()) {
    stopWhere(signal)
    // Two records of one file are one file in the zip as well.
    if (files.has(photo.file)) continue
    files.add(photo.file)
    if ((await readWhole(library, trip.id, photo)) !== null) whole.push(photo)
    else remarks.push(`The picture “${photo.file}” is missing or damaged in the library, and is not in the copy.`)
    tell((0.5 * (index + 1)) / trip.photos.length, 'checking-pictures')
  }
  return { whole, remarks }
}

/** A picture's bytes; `null` where they are missing, or no longer those of its record. */
async function readWhole(library: Library, tripId: string, photo: Photo): Promise<Uint8Array | null> {
  const read = await library.readPhoto(tripId, photo.id)
  if (!read.ok) {
    if (read.error.code === 'photo.missing') return null
    throw new Refusal(read.error)
  }
  const { data } = read.value
  return data.byteLength === photo.bytes && (await hashSlowly(data)) === photo.sha256 ? data : null
}

async function* stopping(chunks: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined) {
  for await (const chunk of chunks) {
    stopWhere(signal)
    yield chunk
  }
}

function stopWhere(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return
  const { error } = fail('export.cancelled', 'Saving the copy was cancelled. Nothing was written.')
  throw new Refusal(error)
}

function changed({ file }: Photo): Refusal {
  const { error } = fail(
    'disk.failed',
    `The picture "${file}" has changed while the copy was written, so there is no copy. The trip is untouched. Try again.`,
  )
  return new Refusal(error)
}

function insideLibrary(): Result<never> {
  return fail(
    'input.invalid',
    'This place is inside the library, where only trips belong. Nothing was written. Choose a place outside of it.',
  )
}

function tooLong(): string {
  return 'The texts of this trip are larger than 20 MB, which Lanyard does not import. The copy has to be unzipped by hand.'
}
