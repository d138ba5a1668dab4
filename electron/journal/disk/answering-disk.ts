import { Deadlines } from './deadlines.ts'
import type { Door } from './door.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { noAnswer } from './no-answer.ts'

/** Timeout for a metadata operation, in milliseconds: a sleeping disk needs some seconds to wake up. */
const TIMEOUT = 30_000
/** Factor by which the timeout is longer for operations that move data, such as a picture on an old drive. */
const FOR_DATA = 8

/** A disk on which every operation ends within a timeout. */
export interface AnsweringDisk extends FileSystem {
  /** Whether an operation that was given up is still pending in the system, which keeps the process from ending. */
  isStuck(): boolean
}

/**
 * Wraps a disk so that nothing waits for it forever. A network folder whose computer is off may not respond for hours,
 * and each hanging operation blocks one of the few threads that do all file access, including the library's. So while
 * one hangs, no other is started.
 *
 * Operations that take too long, and those that come after them, throw `ETIMEDOUT`.
 *
 * @param patience timeout for one operation, in milliseconds
 * @param door limits how many operations are under way at once, together with other disks that have the same one
 */
export function createAnsweringDisk(disk: FileSystem, patience = TIMEOUT, door?: Door): AnsweringDisk {
  let hanging = 0
  const deadlines = new Deadlines()

  /** @param onLate receives a result that arrives after the timeout */
  async function ask<T>(operation: () => Promise<T>, wait: number, onLate: (value: T) => void = () => {}): Promise<T> {
    if (hanging > 0) throw noAnswer()
    if (door === undefined) return await answerWithin(operation, wait, onLate)
    await door.enter()
    if (hanging > 0) {
      door.leave()
      throw noAnswer()
    }
    return await answerWithin(() => operation().finally(() => door.leave()), wait, onLate)
  }

  function answerWithin<T>(operation: () => Promise<T>, wait: number, onLate: (value: T) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      let noteEnd: (() => void) | undefined
      const end = deadlines.watch(wait, () => {
        hanging++
        const leave = door?.noteHanging()
        noteEnd = () => {
          hanging--
          leave?.()
        }
        reject(noAnswer())
      })
      const answered = (value: T) => {
        end()
        if (noteEnd === undefined) return resolve(value)
        noteEnd()
        onLate(value)
      }
      const failed = (error: unknown) => {
        end()
        noteEnd?.()
        reject(error)
      }
      operation().then(answered, failed)
    })
  }

  const look = <T>(operation: () => Promise<T>) => ask(operation, patience)
  const move = <T>(operation: () => Promise<T>) => ask(operation, patience * FOR_DATA)

  const watchFile = (file: OpenFile): OpenFile => ({
    readFile: (maxBytes) => move(() => file.readFile(maxBytes)),
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
    makeFolder: (path, mode) => look(() => disk.makeFolder(path, mode)),
    makeFolders: (path, mode) => look(() => disk.makeFolders(path, mode)),
    setMode: (path, mode) => look(() => disk.setMode(path, mode)),
    readFolder: (path) => look(() => disk.readFolder(path)),
    stat: (path) => look(() => disk.stat(path)),
    lstat: (path) => look(() => disk.lstat(path)),
    realPath: (path) => look(() => disk.realPath(path)),
    readLink: (path) => look(() => disk.readLink(path)),
  }
}
