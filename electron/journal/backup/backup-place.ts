import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { type FileSystem, isMissing } from '../disk/file-system.ts'
import { isInside } from '../disk/is-inside.ts'
import { syncFolder } from '../disk/write-durably.ts'
import { message } from '../../shared/messages/message.ts'

/** The folder that is created in the chosen folder. It has the layout of a library and opens as one. */
export const BACKUP_FOLDER = 'Lanyard backup'

/**
 * Checks whether a library can be backed up to a folder, and finds the path of the backup. Creates nothing.
 *
 * @param library absolute, as is `to`
 * @param target the disk of the backup
 */
export async function findPlace(library: string, to: string, target: FileSystem): Promise<Result<string>> {
  let chosen: string
  try {
    // Links are resolved: a backup must not end up inside the library that it is a backup of.
    chosen = await target.realPath(to)
    if (!(await target.stat(chosen)).isDirectory()) return fail('input.not-a-folder', { path: to })
  } catch (error) {
    return isMissing(error) ? placeMissing(to) : diskFailure(error, message('attempt.write-backup'), 'backup')
  }
  const source = await target.realPath(library).catch(() => library)
  if (isInside(chosen, source)) {
    return fail('input.backup-in-library')
  }
  if (isInside(source, join(chosen, BACKUP_FOLDER))) {
    return fail('input.library-in-backup')
  }
  return ok(join(to, BACKUP_FOLDER))
}

/** The same, but also creates the folder durably if it does not exist yet. */
export async function makePlace(library: string, to: string, target: FileSystem): Promise<Result<string>> {
  const place = await findPlace(library, to, target)
  if (!place.ok) return place
  try {
    await makeLastingFolder(place.value, to, target)
    return place
  } catch (error) {
    return diskFailure(error, message('attempt.write-backup'), 'backup')
  }
}

/**
 * Creates a folder durably in an existing one.
 *
 * @throws the file system's error
 */
export async function makeLastingFolder(path: string, parent: string, target: FileSystem): Promise<void> {
  try {
    await target.stat(path)
  } catch (error) {
    if (!isMissing(error)) throw error
    // Parent folders are not created: the mount point of a removed drive must not become a folder on the system's disk.
    await target.makeFolder(path)
    await syncFolder(parent, target)
  }
}

function placeMissing(folder: string): Result<never> {
  return fail('disk.gone', { attempt: message('attempt.find-backup', { folder }), where: 'backup', reason: 'other' })
}
