import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { type Failure, fail, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { errorCode, type FileSystem, isMissing, readWhole } from '../disk/file-system.ts'
import { leadsOut, makeInnerFolder, refuseLinkOut } from '../disk/inner-folder.ts'
import { replaceDurably, syncFolder } from '../disk/write-durably.ts'
import { MAX_FILE_BYTES } from '../trip-file/read-text.ts'
import { decodeTripApart } from '../trip-file/read-apart.ts'
import { HISTORY_FOLDER } from '../trip-folder/library-folders.ts'
import { instantOf } from './version-id.ts'
import { message } from '../../shared/messages/message.ts'

const ENDING = '.json.gz'

// Both run in Node's thread pool, so that nothing is blocked.
const pack = promisify(gzip)
const unpack = promisify(gunzip)

export interface VersionFile {
  versionId: string
  /** The size on the disk. */
  bytes: number
}

/** The folder of a trip's versions, absolute. */
export function historyFolder(library: string, tripId: string): string {
  return join(library, HISTORY_FOLDER, tripId)
}

/**
 * Refuses a folder of versions that a link takes out of the library: what is elsewhere is neither shown nor removed.
 *
 * @throws the file system's error; `ELINKOUT` for such a link
 */
export async function refuseLinkedHistory(library: string, tripId: string, fileSystem: FileSystem): Promise<void> {
  await refuseLinkOut(library, HISTORY_FOLDER, fileSystem)
  await refuseLinkOut(library, join(HISTORY_FOLDER, tripId), fileSystem)
}

/**
 * The names of a trip's versions, unordered; an empty list if there are no versions yet. Links count as missing.
 *
 * @throws the file system's error
 */
export async function findVersions(library: string, tripId: string, fileSystem: FileSystem): Promise<string[]> {
  try {
    if (await leadsOut(library, HISTORY_FOLDER, fileSystem)) return []
    if (await leadsOut(library, join(HISTORY_FOLDER, tripId), fileSystem)) return []
    const items = await fileSystem.readFolder(historyFolder(library, tripId))
    return items
      .filter((item) => !item.isSymbolicLink() && item.name.endsWith(ENDING))
      .map(({ name }) => name.slice(0, -ENDING.length))
      .filter((versionId) => instantOf(versionId) !== null)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/**
 * The versions with their sizes; versions that disappear in the meantime are left out. @throws the file system's error
 */
export async function measureVersions(
  library: string,
  tripId: string,
  versionIds: readonly string[],
  fileSystem: FileSystem,
): Promise<VersionFile[]> {
  const files = await Promise.all(
    versionIds.map(async (versionId) => {
      try {
        const { size } = await fileSystem.stat(versionPath(library, tripId, versionId))
        return [{ versionId, bytes: Number(size) }]
      } catch (error) {
        if (isMissing(error)) return []
        throw error
      }
    }),
  )
  return files.flat()
}

/**
 * Keeps the bytes of a trip's file as a version, durably.
 *
 * @returns its size on the disk
 * @throws the file system's error
 */
export async function writeVersion(
  library: string,
  tripId: string,
  versionId: string,
  file: Uint8Array,
  fileSystem: FileSystem,
): Promise<number> {
  const packed = await pack(file)
  await makeHistoryFolder(library, tripId, fileSystem)
  await replaceDurably(versionPath(library, tripId, versionId), () => [packed], fileSystem)
  return packed.byteLength
}

/** Creates the folder for a trip's versions durably. @throws the file system's error */
export async function makeHistoryFolder(library: string, tripId: string, fileSystem: FileSystem): Promise<void> {
  try {
    await fileSystem.lstat(historyFolder(library, tripId))
    await refuseLinkedHistory(library, tripId, fileSystem)
  } catch (error) {
    if (!isMissing(error)) throw error
    // The library itself is not created: one that was unplugged must not come back as an empty folder.
    await makeInnerFolder(library, HISTORY_FOLDER, fileSystem)
    await makeInnerFolder(library, join(HISTORY_FOLDER, tripId), fileSystem)
    await syncFolder(join(library, HISTORY_FOLDER), fileSystem)
    await syncFolder(library, fileSystem)
  }
}

/**
 * The original bytes of the trip's file.
 *
 * @throws the file system's error, `ELINKOUT` for a link out of the library, or the error of a damaged gzip file
 */
export async function readVersionBytes(
  library: string,
  tripId: string,
  versionId: string,
  fileSystem: FileSystem,
): Promise<Uint8Array> {
  await refuseLinkedHistory(library, tripId, fileSystem)
  await refuseLinkOut(historyFolder(library, tripId), `${versionId}${ENDING}`, fileSystem)
  return await unpackVersion(versionPath(library, tripId, versionId), fileSystem)
}

/** The bytes of the trip's file in a version's file. @throws the file system's error, or that of a damaged gzip file */
export async function unpackVersion(path: string, fileSystem: FileSystem): Promise<Uint8Array> {
  return await unpack(await readWhole(path, fileSystem), { maxOutputLength: MAX_FILE_BYTES })
}

/**
 * Reads a version.
 *
 * @param versionId untrusted
 */
export async function readVersion(
  library: string,
  tripId: string,
  versionId: string,
  fileSystem: FileSystem,
): Promise<Result<Trip>> {
  if (instantOf(versionId) === null) return versionMissing()
  let bytes
  try {
    bytes = await readVersionBytes(library, tripId, versionId, fileSystem)
  } catch (error) {
    if (isMissing(error)) return versionMissing()
    return isPackedBadly(error) ? versionDamaged() : diskFailure(error, message('attempt.read-version'))
  }
  const trip = await decodeTripApart(bytes, versionId)
  if (!trip.ok) return trip.error.code === 'trip.damaged' ? versionDamaged() : trip
  return trip.value.id === tripId ? trip : versionMissing()
}

/** Removes a version; it is fine if it is already missing. @throws the file system's error */
export async function removeVersion(
  library: string,
  tripId: string,
  versionId: string,
  fileSystem: FileSystem,
): Promise<void> {
  try {
    await fileSystem.removeFile(versionPath(library, tripId, versionId))
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

function isPackedBadly(error: unknown): boolean {
  const code = errorCode(error)
  return code !== null && (code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE')
}

/** The file of a version, absolute. */
export function versionPath(library: string, tripId: string, versionId: string): string {
  return join(historyFolder(library, tripId), `${versionId}${ENDING}`)
}

function versionMissing(): { ok: false; error: Failure } {
  return fail('version.missing')
}

function versionDamaged(): { ok: false; error: Failure } {
  return fail('version.damaged')
}
