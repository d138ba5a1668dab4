import { fail, ok, type Result } from '../../shared/result.ts'
import type { Tell } from '../disk/tell.ts'
import type { ArchiveSource } from './archive-source.ts'
import { type OpenedTrip, type UnpackedTrip, unpackTrip } from './unpack-trip.ts'

/** What a thread does with a trip that was exported as a file. */
export interface ArchiveTasks {
  /** Looks at an exported trip. The worker keeps it open for its pictures. */
  'archive.open': { input: ArchiveSource; output: Result<UnpackedTrip> }
  /** A picture of the archive that is open, compared with its record once more. */
  'archive.photo': { input: { photoId: string }; output: Result<Uint8Array> }
}

/** What this thread has open. It is for one archive, and ends with it. */
let opened: OpenedTrip | null = null

export async function openArchiveTask(source: ArchiveSource, tell: Tell): Promise<Result<UnpackedTrip>> {
  opened?.close()
  opened = null
  const unpacked = await unpackTrip(source, tell)
  if (!unpacked.ok) return unpacked
  opened = unpacked.value
  const { trip, photoIds, remarks } = unpacked.value
  return ok({ trip, photoIds, remarks })
}

export async function readPhotoTask({ photoId }: { photoId: string }): Promise<Result<Uint8Array>> {
  return (await opened?.readPhoto(photoId)) ?? fail('photo.missing', 'This picture is not in the file.')
}
