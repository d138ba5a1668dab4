import * as fs from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** What `stat` says of a file, in the precision that the disk keeps. */
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
  writeFile(data: Uint8Array): Promise<void>
  stat(): Promise<FileStat>
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * Everything that the engine asks of the disk on which journals are kept. The border is this narrow so that a test can
 * stand in for the disk and let any one operation fail. All functions throw what `node:fs` throws.
 */
export interface FileSystem {
  open(path: string, flags: 'r' | 'wx', mode?: number): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
  removeFile(path: string): Promise<void>
  /** Removes a folder with all that is in it; nothing where there is none. Links are removed, not followed. */
  removeFolder(path: string): Promise<void>
  /** Makes a folder and those above it that are missing. */
  makeFolder(path: string): Promise<void>
  readFolder(path: string): Promise<FolderItem[]>
  stat(path: string): Promise<FileStat>
  lstat(path: string): Promise<FileStat>
  realPath(path: string): Promise<string>
  readLink(path: string): Promise<string>
}

/** The disk as it is. */
export const nodeFileSystem: FileSystem = {
  async open(path, flags, mode) {
    const handle = await fs.open(path, flags, mode)
    return {
      readFile: () => handle.readFile(),
      writeFile: (data) => handle.writeFile(data),
      stat: () => handle.stat({ bigint: true }),
      sync: () => handle.sync(),
      close: () => handle.close(),
    }
  },
  rename: renamePatiently,
  removeFile: (path) => fs.unlink(path),
  removeFolder: (path) => fs.rm(path, { recursive: true, force: true }),
  makeFolder,
  readFolder: (path) => fs.readdir(path, { withFileTypes: true }),
  stat: (path) => fs.stat(path, { bigint: true }),
  lstat: (path) => fs.lstat(path, { bigint: true }),
  realPath: (path) => fs.realpath(path),
  readLink: (path) => fs.readlink(path),
}

/** Node's own way of making the folders above goes round for ever where the system takes none, as below `/proc`. */
async function makeFolder(path: string): Promise<void> {
  try {
    await fs.mkdir(path)
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT' && dirname(path) !== path) {
      await makeFolder(dirname(path))
      // Somebody else may have made it meanwhile.
      await fs.mkdir(path).catch((again: unknown) => {
        if (errorCode(again) !== 'EEXIST') throw again
      })
    } else if (!(await isFolder(path))) throw error
  }
}

async function isFolder(path: string): Promise<boolean> {
  return fs.stat(path).then(
    (stat) => stat.isDirectory(),
    () => false,
  )
}

/**
 * On Windows, virus scanners and indexers hold new files and folders open for a moment: there, a refusal is worth a
 * second try.
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

/** The code of an error of the file system ("ENOENT"); `null` for anything else. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** Whether an error says that there is nothing at that path. */
export function isMissing(error: unknown): boolean {
  const code = errorCode(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}
