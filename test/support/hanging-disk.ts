import { sep } from 'node:path'
import { type FileSystem, nodeFileSystem } from '../../electron/journal/disk/file-system.ts'

/** The real disk, a part of which can stop responding, like a network folder whose computer is off. */
export interface HangingDisk extends FileSystem {
  /**
   * Makes every access to a file or folder, or anything inside it, wait from now on. Links to it are not recognized.
   * Returns a function that ends the wait.
   */
  hang(path: string): () => void
  /** The same for what follows a link, while the link itself can be looked at. */
  hangBehind(link: string): () => void
  /** The number of operations that are waiting. */
  waiting(): number
}

export function createHangingDisk(): HangingDisk {
  const hanging = new Map<string, Promise<void>>()
  let waiting = 0

  const behind = new Map<string, Promise<void>>()

  /** For operations that follow links. */
  const follow = <T>(path: string, operation: () => Promise<T>) => answer(path, operation, [...hanging, ...behind])

  async function answer<T>(
    path: string,
    operation: () => Promise<T>,
    places: Iterable<[string, Promise<void>]> = hanging,
  ): Promise<T> {
    for (const [place, released] of places) {
      if (path !== place && !path.startsWith(`${place}${sep}`)) continue
      waiting++
      await released.finally(() => waiting--)
    }
    return await operation()
  }

  return {
    hang: (path) => start(hanging, path),
    hangBehind: (link) => start(behind, link),
    waiting: () => waiting,
    open: (path, flags, mode) => follow(path, () => nodeFileSystem.open(path, flags, mode)),
    rename: (from, to) => answer(from, () => answer(to, () => nodeFileSystem.rename(from, to))),
    removeFile: (path) => answer(path, () => nodeFileSystem.removeFile(path)),
    removeFolder: (path) => answer(path, () => nodeFileSystem.removeFolder(path)),
    makeFolder: (path, mode) => answer(path, () => nodeFileSystem.makeFolder(path, mode)),
    makeFolders: (path, mode) => answer(path, () => nodeFileSystem.makeFolders(path, mode)),
    setMode: (path, mode) => answer(path, () => nodeFileSystem.setMode(path, mode)),
    readFolder: (path) => answer(path, () => nodeFileSystem.readFolder(path)),
    stat: (path) => follow(path, () => nodeFileSystem.stat(path)),
    lstat: (path) => answer(path, () => nodeFileSystem.lstat(path)),
    realPath: (path) => follow(path, () => nodeFileSystem.realPath(path)),
    readLink: (path) => answer(path, () => nodeFileSystem.readLink(path)),
  }
}

const nothing = () => {}

function start(among: Map<string, Promise<void>>, path: string): () => void {
  let release = nothing
  among.set(path, new Promise((resolve) => (release = resolve)))
  return () => {
    among.delete(path)
    release()
  }
}
