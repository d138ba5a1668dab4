import type { FileSystem, OpenFile } from './file-system.ts'

/** So long may a look at the disk take, in milliseconds: a disk that was asleep needs some seconds to wake up. */
const PATIENCE = 30_000
/** What moves many bytes may take so many times as long: a picture on an old stick. */
const FOR_DATA = 8

/** A disk whose operations all come to an end. */
export interface AnsweringDisk extends FileSystem {
  /** Whether an operation was given up that the system has still not given back. It keeps a process from ending. */
  isStuck(): boolean
}

/**
 * A disk of which nobody waits for ever. A network folder whose computer is gone may not answer for hours, and each
 * operation that hangs takes one of the few threads by which all files are read and written, those of the library too:
 * so as long as one hangs, no other is begun.
 *
 * Operations that take too long, and those that come after them, throw `ETIMEDOUT`.
 *
 * @param patience for one operation, in milliseconds
 */
export function createAnsweringDisk(disk: FileSystem, patience = PATIENCE): AnsweringDisk {
  let hanging = 0

  /** @param onLate gets what came after all, when nobody waits for it any more */
  async function ask<T>(operation: () => Promise<T>, wait: number, onLate: (value: T) => void = () => {}): Promise<T> {
    if (hanging > 0) throw noAnswer()
    const answer = operation()
    let timer: ReturnType<typeof setTimeout> | undefined
    const tooLate = new Promise<typeof late>((resolve) => {
      timer = setTimeout(resolve, wait, late)
    })
    try {
      const first = await Promise.race([answer, tooLate])
      if (first !== late) return first
    } finally {
      clearTimeout(timer)
    }
    hanging++
    void answer.then(onLate, () => {}).finally(() => hanging--)
    throw noAnswer()
  }

  const look = <T>(operation: () => Promise<T>) => ask(operation, patience)
  const move = <T>(operation: () => Promise<T>) => ask(operation, patience * FOR_DATA)

  const watchFile = (file: OpenFile): OpenFile => ({
    readFile: () => move(() => file.readFile()),
    append: (chunks) => move(() => file.append(chunks)),
    stat: () => look(() => file.stat()),
    sync: () => move(() => file.sync()),
    close: () => move(() => file.close()),
  })

  return {
    isStuck: () => hanging > 0,
    open: async (path, flags, mode) =>
      watchFile(
        await ask(
          () => disk.open(path, flags, mode),
          patience,
          (file) => void file.close().catch(() => {}),
        ),
      ),
    rename: (from, to) => look(() => disk.rename(from, to)),
    removeFile: (path) => look(() => disk.removeFile(path)),
    removeFolder: (path) => move(() => disk.removeFolder(path)),
    makeFolder: (path) => look(() => disk.makeFolder(path)),
    makeFolders: (path) => look(() => disk.makeFolders(path)),
    readFolder: (path) => look(() => disk.readFolder(path)),
    stat: (path) => look(() => disk.stat(path)),
    lstat: (path) => look(() => disk.lstat(path)),
    realPath: (path) => look(() => disk.realPath(path)),
    readLink: (path) => look(() => disk.readLink(path)),
  }
}

const late = Symbol('late')

function noAnswer(): Error {
  return Object.assign(new Error('The disk does not answer'), { code: 'ETIMEDOUT' })
}
