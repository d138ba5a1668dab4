import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { errorCode, type FileSystem, isMissing } from '../disk/file-system.ts'
import { syncFolder, writeDurably, writeNewFile } from '../disk/write-durably.ts'
import { encodeTrip, TRIP_FILE } from '../trip-file/trip-file.ts'
import type { History } from './history.ts'
import { CORRUPT_PREFIX, inspectTrip } from './inspect-trip.ts'
import { versionIdAt } from './version-id.ts'
import { message } from '../../shared/messages/message.ts'

/** What was done: the trip as it is now, and where the file is that could not be read. */
export interface Recovered {
  trip: Trip
  /** Absolute; `null`: there was no file. */
  keptAs: string | null
}

/**
 * Puts a version in the place of a trip's file that cannot be read, and keeps that.
 *
 * @param folder the name of a folder in the library; from outside, so anything
 */
export async function restoreDamaged(
  library: string,
  folder: string,
  versionId: string,
  history: History,
  fileSystem: FileSystem,
): Promise<Result<Recovered>> {
  const inspected = await inspectTrip(library, folder, history, fileSystem)
  if (!inspected.ok) return inspected
  const { tripId, inspection } = inspected.value
  if (inspection.kind === 'newer') return tooNew()
  if (tripId === null) return fail('version.missing', 'No earlier version of this trip is kept.')
  const version = await history.read(tripId, versionId)
  return version.ok ? await putInPlace(library, folder, version.value, fileSystem) : version
}

/** Takes over what a trip's file says, where nothing but its checksum is wrong, and keeps the file as it was. */
export async function adoptContent(
  library: string,
  folder: string,
  history: History,
  fileSystem: FileSystem,
): Promise<Result<Recovered>> {
  const inspected = await inspectTrip(library, folder, history, fileSystem)
  if (!inspected.ok) return inspected
  const { kind, readable } = inspected.value.inspection
  if (kind === 'newer') return tooNew()
  if (kind !== 'checksum' || readable === null) {
    return fail('trip.damaged', 'The content of this file cannot be taken over. Restore an earlier version instead.')
  }
  return await putInPlace(library, folder, readable, fileSystem)
}

/**
 * Puts a trip in the place of a file that cannot be read, and keeps that.
 *
 * @param folder the name of the trip’s folder in the library
 */
export async function putInPlace(
  library: string,
  folder: string,
  trip: Trip,
  fileSystem: FileSystem,
): Promise<Result<Recovered>> {
  const place = join(library, folder)
  try {
    const keptAs = await keepDamaged(place, fileSystem)
    await writeDurably(join(place, TRIP_FILE), encodeTrip(trip), fileSystem)
    return ok({ trip, keptAs })
  } catch (error) {
    return diskFailure(error, message('attempt.restore-trip'))
  }
}

/**
 * Keeps the file under another name before another takes its place.
 *
 * @returns where it is; `null` where there is none
 * @throws the file system's error; then nothing has changed
 */
export async function keepDamaged(place: string, fileSystem: FileSystem): Promise<string | null> {
  const file = join(place, TRIP_FILE)
  for (let time = Date.now(); ; time++) {
    const kept = join(place, `${CORRUPT_PREFIX}${versionIdAt(new Date(time).toISOString())}`)
    try {
      await copyOrMove(file, kept, fileSystem)
      await syncFolder(place, fileSystem)
      return kept
    } catch (error) {
      if (isMissing(error)) return null
      if (errorCode(error) !== 'EEXIST') throw error
    }
  }
}

/** A file that the disk cannot read cannot be copied, but it can be moved. */
async function copyOrMove(from: string, to: string, fileSystem: FileSystem): Promise<void> {
  let bytes: Uint8Array
  try {
    const file = await fileSystem.open(from, 'r')
    try {
      bytes = await file.readFile()
    } finally {
      await file.close().catch(() => {})
    }
  } catch (error) {
    if (isMissing(error)) throw error
    return await fileSystem.rename(from, to)
  }
  await writeNewFile(to, () => [bytes], fileSystem)
}

function tooNew(): Result<never> {
  return fail(
    'trip.newer',
    'A newer version of Lanyard wrote this trip. Update Lanyard to open it; it is left as it is.',
  )
}
