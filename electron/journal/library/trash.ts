import { join } from 'node:path'
import type { TrashedTrip } from '../../shared/contract/library.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { type FileSystem, type FolderItem, isMissing } from '../disk/file-system.ts'
import { makeInnerFolder, refuseLinkOut } from '../disk/inner-folder.ts'
import { isPlainName } from '../disk/plain-name.ts'
import { syncFolder } from '../disk/write-durably.ts'
import { TRASH_FOLDER } from '../trip-folder/library-folders.ts'
import { message } from '../../shared/messages/message.ts'
import { readTripIn } from './scan-library.ts'
import { shownTripFile } from '../trip-folder/trip-json.ts'

/** `<when it was deleted>-<the folder it had>`. */
const pattern = /^(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2}\.\d{3}Z)-(.+)$/s

/** Colons are not allowed in file names everywhere. */
function trashName(deletedAt: string, folder: string): string {
  return `${deletedAt.replaceAll(':', '-')}-${folder}`
}

function parseTrashName(name: string): { deletedAt: string; folder: string } | null {
  const [, hour, minute, second, folder] = pattern.exec(name) ?? []
  if (hour === undefined || folder === undefined || !isPlainName(folder)) return null
  return { deletedAt: `${hour}:${minute}:${second}`, folder }
}

/** Moves a trip's folder into the trash in one step. @throws the file system's error */
export async function moveToTrash(
  library: string,
  folder: string,
  deletedAt: string,
  fileSystem: FileSystem,
): Promise<string> {
  const trash = join(library, TRASH_FOLDER)
  const trashId = trashName(deletedAt, folder)
  await fileSystem.stat(join(library, folder))
  await makeInnerFolder(library, TRASH_FOLDER, fileSystem)
  await fileSystem.rename(join(library, folder), join(trash, trashId))
  await syncFolder(trash, fileSystem)
  await syncFolder(library, fileSystem)
  return trashId
}

/** Lists the trash, newest first. A folder that cannot be read as a trip is listed under its name. */
export async function listTrash(library: string, fileSystem: FileSystem): Promise<Result<TrashedTrip[]>> {
  try {
    const items = await readTrashFolder(library, fileSystem)
    const trips: TrashedTrip[] = []
    for (const { name } of items) {
      const parts = parseTrashName(name)
      if (parts === null) continue
      const trip = await readTrashed(library, name, fileSystem)
      const { title, entries } = trip.ok ? trip.value : { title: parts.folder, entries: [] }
      trips.push({ trashId: name, title, deletedAt: parts.deletedAt, entries: entries.length })
    }
    return ok(trips.toSorted((a, b) => Date.parse(b.deletedAt) - Date.parse(a.deletedAt)))
  } catch (error) {
    return isMissing(error) ? ok([]) : diskFailure(error, message('attempt.read-trash'))
  }
}

/** What is in the trash. @throws the file system's error; `ELINKOUT` for a trash that is a link out of the library */
async function readTrashFolder(library: string, fileSystem: FileSystem): Promise<FolderItem[]> {
  await refuseLinkOut(library, TRASH_FOLDER, fileSystem)
  return await fileSystem.readFolder(join(library, TRASH_FOLDER))
}

function readTrashed(library: string, trashId: string, fileSystem: FileSystem): Promise<Result<Trip>> {
  return readTripIn(join(library, TRASH_FOLDER, trashId), shownTripFile(trashId), fileSystem)
}

/**
 * Finds a trip in the trash by the name that {@link listTrash} gave it. The name is untrusted: it is only compared,
 * never used as a path.
 *
 * @returns the trip, and the name that its folder had in the library
 */
export async function findInTrash(
  library: string,
  trashId: string,
  fileSystem: FileSystem,
): Promise<Result<{ trip: Trip; folder: string; path: string }>> {
  const parts = parseTrashName(trashId)
  try {
    const items = await readTrashFolder(library, fileSystem)
    if (parts === null || !items.some((item) => item.name === trashId)) return notInTrash
  } catch (error) {
    return isMissing(error) ? notInTrash : diskFailure(error, message('attempt.read-trash'))
  }
  const trip = await readTrashed(library, trashId, fileSystem)
  return trip.ok ? ok({ trip: trip.value, folder: parts.folder, path: join(library, TRASH_FOLDER, trashId) }) : trip
}

const notInTrash = fail('trash.missing')

/** The ids of the readable trips in the trash; an empty set if it cannot be read. */
export async function tripsInTrash(library: string, fileSystem: FileSystem): Promise<string[]> {
  try {
    const ids: string[] = []
    for (const { name } of await readTrashFolder(library, fileSystem)) {
      const trip = await readTrashed(library, name, fileSystem)
      if (trip.ok) ids.push(trip.value.id)
    }
    return ids
  } catch {
    return []
  }
}

/** Permanently removes everything in the trash. */
export async function emptyTrash(library: string, fileSystem: FileSystem): Promise<Result<null>> {
  try {
    await fileSystem.removeFolder(join(library, TRASH_FOLDER))
    return ok(null)
  } catch (error) {
    return diskFailure(error, message('attempt.empty-trash'))
  }
}
