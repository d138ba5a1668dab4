import { basename, dirname, join, resolve } from 'node:path'
import { errorCode, type FileStat, type FileSystem, isMissing, nodeFileSystem, type OpenFile } from './file-system.ts'
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
  return await replaceDurably(await followLinks(path, fileSystem), () => [bytes], fileSystem)
}

/** Whether a new file may take the place of the old one. Both throw where it may not. */
export interface Gate {
  /** Is called as soon as the disk is busy with the new file, which takes most of the time. */
  ask(): Promise<void>
  /** Is called when all is ready, at the last moment before the new file takes the old one's place. */
  check(): Promise<void>
}

const nothing = async () => {}
const openGate: Gate = { ask: nothing, check: nothing }

/**
 * As {@link writeDurably}, for a path that is known not to be a link.
 *
 * @param content is asked for the bytes, in as many chunks as they come in, while the new file is being made; what it
 *   throws is thrown
 */
export async function replaceDurably(
  target: string,
  content: () => readonly Uint8Array[],
  fileSystem: FileSystem,
  gate: Gate = openGate,
): Promise<FileStat> {
  const temporary = join(dirname(target), takeTemporaryName(basename(target)))
  let folder = noFolder
  // Opened beside the writing and not after it: a folder that cannot be synced is then found out in time.
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
    // Nothing depends on when it is closed.
    void folder.close()
  }
}

/** What is done while the disk is busy with a file. What it throws counts as if the file could not be written. */
interface Beside {
  whileSyncing(): Promise<unknown>
  whileClosing(): Promise<unknown>
}

const nothingBeside: Beside = { whileSyncing: nothing, whileClosing: nothing }

/**
 * Writes a file that is not there yet and syncs it; the folder is the caller's to sync. On any error nothing is left.
 *
 * @throws the file system's error; `EEXIST` where there is something of that name, even a link
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

/** Makes renames and new names in a folder last. */
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

/** A file system that takes less than it was given, and says nothing, has cost others their file: hence the measure. */
async function syncAndMeasure(file: OpenFile, path: string, length: number): Promise<FileStat> {
  const [, measured] = await both(file.sync(), file.stat())
  if (measured.size !== BigInt(length)) {
    throw Object.assign(new Error(`Wrote ${measured.size} of ${length} bytes to ${path}`), { code: 'EIO' })
  }
  return measured
}

/** Waits for both, also where one fails: nothing then goes on behind the back of whoever tidies up. */
async function both<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other])
  return await Promise.all([one, other])
}

interface Folder {
  sync(): Promise<void>
  /** Never fails: what mattered was the sync. */
  close(): Promise<void>
}

/** Windows makes names last by itself, and cannot open folders. */
const noFolder: Folder = { sync: nothing, close: nothing }

async function openFolder(path: string, fileSystem: FileSystem): Promise<Folder> {
  if (process.platform === 'win32') return noFolder
  const folder = await fileSystem.open(path, 'r')
  return {
    async sync() {
      try {
        await folder.sync()
      } catch (error) {
        // Some network and user-space file systems do not know the sync of a folder and say so; other errors count.
        const code = errorCode(error)
        if (code !== 'EINVAL' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
      }
    },
    close: () => folder.close().catch(() => {}),
  }
}

/** Where a file really is. A link that leads to nothing yet is followed too: its target is what gets made. */
export async function followLinks(path: string, fileSystem: FileSystem): Promise<string> {
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
