import { join } from 'node:path'
import { message } from '../../shared/messages/message.ts'
import { type Failure, fail, ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { errorCode, type FileSystem, isMissing, readWhole } from '../disk/file-system.ts'
import { findInside, isLink, makeInnerFolder } from '../disk/inner-folder.ts'
import { isInside } from '../disk/is-inside.ts'
import { syncFolder, writeNewFile } from '../disk/write-durably.ts'
import type { TripLayout } from './layout.ts'
import type { PartFile, RequiredFile } from './trip-part.ts'

/**
 * A file's key -> its bytes, or a function that reads them when needed, because all of them together may be too large.
 */
export type FileContents = ReadonlyMap<string, Uint8Array | (() => Promise<Uint8Array>)>

/** The path of a file relative to its trip's folder, with `/`, for display. */
export function shownPath({ folder, name }: PartFile): string {
  return folder === '' ? name : `${folder}/${name}`
}

/** The path of a file in a trip's folder. */
export function pathIn(tripFolder: string, { folder, name }: PartFile): string {
  return join(tripFolder, folder, name)
}

/**
 * Finds a file of a trip. Links are followed as long as they stay in the trip's folder: otherwise, an export could
 * include files that nobody meant to share.
 *
 * @param tripFolder absolute
 * @returns absolute; `null` if the file is missing or elsewhere
 * @throws the file system's error
 */
export async function findTripFile(tripFolder: string, file: PartFile, fileSystem: FileSystem): Promise<string | null> {
  const path = pathIn(tripFolder, file)
  if (path === tripFolder || !isInside(path, join(tripFolder, file.folder))) return null
  try {
    const folder = join(tripFolder, file.folder)
    const isFolderPlain = file.folder === '' || !(await isLink(folder, fileSystem))
    if (isFolderPlain && !(await isLink(path, fileSystem))) return path
    const realFolder = isFolderPlain ? folder : await findInside(folder, tripFolder, fileSystem)
    const real = realFolder === null ? null : await findInside(path, folder, fileSystem)
    return real === null || real === realFolder ? null : path
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/**
 * Reads a file of a trip. A link that leads out of the trip's folder counts as missing.
 *
 * @param tripFolder absolute
 * @returns `null` if an optional file is missing
 */
export async function readTripPart(
  tripFolder: string,
  file: RequiredFile,
  fileSystem: FileSystem,
): Promise<Result<Uint8Array>>
export async function readTripPart(
  tripFolder: string,
  file: PartFile,
  fileSystem: FileSystem,
): Promise<Result<Uint8Array | null>>
export async function readTripPart(
  tripFolder: string,
  file: PartFile,
  fileSystem: FileSystem,
): Promise<Result<Uint8Array | null>> {
  const missing = (): Result<null> => (file.missing === null ? ok(null) : { ok: false, error: file.missing })
  try {
    const path = await findTripFile(tripFolder, file, fileSystem)
    return path === null ? missing() : ok(await readWhole(path, fileSystem))
  } catch (error) {
    return isMissing(error) || errorCode(error) === 'EISDIR' ? missing() : diskFailure(error, file.attempts.read)
  }
}

/** The state of a file of a trip. */
export type FileState =
  | { kind: 'good'; bytes: Uint8Array }
  /** It is optional and missing. */
  | { kind: 'absent' }
  /** It is missing although the trip refers to it, or its content is wrong. */
  | { kind: 'bad'; problem: Failure }

/** Reads a file of a trip and checks it. Fails if the disk cannot read it. */
export async function inspectFile(
  tripFolder: string,
  file: PartFile,
  fileSystem: FileSystem,
): Promise<Result<FileState>> {
  const read = await readTripPart(tripFolder, file, fileSystem)
  if (!read.ok) return read.error === file.missing ? ok({ kind: 'bad', problem: read.error }) : read
  if (read.value === null) return ok({ kind: 'absent' })
  const problem = await file.check(read.value)
  return ok(problem === null ? { kind: 'good', bytes: read.value } : { kind: 'bad', problem })
}

/** The bytes of an intact file; `null` if an optional file is missing. */
export async function readGoodFile(
  tripFolder: string,
  file: PartFile,
  fileSystem: FileSystem,
): Promise<Result<Uint8Array | null>> {
  const state = await inspectFile(tripFolder, file, fileSystem)
  if (!state.ok) return state
  if (state.value.kind === 'bad') return { ok: false, error: state.value.problem }
  return ok(state.value.kind === 'good' ? state.value.bytes : null)
}

/**
 * Writes new files durably into a trip's folder, before the trip refers to them, so that no entry ever refers to a
 * missing file.
 *
 * @param trip the trip as it will be, which names each of the files
 * @returns the paths of the files, absolute, for {@link removeFiles} if the trip cannot be written after all
 */
export async function writeNewFiles(
  tripFolder: string,
  trip: Trip,
  contents: FileContents,
  layout: TripLayout,
  fileSystem: FileSystem,
): Promise<Result<string[]>> {
  const written: string[] = []
  const folders = new Set<string>()
  let attempt = message('attempt.save-trip')
  try {
    for (const [key, content] of contents) {
      const file = layout.find(trip, key)?.file
      attempt = file?.attempts.write ?? attempt
      if (file !== undefined && file.folder !== '' && !folders.has(file.folder)) {
        // The trip's folder itself is not created: that would bring back one that was moved away.
        await makeInnerFolder(tripFolder, file.folder, fileSystem)
      }
      const data = typeof content === 'function' ? await content() : content
      if (file === undefined || (file.bytes ?? data.byteLength) !== data.byteLength || file.name.startsWith('.')) {
        await removeFiles(written, fileSystem)
        return fail('internal.unnamed-file')
      }
      folders.add(file.folder)
      await writeNewFile(pathIn(tripFolder, file), () => [data], fileSystem)
      written.push(pathIn(tripFolder, file))
    }
    for (const folder of new Set([...folders, ''])) {
      if (written.length > 0) await syncFolder(join(tripFolder, folder), fileSystem)
    }
    return ok(written)
  } catch (error) {
    await removeFiles(written, fileSystem)
    return diskFailure(error, attempt)
  }
}

/** Removes what {@link writeNewFiles} wrote. A file that cannot be removed stays; nothing refers to it. */
export async function removeFiles(paths: readonly string[], fileSystem: FileSystem): Promise<void> {
  for (const path of paths) await fileSystem.removeFile(path).catch(() => {})
}
