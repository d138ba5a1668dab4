import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import type { FileSystem } from '../disk/file-system.ts'
import { replaceDurably } from '../disk/write-durably.ts'
import { encodeTrip } from '../trip-file/trip-file.ts'
import type { History } from './history.ts'
import { message } from '../../shared/messages/message.ts'
import { inspectTrip } from './inspect-trip.ts'
import { keepDamaged } from './keep-damaged.ts'
import { shownTripFile, tripFileIn } from '../trip-folder/trip-json.ts'

/** A trip that was recovered. */
export interface Recovered {
  trip: Trip
  /** The unreadable file under its new name, absolute; `null` if there was no file. */
  keptAs: string | null
}

/**
 * Replaces an unreadable trip file with a version of the trip, and keeps the unreadable file.
 *
 * @param folder the name of a folder in the library; untrusted
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
  if (inspection.kind === 'newer') return tooNew(folder)
  if (tripId === null) return fail('version.none')
  const version = await history.read(tripId, versionId)
  return version.ok ? await putInPlace(library, folder, version.value, fileSystem) : version
}

/** Accepts the content of a trip file that is only wrong in its checksum, and keeps a copy of the file. */
export async function adoptContent(
  library: string,
  folder: string,
  history: History,
  fileSystem: FileSystem,
): Promise<Result<Recovered>> {
  const inspected = await inspectTrip(library, folder, history, fileSystem)
  if (!inspected.ok) return inspected
  const { kind, readable } = inspected.value.inspection
  if (kind === 'newer') return tooNew(folder)
  if (kind !== 'checksum' || readable === null) {
    return fail('trip.content-unusable')
  }
  return await putInPlace(library, folder, readable, fileSystem)
}

/**
 * Replaces an unreadable trip file with a good one, and keeps the unreadable file.
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
    const keptAs = await keepDamaged(tripFileIn(place), fileSystem)
    await replaceDurably(tripFileIn(place), () => [encodeTrip(trip)], fileSystem)
    return ok({ trip, keptAs })
  } catch (error) {
    return diskFailure(error, message('attempt.restore-trip'))
  }
}

function tooNew(folder: string): Result<never> {
  return fail('trip.newer', { what: 'other', name: shownTripFile(folder) })
}
