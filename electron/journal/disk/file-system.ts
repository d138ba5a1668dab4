import * as fs from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The result of `stat`, in the precision of the disk. */
export interface FileStat {
  readonly size: bigint
  readonly mtimeNs: bigint
  readonly ino: bigint
  isFile(): boolean
  isDirectory(): boolean
  isSymbolicLink(): boolean
}

export interface FolderItem {
  readonly name: string
  isDirectory(): boolean
  isSymbolicLink(): boolean
}

export interface OpenFile {
  readFile(): Promise<Uint8Array>
  /** Appends these chunks. They are written together, so that the disk is accessed only once. */
  append(chunks: readonly Uint8Array[]): Promise<void>
  stat(): Promise<FileStat>
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * Everything that the engine needs from a disk that holds journals. The interface is narrow so that tests can replace
 * the disk and let any single operation fail. All functions throw what `node:fs` throws.
 */
export interface FileSystem {
  open(path: string, flags: 'r' | 'wx', mode?: number): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
  removeFile(path: string): Promise<void>
  /**
   * Removes a folder with all its contents; does nothing if there is no such folder. Links are removed, not followed.
   */
  removeFolder(path: string): Promise<void>
  /**
   * Creates a folder if necessary, but not its parents: one of them may have been unplugged or moved in the meantime.
   */
  makeFolder(path: string): Promise<void>
  /** The same, but creates missing parents too. */
  makeFolders(path: string): Promise<void>
  readFolder(path: string): Promise<FolderItem[]>
  stat(path: string): Promise<FileStat>
  lstat(path: string): Promise<FileStat>
  realPath(path: string): Promise<string>
  readLink(path: string): Promise<string>
}

/** The real disk. */
export const nodeFileSystem: FileSystem = {
  async open(path, flags, mode) {
    const handle = await fs.open(path, flags, mode)
    return {
      readFile: () => handle.readFile(),
      append: (chunks) => appendAll(handle, chunks),
      stat: () => handle.stat({ bigint: true }),
      sync: () => handle.sync(),
      close: () => handle.close(),
    }
  },
  rename: renamePatiently,
  removeFile: (path) => fs.unlink(path),
  removeFolder: (path) => fs.rm(path, { recursive: true, force: true }),
  makeFolder,
  makeFolders,
  readFolder: (path) => fs.readdir(path, { withFileTypes: true }),
  stat: (path) => fs.stat(path, { bigint: true }),
  lstat: (path) => fs.lstat(path, { bigint: true }),
  realPath: (path) => fs.realpath(path),
  readLink: (path) => fs.readlink(path),
}

/** In bytes. If the system is given more at once, the write blocks until the disk has caught up. */
const AT_ONCE = 2 * 1024 * 1024

async function appendAll(handle: fs.FileHandle, chunks: readonly Uint8Array[]): Promise<void> {
  let rest = chunks.filter(({ byteLength }) => byteLength > 0)
  while (rest.length > 0) {
    const { bytesWritten } = await handle.writev(takeSome(rest))
    if (bytesWritten === 0) throw Object.assign(new Error('The disk takes no more'), { code: 'EIO' })
    rest = leaveOut(rest, bytesWritten)
  }
}

/** The first chunks, up to the limit, but at least one. */
function takeSome(chunks: readonly Uint8Array[]): Uint8Array[] {
  let size = 0
  const end = chunks.findIndex(({ byteLength }) => (size += byteLength) > AT_ONCE)
  return chunks.slice(0, end === -1 ? chunks.length : Math.max(end, 1))
}

/** The chunks without their first bytes: the system may write less than it is given. */
function leaveOut(chunks: readonly Uint8Array[], bytes: number): Uint8Array[] {
  let before = bytes
  return chunks.flatMap((chunk) => {
    const left = chunk.subarray(before)
    before -= chunk.byteLength - left.byteLength
    return left.byteLength > 0 ? [left] : []
  })
}

async function makeFolder(path: string): Promise<void> {
  try {
    await fs.mkdir(path)
  } catch (error) {
    if (!(await isFolder(path))) throw error
  }
}

/** Node's recursive mkdir loops forever where the system allows no folders, as under `/proc`. */
async function makeFolders(path: string): Promise<void> {
  try {
    await makeFolder(path)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolders(dirname(path))
    await makeFolder(path)
  }
}

async function isFolder(path: string): Promise<boolean> {
  return fs.stat(path).then(
    (stat) => stat.isDirectory(),
    () => false,
  )
}

/**
 * On Windows, virus scanners and indexers hold new files and folders open for a moment, so a refused rename is retried.
 */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await fs.rename(from, to)
    } catch (error) {
      const passing = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error) ?? '')
      if (!passing || tries >= 7) throw error
      await pause(10 * 2 ** tries)
    }
  }
}

/** Reads all bytes of a file. @throws the file system's error */
export async function readWhole(path: string, fileSystem: FileSystem): Promise<Uint8Array> {
  const file = await fileSystem.open(path, 'r')
  try {
    return await file.readFile()
  } finally {
    await file.close().catch(() => {})
  }
}

/** The code of a file system error ("ENOENT"); `null` for any other error. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** Whether an error means that nothing exists at that path. */
export function isMissing(error: unknown): boolean {
  const code = errorCode(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}
