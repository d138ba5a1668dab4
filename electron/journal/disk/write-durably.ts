import { basename, dirname, join, resolve } from 'node:path'
import { errorCode, type FileStat, type FileSystem, isMissing, nodeFileSystem, type OpenFile } from './file-system.ts'
import { notAFile } from './open-file.ts'
import { giveBackTemporaryName, takeTemporaryName } from './temporary-name.ts'

/** Only the owner may read and write these files. */
const FILE_MODE = 0o600

/**
 * Writes a file so that it has either the old or the new content, whatever happens: a power cut, a full disk, a kill.
 * When the promise resolves, the new content survives a power cut.
 *
 * The content is written to a new file in the same folder and synced, the new file replaces the old one in one step,
 * and the folder is synced so that this step itself lasts. A symbolic link is kept: its target is replaced.
 *
 * @returns the stat of the written file, to recognise it by later
 * @throws the file system's error; the old content is still there, unless the very last step, the sync of the folder,
 * failed: then the new content is there, but may not survive a power cut
 */
export async function writeDurably(
  path: string,
  data: Uint8Array | string,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<FileStat> {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data
  return await replaceDurably(await followLinks(path, fileSystem), () => [bytes], fileSystem)
}

/** Decides whether a new file may replace the old one. Both methods throw if it may not. */
export interface Gate {
  /** Called as soon as the disk is busy with the new file, which takes most of the time. */
  ask(): Promise<void>
  /** Called at the last moment before the new file replaces the old one. */
  check(): Promise<void>
}

const nothing = async () => {}
const openGate: Gate = { ask: nothing, check: nothing }

/**
 * Like {@link writeDurably}, for a path that is known not to be a link.
 *
 * @param content returns the bytes in chunks; it is called while the new file is being created, and whatever it throws
 * is thrown
 */
export async function replaceDurably(
  target: string,
  content: () => readonly Uint8Array[],
  fileSystem: FileSystem,
  gate: Gate = openGate,
): Promise<FileStat> {
  const temporary = join(dirname(target), takeTemporaryName(basename(target)))
  let folder = noFolder
  // Opened in parallel and not afterwards, so that a folder that cannot be synced is noticed in time.
  const open = async () => {
    folder = await openFolder(dirname(target), fileSystem)
  }
  try {
    const stat = await writeNewFile(temporary, content, fileSystem, {
      whileSyncing: () => both(open(), gate.ask()),
      whileClosing: () => gate.check(),
    })
    try {
      await fileSystem.rename(temporary, target)
    } catch (error) {
      await fileSystem.removeFile(temporary).catch(() => {})
      throw error
    }
    await folder.sync()
    return stat
  } finally {
    giveBackTemporaryName(temporary)
    // Nothing depends on when it is closed. The answer comes first: even asking for it takes a while.
    setImmediate(() => void folder.close())
  }
}

/** Work that is done while the disk is busy with a file. If it throws, the write fails. */
interface Beside {
  whileSyncing(): Promise<unknown>
  whileClosing(): Promise<unknown>
}

const nothingBeside: Beside = { whileSyncing: nothing, whileClosing: nothing }

/**
 * Writes a file that does not exist yet and syncs it; syncing the folder is up to the caller. Nothing is left behind
 * after an error.
 *
 * @throws the file system's error; `EEXIST` if there is anything of that name, even a link
 */
export async function writeNewFile(
  path: string,
  content: () => readonly Uint8Array[],
  fileSystem: FileSystem,
  beside: Beside = nothingBeside,
): Promise<FileStat> {
  const opening = fileSystem.open(path, 'wx', FILE_MODE)
  const made = attempt(content)
  const file = await opening
  try {
    if (!made.ok) throw made.error
    await file.append(made.value)
    const [stat] = await both(syncAndMeasure(file, path, lengthOf(made.value)), beside.whileSyncing())
    await both(file.close(), beside.whileClosing())
    return stat
  } catch (error) {
    await file.close().catch(() => {})
    await fileSystem.removeFile(path).catch(() => {})
    throw error
  }
}

/** Makes renames and new names in a folder durable. */
export async function syncFolder(path: string, fileSystem: FileSystem = nodeFileSystem): Promise<void> {
  const folder = await openFolder(path, fileSystem)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function lengthOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((sum, { byteLength }) => sum + byteLength, 0)
}

/**
 * Some file systems have silently written less than they were given, and users of other programs lost files: so check
 * the size.
 */
async function syncAndMeasure(file: OpenFile, path: string, length: number): Promise<FileStat> {
  const [, measured] = await both(file.sync(), file.stat())
  if (measured.size !== BigInt(length)) {
    throw Object.assign(new Error(`Wrote ${measured.size} of ${length} bytes to ${path}`), { code: 'EIO' })
  }
  return measured
}

/** Waits for both, even if one fails, so that nothing is still running when the caller cleans up. */
async function both<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other])
  return await Promise.all([one, other])
}

interface Folder {
  sync(): Promise<void>
  /** Never fails: only the sync matters. */
  close(): Promise<void>
}

/** Windows makes names durable on its own, and cannot open folders. */
const noFolder: Folder = { sync: nothing, close: nothing }

async function openFolder(path: string, fileSystem: FileSystem): Promise<Folder> {
  if (process.platform === 'win32') return noFolder
  const folder = await fileSystem.open(path, 'folder')
  return {
    async sync() {
      try {
        await folder.sync()
      } catch (error) {
        // Some network and user-space file systems do not support syncing a folder and say so; other errors count.
        const code = errorCode(error)
        if (code !== 'EINVAL' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
      }
    },
    close: () => folder.close().catch(() => {}),
  }
}

/** The real path of a file. A link to a missing file is followed too: its target is what gets created. */
export async function followLinks(path: string, fileSystem: FileSystem): Promise<string> {
  let target = path
  for (let links = 0; links < 40; links++) {
    try {
      target = resolve(dirname(target), await fileSystem.readLink(target))
    } catch (error) {
      // For something that exists, EINVAL means that it is not a link; on Windows this can be UNKNOWN or EINVAL.
      if (isMissing(error) || errorCode(error) === 'EINVAL' || errorCode(error) === 'UNKNOWN') return target
      throw error
    }
  }
  throw Object.assign(new Error(`Too many links at ${path}`), { code: 'ELOOP' })
}

/**
 * Makes sure that what is about to be replaced is a file or does not exist: replacing a device or a pipe with a file
 * would break its users.
 *
 * @throws the file system's error; `EISDIR` for a folder, `ENOTFILE` for anything else
 */
export async function refuseOthers(path: string, fileSystem: FileSystem): Promise<void> {
  try {
    const item = await fileSystem.stat(path)
    if (!item.isFile()) throw notAFile(item, path)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}

type Attempt<T> = { ok: true; value: T } | { ok: false; error: unknown }

/** Holds an error until the file that is being opened can be closed again. */
function attempt<T>(make: () => T): Attempt<T> {
  try {
    return { ok: true, value: make() }
  } catch (error) {
    return { ok: false, error }
  }
}
