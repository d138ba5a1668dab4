import { sep } from 'node:path'
import { type FileSystem, nodeFileSystem } from '../../electron/journal/disk/file-system.ts'

/** The real disk, a part of which can stop responding, like a network folder whose computer is off. */
export interface HangingDisk extends FileSystem {
  /**
   * Makes every access to a file or folder, or anything inside it, wait from now on. Links to it are not recognized.
   * Returns a function that ends the wait.
   */
  hang(path: string): () => void
  /** The number of operations that are waiting. */
  waiting(): number
}

export function createHangingDisk(): HangingDisk {
  const hanging = new Map<string, Promise<void>>()
  let waiting = 0

  async function answer<T>(path: string, operation: () => Promise<T>): Promise<T> {
    for (const [place, released] of hanging) {
      if (path !== place && !path.startsWith(`${place}${sep}`)) continue
      waiting++
      await released.finally(() => waiting--)
    }
    return await operation()
  }

  return {
    hang(path) {
      let release = () => {}
      hanging.set(path, new Promise((resolve) => (release = resolve)))
      return () => {
        hanging.delete(path)
        release()
      }
    },
    waiting: () => waiting,
    open: (path, flags, mode) => answer(path, () => nodeFileSystem.open(path, flags, mode)),
    rename: (from, to) => answer(from, () => answer(to, () => nodeFileSystem.rename(from, to))),
    removeFile: (path) => answer(path, () => nodeFileSystem.removeFile(path)),
    removeFolder: (path) => answer(path, () => nodeFileSystem.removeFolder(path)),
    makeFolder: (path, mode) => answer(path, () => nodeFileSystem.makeFolder(path, mode)),
    makeFolders: (path, mode) => answer(path, () => nodeFileSystem.makeFolders(path, mode)),
    setMode: (path, mode) => answer(path, () => nodeFileSystem.setMode(path, mode)),
    readFolder: (path) => answer(path, () => nodeFileSystem.readFolder(path)),
    stat: (path) => answer(path, () => nodeFileSystem.stat(path)),
    lstat: (path) => answer(path, () => nodeFileSystem.lstat(path)),
    realPath: (path) => answer(path, () => nodeFileSystem.realPath(path)),
    readLink: (path) => answer(path, () => nodeFileSystem.readLink(path)),
  }
}
