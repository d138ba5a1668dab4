import { basename, dirname, join, resolve } from 'node:path'
import { errorCode, type FileStat, type FileSystem, isMissing, nodeFileSystem } from './file-system.ts'
import { giveBackTemporaryName, takeTemporaryName } from './temporary-name.ts'

/** Only the owner reads and writes what they wrote. */
const FILE_MODE = 0o600

/**
 * Writes a file so that either the old or the new content is there, whatever happens: a power cut, a full disk, a kill.
 * When the promise is fulfilled, the new content survives a power cut.
 *
 * The content goes to a new file in the same folder, is synced, takes the place of the old one in one step, and the
 * folder is synced so that the step itself lasts. A file that is a symbolic link stays one: the link's target is
 * replaced.
 *
 * @returns what the disk says of the file that was written, to recognise it by later
 * @throws the file system's error; the old content is in place, except where the very last step, the sync of the
 *   folder, failed: then the new content is in place, and nobody has promised that it stays
 */
export async function writeDurably(
  path: string,
  data: Uint8Array | string,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<FileStat> {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data
  return await replaceDurably(await followLinks(path, fileSystem), () => bytes, fileSystem)
}

/**
 * As {@link writeDurably}, for a path that is known not to be a link.
 *
 * @param content is asked for the bytes while the disk is busy with the new file; what it throws is thrown
 */
export async function replaceDurably(
  target: string,
  content: () => Uint8Array,
  fileSystem: FileSystem,
): Promise<FileStat> {
  const temporary = join(dirname(target), takeTemporaryName(basename(target)))
  try {
    const stat = await writeNewFile(temporary, content, fileSystem)
    await replace(temporary, target, fileSystem)
    await syncFolder(dirname(target), fileSystem)
    return stat
  } finally {
    giveBackTemporaryName(temporary)
  }
}

/**
 * Writes a file that is not there yet and syncs it; the folder is the caller's to sync. On any error nothing is left.
 *
 * @throws the file system's error; `EEXIST` where there is something of that name, even a link
 */
export async function writeNewFile(path: string, content: () => Uint8Array, fileSystem: FileSystem): Promise<FileStat> {
  const opening = fileSystem.open(path, 'wx', FILE_MODE)
  const made = attempt(content)
  const file = await opening
  try {
    let stat
    try {
      if (!made.ok) throw made.error
      const data = made.value
      await file.writeFile(data)
      stat = await file.stat()
      // A file system that takes less than it was given, and says nothing, has cost others their file.
      if (stat.size !== BigInt(data.byteLength)) throw shortWrite(path, data.byteLength, stat.size)
      await file.sync()
    } catch (error) {
      await file.close().catch(() => {})
      throw error
    }
    await file.close()
    return stat
  } catch (error) {
    await fileSystem.removeFile(path).catch(() => {})
    throw error
  }
}

/** Makes renames and new names in a folder last. Windows does so by itself and cannot open folders. */
export async function syncFolder(path: string, fileSystem: FileSystem = nodeFileSystem): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await fileSystem.open(path, 'r')
  try {
    await folder.sync()
  } catch (error) {
    // Some network and user-space file systems do not know the sync of a folder and say so; any other error counts.
    const code = errorCode(error)
    if (code !== 'EINVAL' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
  } finally {
    await folder.close().catch(() => {})
  }
}

async function replace(temporary: string, target: string, fileSystem: FileSystem): Promise<void> {
  try {
    await fileSystem.rename(temporary, target)
  } catch (error) {
    await fileSystem.removeFile(temporary).catch(() => {})
    throw error
  }
}

/** Where the file really is. A link that leads to nothing yet is followed too: its target is what gets made. */
async function followLinks(path: string, fileSystem: FileSystem): Promise<string> {
  let target = path
  for (let links = 0; links < 40; links++) {
    try {
      target = resolve(dirname(target), await fileSystem.readLink(target))
    } catch (error) {
      // EINVAL says of something that is there that it is no link; Windows says so with UNKNOWN or EINVAL.
      if (isMissing(error) || errorCode(error) === 'EINVAL' || errorCode(error) === 'UNKNOWN') return target
      throw error
    }
  }
  throw Object.assign(new Error(`Too many links at ${path}`), { code: 'ELOOP' })
}

type Attempt<T> = { ok: true; value: T } | { ok: false; error: unknown }

/** Keeps an error until the file that is being opened can be closed again. */
function attempt<T>(make: () => T): Attempt<T> {
  try {
    return { ok: true, value: make() }
  } catch (error) {
    return { ok: false, error }
  }
}

function shortWrite(path: string, wanted: number, written: bigint): Error {
  const error = new Error(`Wrote ${written} of ${wanted} bytes to ${path}`)
  return Object.assign(error, { code: 'EIO' })
}
