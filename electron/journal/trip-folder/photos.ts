import { message } from '../../shared/messages/message.ts'
import { MAX_PICTURE_BYTES, pictureType } from '../../shared/pictures.ts'
import { fail, type Failure } from '../../shared/result.ts'
import type { Photo, Trip } from '../../shared/trip.ts'
import { nameFiles } from './name-files.ts'
import type { RequiredFile, TripPart } from './trip-part.ts'

/** The folder of a trip's pictures. */
export const PHOTO_FOLDER = 'photos'

/** The pictures of a trip, in the folder `photos`. Their files are never altered; `trip.json` describes them. */
export const photos: TripPart = {
  name: PHOTO_FOLDER,
  isFolder: true,
  countedAs: 'pictures',
  isText: false,
  maxFileBytes: MAX_PICTURE_BYTES,
  // Disks are larger, but a file that claims to contain more is malicious.
  maxBytes: 4 * 1024 * 1024 * 1024,
  files: (trip) => trip.photos.map(photoFile),
  revisions: null,
  messages: {
    steps: { checking: 'checking-pictures', writing: 'writing-pictures' },
    tooLarge: () => fail('import.pictures-too-large', { limit: 4 }).error,
    notPacked: (file) => message('picture.not-packed', { file }),
    changedWhilePacked: (file) => fail('photo.changed-while-packed', { file }).error,
    notImported: (files, why) => message(`archive.pictures-${why}`, { count: files.length, files: nameFiles(files) }),
    notRestored: (file) => message('picture.not-restored', { file }),
  },
}

const attempts = { read: message('attempt.read-picture'), write: message('attempt.save-picture') }

/** The pictures of a trip whose ids are in a set of keys. */
export function photosAmong(trip: Trip, keys: Iterable<string>): Photo[] {
  const wanted = new Set(keys)
  return trip.photos.filter(({ id }) => wanted.has(id))
}

/** The file of a picture. */
export function photoFile(photo: Photo): RequiredFile {
  return {
    key: photo.id,
    folder: PHOTO_FOLDER,
    name: photo.file,
    attempts,
    bytes: photo.bytes,
    missing: photoMissing(photo),
    check: (bytes) => check(photo, bytes),
    checkForeign: async (bytes) =>
      pictureType(bytes) === photo.mediaType ? await check(photo, bytes) : photoChanged(photo),
  }
}

/** Makes sure that the bytes are exactly those that were added. */
async function check(photo: Photo, bytes: Uint8Array): Promise<Failure | null> {
  return bytes.byteLength === photo.bytes && (await sha256Of(bytes)) === photo.sha256 ? null : photoChanged(photo)
}

/** The SHA-256 in hexadecimal digits. It is computed in Node's thread pool, so that a large picture blocks nothing. */
async function sha256Of(data: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', data.slice())).toString('hex')
}

function photoMissing({ file }: Photo): Failure {
  return fail('photo.missing', { file, folder: PHOTO_FOLDER }).error
}

function photoChanged({ file }: Photo): Failure {
  return fail('photo.changed', { file }).error
}
