import * as fs from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import {
  FILE_TOO_LARGE,
  MAX_READ_BYTES,
  NOT_A_FILE,
  openFolderHandle,
  openRegularFile,
  readLimited,
} from './open-file.ts'

/** The result of `stat`, in the precision of the disk. */
export interface FileStat {
  readonly size: bigint
  readonly mtimeNs: bigint
  readonly ino: bigint
  /** Its permissions, its owner and its group. Windows has none of them. */
  readonly mode: bigint
  readonly uid: bigint
  readonly gid: bigint
  isFile(): boolean
  isDirectory(): boolean
  isSymbolicLink(): boolean
}

export interface FolderItem {
  readonly name: string
  isFile(): boolean
  isDirectory(): boolean
  isSymbolicLink(): boolean
}

/** Permissions of a library's folders: even their names reveal where somebody has been. */
export const PRIVATE_FOLDER = 0o700
/** Permissions of a folder that others may read, reduced by the user's umask. */
export const SHARED_FOLDER = 0o777

export interface OpenFile {
  /** Reads the whole file. Throws `EFILETOOLARGE`, before reading anything, if it is larger. */
  readFile(maxBytes?: number): Promise<Uint8Array>
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
  /**
   * Opens a file: `r` opens a regular file for reading and refuses anything else with `ENOTFILE`, without waiting; `wx`
   * creates a new one; `folder` opens a folder to sync it.
   */
  open(path: string, flags: 'r' | 'wx' | 'folder', mode?: number): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
  removeFile(path: string): Promise<void>
  /**
   * Removes a folder with all its contents; does nothing if there is no such folder. Links are removed, not followed.
   */
  removeFolder(path: string): Promise<void>
  /**
   * Creates a folder if necessary, but not its parents: one of them may have been unplugged or moved in the meantime.
   *
   * @param mode the permissions of a folder that is created. Default: {@link PRIVATE_FOLDER}
   */
  makeFolder(path: string, mode?: number): Promise<void>
  /** The same, but creates missing parents too, with the default permissions. */
  makeFolders(path: string, mode?: number): Promise<void>
  /** Sets the permissions of a file or folder. */
  setMode(path: string, mode: number): Promise<void>
  readFolder(path: string): Promise<FolderItem[]>
  stat(path: string): Promise<FileStat>
  lstat(path: string): Promise<FileStat>
  realPath(path: string): Promise<string>
  readLink(path: string): Promise<string>
}

/** The real disk. */
export const nodeFileSystem: FileSystem = {
  async open(path, flags, mode) {
    const handle = await openHandle(path, flags, mode)
    return {
      readFile: (maxBytes = MAX_READ_BYTES) => readLimited(handle, maxBytes),
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
  setMode: (path, mode) => fs.chmod(path, mode),
  readFolder: (path) => fs.readdir(path, { withFileTypes: true }),
  stat: (path) => fs.stat(path, { bigint: true }),
  lstat: (path) => fs.lstat(path, { bigint: true }),
  realPath: (path) => fs.realpath(path),
  readLink: (path) => fs.readlink(path),
}

function openHandle(path: string, flags: 'r' | 'wx' | 'folder', mode?: number): Promise<fs.FileHandle> {
  switch (flags) {
    case 'r':
      return openRegularFile(path)
    case 'folder':
      return openFolderHandle(path)
    case 'wx':
      return fs.open(path, flags, mode)
    default:
      return flags satisfies never
  }
}

/** In bytes. If the system is given more at once, the write blocks until the disk has caught up. */
const MAX_WRITE_BYTES = 2 * 1024 * 1024

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
  const end = chunks.findIndex(({ byteLength }) => (size += byteLength) > MAX_WRITE_BYTES)
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

async function makeFolder(path: string, mode = PRIVATE_FOLDER): Promise<void> {
  try {
    await fs.mkdir(path, mode)
  } catch (error) {
    if (!(await isFolder(path))) throw error
  }
}

/** Node's recursive mkdir loops forever where the system allows no folders, as under `/proc`. */
async function makeFolders(path: string, mode = PRIVATE_FOLDER): Promise<void> {
  try {
    await makeFolder(path, mode)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolders(dirname(path), SHARED_FOLDER)
    await makeFolder(path, mode)
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

/**
 * Reads all bytes of a file.
 *
 * @throws the file system's error; `ENOTFILE` for anything but a regular file, `EFILETOOLARGE` for one that is larger
 */
export async function readWhole(path: string, fileSystem: FileSystem, maxBytes?: number): Promise<Uint8Array> {
  const file = await fileSystem.open(path, 'r')
  try {
    return await file.readFile(maxBytes)
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

/** Whether an error means that something can never be read as a file: it is not a file, or it is far too large. */
export function isUnreadable(error: unknown): boolean {
  const code = errorCode(error)
  return code === NOT_A_FILE || code === FILE_TOO_LARGE || code === 'EISDIR'
}
