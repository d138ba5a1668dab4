import { type FileSystem, nodeFileSystem, type OpenFile } from '../../electron/journal/disk/file-system.ts'

/** An operation on the disk, with its path or file. */
export interface Operation {
  name: string
  path: string
}

/** The real disk, where a test can watch every operation and make any of them fail. */
export interface BrokenDisk extends FileSystem {
  /** The operations since {@link reset}, in order. */
  readonly operations: Operation[]
  /** Clear the list of operations, and stop failing. */
  reset(): void
  /**
   * Make operations fail from now on.
   *
   * @param which of the following operations fails, counting from 1
   * @param code as in Node's errors, such as `ENOSPC`
   * @param forGood whether all operations after it fail too
   */
  fail(which: number, code: string, forGood: boolean): void
  /** Cut one of the files that are written from now on short, without an error. @param which file, counting from 1 */
  cutWrite(which: number): void
}

export function createBrokenDisk(): BrokenDisk {
  const operations: Operation[] = []
  let failing: { which: number; code: string; forGood: boolean } | null = null
  /** The number of writes until one is cut, counting that one; 0 for never. */
  let untilCut = 0

  function note(name: string, path: string): void {
    operations.push({ name, path })
    if (failing === null) return
    const isHit = failing.forGood ? operations.length >= failing.which : operations.length === failing.which
    if (isHit) throw Object.assign(new Error(`${failing.code}: ${name} ${path}`), { code: failing.code })
  }

  const watched = (name: keyof FileSystem) => (path: string, more?: string) => {
    note(name, more ?? path)
    // Each of these takes one or two paths as its only arguments.
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
    makeFolder: async (path, mode) => {
      note('makeFolder', path)
      await nodeFileSystem.makeFolder(path, mode)
    },
    makeFolders: async (path, mode) => {
      note('makeFolders', path)
      await nodeFileSystem.makeFolders(path, mode)
    },
    setMode: async (path, mode) => {
      note('setMode', path)
      await nodeFileSystem.setMode(path, mode)
    },
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
      readFile: async (maxBytes) => {
        note('readFile', path)
        return await file.readFile(maxBytes)
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
        // As in the system itself, the file is closed even if closing it fails.
        await file.close()
        note('close', path)
      },
    }
  }
}
