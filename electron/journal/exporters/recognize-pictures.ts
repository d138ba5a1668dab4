import type { Photo, Trip } from '../../shared/trip.ts'
import type { Library } from '../library/library.ts'
import type { PictureThreads } from '../pictures/convert/picture-threads.ts'
import type { PictureWish } from '../pictures/convert/picture-wish.ts'
import type { KeptWorker } from '../worker/keep-worker.ts'
import type { ExportTasks } from './export-tasks.ts'
import type { ExportFile } from './exporter.ts'
import type { IsOurs } from './keep-others.ts'
import { photosByName } from './name-pictures.ts'
import { preparePicture } from './prepare-pictures.ts'
import { hashOf } from './hash-of.ts'

interface Known {
  trip: Trip
  library: Library
  thread: KeptWorker<ExportTasks>
  threads: PictureThreads
  /** The form in which the target needs pictures. */
  wish: PictureWish
  /** What is being exported. */
  files: readonly ExportFile[]
}

/**
 * Recognizes pictures that earlier exports of a trip wrote: the same that are being written now; originals, which old
 * versions exported unchanged; copies without hidden data; or pictures that were converted in either size. Only
 * originals with a matching name are read, and each only once.
 */
export function recognizePictures({ trip, library, thread, threads, wish, files }: Known): IsOurs {
  const cleaned = new Map<string, Promise<string | null>>()
  const converted = new Map<string, Promise<ReadonlySet<string>>>()
  let named: ReturnType<typeof photosByName> | undefined
  const written = new Set(files.filter(({ photoId }) => photoId !== undefined).map(({ data }) => hashOf(data)))

  const fingerprint = async (data: Uint8Array): Promise<string | null> => {
    const made = await thread.run('picture.fingerprint', data)
    return made.ok ? made.value : null
  }
  const read = async (photo: Photo): Promise<Uint8Array | null> => {
    const original = await library.readPhoto(trip.id, photo.id)
    return original.ok ? original.value.data : null
  }
  const readFingerprint = async (photo: Photo): Promise<string | null> => {
    const original = await read(photo)
    return original && (await fingerprint(original))
  }
  const convertBoth = async (photo: Photo): Promise<ReadonlySet<string>> => {
    const original = await read(photo)
    const hashes = new Set<string>()
    for (const size of original === null ? [] : (['web', 'full'] as const)) {
      const prepared = original && (await preparePicture(original, { ...wish, size }, threads))
      if (prepared?.ok !== true) continue
      const { data, copies } = prepared.value
      if (data !== null) hashes.add(hashOf(data))
      for (const copy of copies) hashes.add(hashOf(copy.data))
    }
    return hashes
  }

  return async (name, data) => {
    const hash = hashOf(data)
    if (written.has(hash) || trip.photos.some(({ sha256 }) => sha256 === hash)) return true
    const candidates = (named ??= photosByName(trip))(name)
    const found = candidates.length === 0 ? null : await fingerprint(data)
    if (found === null) return false
    for (const photo of candidates) {
      if ((await once(cleaned, photo, readFingerprint)) === found) return true
    }
    // Decoding takes much longer, so it is tried last.
    for (const photo of candidates) {
      if ((await once(converted, photo, convertBoth)).has(hash)) return true
    }
    return false
  }
}

function once<T>(known: Map<string, Promise<T>>, photo: Photo, find: (photo: Photo) => Promise<T>): Promise<T> {
  const found = known.get(photo.id) ?? find(photo)
  known.set(photo.id, found)
  return found
}
