import { join } from 'node:path'
import type { Inspection } from '../../shared/history.ts'
import { type Failure, fail, ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { type FileSystem, isMissing, readWhole } from '../disk/file-system.ts'
import { decodeTripApart } from '../trip-file/read-apart.ts'
import { readJson } from '../trip-file/read-text.ts'
import { weighJson } from '../trip-file/weigh-json.ts'
import { decodeTrip } from '../trip-file/trip-file.ts'
import { readNewer } from '../trip-file/read-newer.ts'
import { readAbout, readAllAbout } from './about-file.ts'
import type { History } from './history.ts'
import { message } from '../../shared/messages/message.ts'
import { isKeptDamaged } from './keep-damaged.ts'
import { shownTripFile, TRIP_FILE, tripFileIn } from '../trip-folder/trip-json.ts'

/** The result of an inspection, and what is needed to act on it. */
export interface Inspected {
  inspection: Inspection
  /** `null` if it is no longer known which trip it was. */
  tripId: string | null
}

/**
 * Finds out what is wrong with an unreadable trip, and what it can be restored from. Changes nothing.
 *
 * @param folder the name of a folder in the library; untrusted
 */
export async function inspectTrip(
  library: string,
  folder: string,
  history: History,
  fileSystem: FileSystem,
): Promise<Result<Inspected>> {
  try {
    const folders = await fileSystem.readFolder(library)
    if (!folders.some(({ name }) => name === folder && !name.startsWith('.'))) return noSuchFolder()
    const state = await readState(tripFileIn(join(library, folder)), shownTripFile(folder), fileSystem)
    if (state.kind === 'good') return fail('input.nothing-to-recover')
    const tripId = await findTripId(library, folder, state.bytes, fileSystem)
    const versions = tripId === null ? ok([]) : await history.list(tripId)
    if (!versions.ok) return versions
    const about = tripId === null ? null : await readAbout(library, tripId, fileSystem)
    const names = await fileSystem.readFolder(join(library, folder))
    const kept = names.flatMap(({ name }) => (isKeptDamaged(TRIP_FILE, name) ? [join(library, folder, name)] : []))
    const { kind, problem, readable } = state
    const title = readable?.title ?? about?.title ?? folder
    const inspection = {
      folder,
      title,
      kind,
      problem,
      kept: kept.toSorted().toReversed(),
      versions: versions.value,
      readable,
    }
    return ok({ inspection, tripId })
  } catch (error) {
    return isMissing(error) ? noSuchFolder() : diskFailure(error, message('attempt.read-folder', { name: folder }))
  }
}

/**
 * The trip that had a folder of this name and has versions; `null` if there is no such trip. @throws the file system's
 * error
 */
export async function findByFolder(library: string, folder: string, fileSystem: FileSystem): Promise<string | null> {
  const all = await readAllAbout(library, fileSystem)
  return [...all].find(([, about]) => about.folder === folder)?.[0] ?? null
}

type State =
  { kind: 'good' } | { kind: Inspection['kind']; problem: Failure; bytes: Uint8Array | null; readable: Trip | null }

async function readState(path: string, name: string, fileSystem: FileSystem): Promise<State> {
  let bytes
  try {
    bytes = await readWhole(path, fileSystem)
  } catch (error) {
    const failed = diskFailure(error, message('attempt.read-file', { name })).error
    if (!isMissing(error)) return { kind: 'damaged', problem: failed, bytes: null, readable: null }
    const problem = fail('trip.file-missing', { file: TRIP_FILE }).error
    return { kind: 'missing', problem, bytes: null, readable: null }
  }
  const trip = await decodeTripApart(bytes, name)
  if (trip.ok) return { kind: 'good' }
  const problem = trip.error
  if (weighJson(bytes) !== 'light') return await readHeavyState(bytes, name, problem)
  const json = jsonOf(bytes)
  if (trip.error.code === 'trip.newer') {
    return { kind: 'newer', problem, bytes, readable: json === null ? null : readNewer(withoutChecksum(json)) }
  }
  const readable = json === null ? null : decodeTrip(Buffer.from(JSON.stringify(withoutChecksum(json))), name)
  if (readable?.ok === true) return { kind: 'checksum', problem, bytes, readable: readable.value }
  return { kind: 'damaged', problem, bytes, readable: null }
}

/** The same for a file that must not be parsed here. What is known of one from a newer Lanyard is in its versions, too. */
async function readHeavyState(bytes: Uint8Array, name: string, problem: Failure): Promise<State> {
  if (problem.code === 'trip.newer') return { kind: 'newer', problem, bytes, readable: null }
  const edited = await decodeTripApart(bytes, name, { isEdited: true })
  const kind = edited.ok ? 'checksum' : 'damaged'
  return { kind, problem, bytes, readable: edited.ok ? edited.value : null }
}

function jsonOf(bytes: Uint8Array): Record<string, unknown> | null {
  const reading = readJson(bytes)
  if (!reading.ok) return null
  const { json } = reading.value
  return json === null || typeof json !== 'object' || Array.isArray(json) ? null : { ...json }
}

function withoutChecksum({ checksum: _checksum, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return rest
}

/** Uses what is left of the file if that trip has versions, or else the folder's name. */
async function findTripId(
  library: string,
  folder: string,
  bytes: Uint8Array | null,
  fileSystem: FileSystem,
): Promise<string | null> {
  const id = bytes === null ? null : tripIdIn(bytes)
  if (id !== null && (await readAbout(library, id, fileSystem)) !== null) return id
  return (await findByFolder(library, folder, fileSystem)) ?? id
}

/** The id of the trip, from what is left of its file; `null` if it cannot be found. */
export function tripIdIn(bytes: Uint8Array): string | null {
  // The first id in the file is the trip's own.
  const text = Buffer.from(bytes.subarray(0, 10_000)).toString('latin1')
  return /"id": ?"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/.exec(text)?.[1] ?? null
}

function noSuchFolder(): Result<never> {
  return fail('trip.folder-missing')
}
