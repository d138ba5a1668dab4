import { isAbsolute, join, relative, sep } from 'node:path'
import { type AnsweringDisk, createAnsweringDisk } from './answering-disk.ts'
import { Door } from './door.ts'
import type { FileSystem } from './file-system.ts'

/** The disk of a library. */
export interface LibraryDisk extends AnsweringDisk {
  /** Whether a path in the library leads through a link, as far as is known: it may be on a network drive. */
  isLinked(path: string): boolean
}

/** In milliseconds. */
export interface LibraryDiskTimes {
  /** Timeout for an operation in a place that is reached through a link: it may be on another computer. */
  linked: number
  /** Timeout for an operation anywhere else: a sleeping disk needs some seconds to wake up. */
  own: number
}

const usual: LibraryDiskTimes = { linked: 4000, own: 20_000 }

/** Maximum number of operations in linked places at once: half of the threads that do all file access. */
const MAX_LINKED = 2

/**
 * The disk of a library, on which a place that does not respond keeps nobody from the others. A place is the folder of a
 * trip; everything else in the library is one more. While an operation hangs in a place, no other is started there, and
 * places that are reached through a link, which may be on a network drive, never take all of the threads.
 *
 * @param library absolute
 */
export function createLibraryDisk(
  disk: FileSystem,
  library: string,
  times: Partial<LibraryDiskTimes> = {},
): LibraryDisk {
  const { linked: linkedTime, own: ownTime } = { ...usual, ...times }
  const door = new Door(MAX_LINKED)
  const places = new Map<string, { isLinked: boolean; disk: AnsweringDisk }>()
  /** The places that are known to be links, or to have a file that is one. */
  const linked = new Set<string>()

  function placeAt(path: string): AnsweringDisk | null {
    const name = placeOf(library, path)
    if (name === null) return null
    const isLinked = linked.has(name)
    const known = places.get(name)
    // One where something hangs stays, so that this is not forgotten.
    if (known !== undefined && (known.isLinked === isLinked || known.disk.isStuck())) return known.disk
    const made = isLinked ? createAnsweringDisk(disk, linkedTime, door) : createAnsweringDisk(disk, ownTime)
    places.set(name, { isLinked, disk: made })
    return made
  }

  // A path outside the library, such as an export, belongs to no place.
  const at = (path: string): FileSystem => placeAt(path) ?? disk

  /** Links lead elsewhere: from the first one that is found, the place counts as linked. */
  async function lookAt(path: string) {
    const item = await at(path).lstat(path)
    const name = placeOf(library, path)
    if (item.isSymbolicLink() && name !== null) linked.add(name)
    return item
  }

  return {
    isLinked: (path) => linked.has(placeOf(library, path) ?? ''),
    isStuck: () => Array.from(places.values()).some((place) => place.disk.isStuck()),
    async open(path, flags, mode) {
      if (flags === 'r' && placeAt(path) !== null) await lookAt(path)
      return await at(path).open(path, flags, mode)
    },
    async stat(path) {
      if (placeAt(path) === null || path === library) return await at(path).stat(path)
      const item = await lookAt(path)
      return item.isSymbolicLink() ? await at(path).stat(path) : item
    },
    async readFolder(path) {
      const items = await at(path).readFolder(path)
      for (const item of items) {
        const name = placeOf(library, join(path, item.name))
        if (name === null || join(library, name) !== join(path, item.name)) continue
        if (item.isSymbolicLink()) linked.add(name)
      }
      return items
    },
    rename: (from, to) => at(from).rename(from, to),
    removeFile: (path) => at(path).removeFile(path),
    removeFolder: (path) => at(path).removeFolder(path),
    makeFolder: (path, mode) => at(path).makeFolder(path, mode),
    makeFolders: (path, mode) => at(path).makeFolders(path, mode),
    setMode: (path, mode) => at(path).setMode(path, mode),
    lstat: (path) => at(path).lstat(path),
    realPath: (path) => at(path).realPath(path),
    readLink: (path) => at(path).readLink(path),
  }
}

/** The folder of the trip that a path leads to, from the library's; empty: none; `null`: it is not in the library. */
function placeOf(library: string, path: string): string | null {
  const way = wayTo(path, library)
  if (way === null) return null
  if (!way.startsWith('.')) return upTo(sep, way)
  const trash = `.trash${sep}`
  return way.startsWith(trash) ? trash + upTo(sep, way.slice(trash.length)) : ''
}

/** A path in the library, relative to it; `null` if it is elsewhere. */
function wayTo(path: string, library: string): string | null {
  // Each save asks this a dozen times, almost always for a path that simply begins with the library's.
  if (path.startsWith(library) && path[library.length] === sep && !hasDots(path)) {
    return path.slice(library.length + 1)
  }
  const way = relative(library, path)
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? null : way
}

/** Whether any part of a path may be `.` or `..`. */
const hasDots = (path: string) => path.includes(`${sep}..`) || path.includes(`${sep}.${sep}`)

function upTo(mark: string, text: string): string {
  const end = text.indexOf(mark)
  return end === -1 ? text : text.slice(0, end)
}
