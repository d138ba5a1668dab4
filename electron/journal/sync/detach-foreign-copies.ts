import { join } from 'node:path'
import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { isMissing, readWhole } from '../disk/file-system.ts'
import { leadsOut } from '../disk/inner-folder.ts'
import type { Library } from '../library/library.ts'
import type { RevisedPart } from '../trip-folder/layout.ts'
import { pathIn, readGoodFile } from '../trip-folder/trip-files.ts'
import { decodeConflictCopy, findConflictCopies, retireConflictCopy } from './conflict-copies.ts'
import { mergeState } from './merge-copies.ts'
import { message } from '../../shared/messages/message.ts'
import { mergeRevision } from './merge-part-copies.ts'

/**
 * Searches beside all trips for hidden ones; see {@link detachForeignCopies}. Resolves with whether there were any.
 *
 * @param folders the names of the trips' folders
 */
export async function detachAllForeignCopies(library: Library, folders: Iterable<string>): Promise<boolean> {
  let isDetached = false
  for (const folder of folders) {
    const copies = await findConflictCopies(join(library.folder, folder), library.disk).catch(() => [])
    const owner = copies.length === 0 ? null : await library.snapshot(folder)
    if (owner?.ok !== true) continue
    const detached = await detachForeignCopies(library, folder, owner.value.trip)
    isDetached ||= detached.ok && detached.value.length > 0
  }
  return isDetached
}

/**
 * Moves each trip that is a conflict copy beside another trip to its own folder. If two computers that were offline
 * each create a trip, and both folders have the same name, a sync program takes them for two versions of one trip, and
 * one of them would not be listed. Resolves with the ids of the trips that are new in the library.
 *
 * @param folder the name of a trip's folder in the library
 * @param owner the trip that the folder belongs to
 */
export async function detachForeignCopies(library: Library, folder: string, owner: Trip): Promise<Result<string[]>> {
  const place = join(library.folder, folder)
  const detached: string[] = []
  try {
    for (const name of await findConflictCopies(place, library.disk)) {
      const foreign = await decodeConflictCopy(place, name, library.disk)
      if (!foreign.ok || foreign.value.id === owner.id) continue
      const found = await library.folders()
      if (!found.ok) return found
      const isNew = !found.value.has(foreign.value.id)
      const files = await findForeignFiles(library, place, foreign.value)
      const kept = isNew
        ? await createFolder(library, folder, foreign.value, files)
        : await mergeInto(library, foreign.value, files)
      if (!kept.ok) return kept
      for (const each of [name, ...files.map((file) => file.name)]) {
        const retired = await retireConflictCopy(library.folder, place, each, foreign.value.id, library.disk)
        if (!retired.ok && retired.error.code !== 'conflict.missing') return retired
      }
      if (!isNew) continue
      detached.push(foreign.value.id)
      await removeDetachedFiles(library, place, foreign.value, owner)
    }
    return ok(detached)
  } catch (error) {
    return diskFailure(error, message('attempt.find-copies'))
  }
}

/** A file in the folder of one trip that belongs to another trip according to its content. */
interface ForeignFile {
  part: RevisedPart
  name: string
  bytes: Uint8Array
}

/** Also checks the contents of files: the sync program may have renamed those of the foreign trip. */
async function findForeignFiles(library: Library, place: string, foreign: Trip): Promise<ForeignFile[]> {
  const found: ForeignFile[] = []
  for (const part of library.layout.revised) {
    for (const name of [part.name, ...(await findConflictCopies(place, library.disk, part.name))]) {
      const bytes = await readOrNull(library, join(place, name))
      if (bytes !== null && part.revisions.ownerOf(bytes) === foreign.id) found.push({ part, name, bytes })
    }
  }
  return found
}

async function readOrNull(library: Library, path: string): Promise<Uint8Array | null> {
  try {
    return await readWhole(path, library.disk)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function createFolder(
  library: Library,
  folder: string,
  foreign: Trip,
  files: readonly ForeignFile[],
): Promise<Result<unknown>> {
  const contents = new Map<string, Uint8Array>()
  for (const { part, file } of library.layout.filesOf(foreign)) {
    if (part.revisions !== null) continue
    const read = await readGoodFile(join(library.folder, folder), file, library.disk)
    // A file that has not arrived yet will come with the folder that the other computer creates.
    if (read.ok && read.value !== null) contents.set(file.key, read.value)
  }
  // Both computers do this at the same time, so both must choose the same name.
  const created = await library.create(foreign, contents, `${folder}-${foreign.id.slice(0, 4)}`)
  return created.ok ? await mergeFiles(library, foreign, files) : created
}

/** The other computer was faster, and its folder has already arrived. */
async function mergeInto(library: Library, foreign: Trip, files: readonly ForeignFile[]): Promise<Result<unknown>> {
  const ours = await library.open(foreign.id)
  if (!ours.ok) return ours
  const merged = await mergeState(library, ours.value, foreign)
  return merged.ok ? await mergeFiles(library, foreign, files) : merged
}

async function mergeFiles(library: Library, foreign: Trip, files: readonly ForeignFile[]): Promise<Result<unknown>> {
  for (const { part, bytes } of files) {
    const merged = await mergeRevision(library, foreign, part, bytes)
    if (!merged.ok) return merged
  }
  return ok(null)
}

/** The files are in their own trip's folder now. One that cannot be removed stays; nothing refers to it. */
async function removeDetachedFiles(library: Library, place: string, foreign: Trip, owner: Trip): Promise<void> {
  const { layout, disk } = library
  const named = new Set(layout.filesOf(owner).map(({ file }) => pathIn(place, file)))
  for (const { part, file } of layout.filesOf(foreign)) {
    const path = pathIn(place, file)
    if (part.revisions !== null || named.has(path)) continue
    // Not through a link: what is elsewhere is not ours to remove.
    const isHere = file.folder === '' || !(await leadsOut(place, file.folder, disk).catch(() => true))
    if (isHere) await disk.removeFile(path).catch(() => {})
  }
}
