import { createHash } from 'node:crypto'
import type { Photo, Trip } from '../../shared/trip.ts'
import type { Library } from '../library/library.ts'
import type { KeptWorker } from '../worker/keep-worker.ts'
import type { ExportTasks } from './export-tasks.ts'
import type { IsOurs } from './keep-others.ts'
import { mayBeNameOf } from './name-pictures.ts'

interface Known {
  trip: Trip
  library: Library
  thread: KeptWorker<ExportTasks>
}

/**
 * Recognizes pictures that earlier exports of a trip wrote: either the originals, which old versions exported
 * unchanged, or copies without hidden data. Only originals with a matching name are read, and each only once.
 */
export function recognizePictures({ trip, library, thread }: Known): IsOurs {
  const known = new Map<string, Promise<string | null>>()

  const fingerprint = async (data: Uint8Array): Promise<string | null> => {
    const made = await thread.run('picture.fingerprint', data)
    return made.ok ? made.value : null
  }
  const readFingerprint = async (photo: Photo): Promise<string | null> => {
    const read = await library.readPhoto(trip.id, photo.id)
    return read.ok ? await fingerprint(read.value.data) : null
  }

  return async (name, data) => {
    const hash = createHash('sha256').update(data).digest('hex')
    if (trip.photos.some(({ sha256 }) => sha256 === hash)) return true
    const candidates = trip.photos.filter((photo) => mayBeNameOf(photo, name))
    const found = candidates.length === 0 ? null : await fingerprint(data)
    if (found === null) return false
    for (const photo of candidates) {
      const original = known.get(photo.id) ?? readFingerprint(photo)
      known.set(photo.id, original)
      if ((await original) === found) return true
    }
    return false
  }
}
