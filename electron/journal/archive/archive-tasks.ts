import { fail, ok, type Result } from '../../shared/result.ts'
import type { ReportProgress } from '../jobs/report-progress.ts'
import type { ArchiveSource } from './archive-source.ts'
import { type OpenedTrip, type UnpackedTrip, unpackTrip } from './unpack-trip.ts'

/** The tasks of a thread that reads a trip exported as a file. */
export interface ArchiveTasks {
  /** Checks an exported trip and keeps it open, so that its files can be read. */
  'archive.open': { input: ArchiveSource; output: Result<UnpackedTrip> }
  /** Reads a file of the open archive, and checks it once more. */
  'archive.file': { input: { key: string }; output: Result<Uint8Array> }
}

/** The archive that this thread has open. A thread serves one archive only. */
let opened: OpenedTrip | null = null

export async function openArchiveTask(
  source: ArchiveSource,
  reportProgress: ReportProgress,
): Promise<Result<UnpackedTrip>> {
  opened?.close()
  opened = null
  const unpacked = await unpackTrip(source, reportProgress)
  if (!unpacked.ok) return unpacked
  opened = unpacked.value
  const { trip, files, remarks } = unpacked.value
  return ok({ trip, files, remarks })
}

export async function readFileTask({ key }: { key: string }): Promise<Result<Uint8Array>> {
  return (await opened?.readFile(key)) ?? fail('photo.not-in-archive')
}
