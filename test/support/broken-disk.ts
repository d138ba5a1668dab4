import { type FileSystem, nodeFileSystem, type OpenFile } from '../../electron/journal/disk/file-system.ts'

/** What happened on the disk: the operation and the path or file that it was about. */
export interface Operation {
  name: string
  path: string
}

/** The real disk, of which a test can watch each operation and let any of them fail. */
export interface BrokenDisk extends FileSystem {
  /** What was asked of the disk since {@link reset}, in this order. */
  readonly operations: Operation[]
  /** Forgets what happened, and makes no more trouble. */
  reset(): void
  /**
   * Lets operations fail from now on.
   *
   * @param which counts from 1, over the operations that come
   * @param code as of Node's errors: `ENOSPC`
   * @param forGood whether all after it fail too
   */
  fail(which: number, code: string, forGood: boolean): void
  /** Lets one of the files that are written from now on end short, without an error. @param which counts from 1 */
  cutWrite(which: number): void
}

export function createBrokenDisk(): BrokenDisk {
  const operations: Operation[] = []
  let failing: { which: number; code: string; forGood: boolean } | null = null
  /** So many writes until one is cut, that one included; 0: none is. */
  let untilCut = 0

  function note(name: string, path: string): void {
    operations.push({ name, path })
    if (failing === null) return
    const isHit = failing.forGood ? operations.length >= failing.which : operations.length === failing.which
    if (isHit) throw Object.assign(new Error(`${failing.code}: ${name} ${path}`), { code: failing.code })
  }

  const watched = (name: keyof FileSystem) => (path: string, more?: string) => {
    note(name, more ?? path)
    // Each of these takes one or two paths and nothing else.
    return (nodeFileSystem[name] as (...paths: (string | undefined)[]) => Promise<never>)(path, more)
  }

  return {
    operations,
    reset() {
      operations.length = 0
      failing = null
      untilCut = 0
    },
    fail(which, code, forGood) {
      operations.length = 0
      failing = { which, code, forGood }
    },
    cutWrite(which) {
      untilCut = which
    },
    rename: async (from, to) => watched('rename')(from, to),
    removeFile: async (path) => watched('removeFile')(path),
    removeFolder: async (path) => watched('removeFolder')(path),
    makeFolder: async (path) => watched('makeFolder')(path),
    makeFolders: async (path) => watched('makeFolders')(path),
    readFolder: async (path) => watched('readFolder')(path),
    stat: async (path) => watched('stat')(path),
    lstat: async (path) => watched('lstat')(path),
    realPath: async (path) => watched('realPath')(path),
    readLink: async (path) => watched('readLink')(path),
    async open(path, flags, mode) {
      note(`open ${flags}`, path)
      return watchFile(await nodeFileSystem.open(path, flags, mode), path)
    },
  }

  function watchFile(file: OpenFile, path: string): OpenFile {
    return {
      readFile: async () => {
        note('readFile', path)
        return await file.readFile()
      },
      append: async (chunks) => {
        note('append', path)
        const isCut = untilCut > 0 && --untilCut === 0
        const data = Buffer.concat(chunks)
        await file.append(isCut ? [data.subarray(0, data.byteLength / 2)] : chunks)
      },
      stat: async () => {
        note('stat', path)
        return await file.stat()
      },
      sync: async () => {
        note('sync', path)
        await file.sync()
      },
      close: async () => {
        // The file is closed even if the disk then says that it failed, as the system does it.
        await file.close()
        note('close', path)
      },
    }
  }
}
