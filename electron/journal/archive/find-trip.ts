import { fail, ok, type Result } from '../../shared/result.ts'
import { TRIP_FILE } from '../trip-folder/trip-json.ts'
import type { ZipItem } from './read-zip.ts'

/** The files of a trip in a zip. */
export interface FoundTrip {
  trip: ZipItem
  /** A file of the trip's folder, by its path in there, with `/`. */
  find: (path: string) => ZipItem | undefined
  /** The files that are neither the trip's own nor at one of these paths. */
  others: (paths: ReadonlySet<string>) => string[]
}

/** Files that systems put into zips and folders without being asked. */
const litter = /^__MACOSX\/|(^|\/)(\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)$/

/** Finds the trip among the files of a zip: in the only folder in it, or at the top, where somebody has zipped it so. */
export function findTrip(items: readonly ZipItem[]): Result<FoundTrip> {
  const files = items.filter(({ name }) => !name.endsWith('/') && !litter.test(name))
  const trips = files.filter((item) => isTripFile(item.name) && (item.isPlain || item.isLocked))
  const [trip, second] = trips
  if (trip === undefined) {
    return fail(
      'import.unknown',
      'There is no trip in this file. Nothing was imported. Choose a file that was saved with “Save a copy as a file”.',
    )
  }
  if (second !== undefined) {
    return fail(
      'import.unknown',
      'There is more than one trip in this file. Nothing was imported. Pack them one by one.',
    )
  }
  if (trip.isLocked) {
    return fail(
      'import.unknown',
      'The file is locked with a password, which Lanyard cannot open. Nothing was imported.',
    )
  }
  const folder = trip.name.slice(0, -TRIP_FILE.length)
  const byPath = new Map(
    files.flatMap((item) => (item.name.startsWith(folder) ? [[item.name.slice(folder.length), item] as const] : [])),
  )
  return ok({
    trip,
    find: (path) => byPath.get(path),
    others: (paths) => {
      const known = new Set([trip, ...Array.from(paths, (path) => byPath.get(path))])
      return files
        .filter((item) => !known.has(item))
        .map(({ name }) => (name.startsWith(folder) ? name.slice(folder.length) : name))
    },
  })
}

/** At the top of the zip, or in a folder at its top. */
function isTripFile(name: string): boolean {
  const [folder, file, ...deeper] = name.split('/')
  return name === TRIP_FILE || (folder !== '' && file === TRIP_FILE && deeper.length === 0)
}
