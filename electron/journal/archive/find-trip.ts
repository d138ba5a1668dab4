import { fail, ok, type Result } from '../../shared/result.ts'
import { TRIP_FILE } from '../trip-folder/trip-json.ts'
import type { ZipItem } from './read-zip.ts'

/** The files of a trip inside a zip. */
export interface FoundTrip {
  trip: ZipItem
  /** Finds a file of the trip's folder by its path in that folder, with `/`. */
  find: (path: string) => ZipItem | undefined
  /** Lists the files that are neither the trip file nor at one of these paths. */
  others: (paths: ReadonlySet<string>) => string[]
}

/** Files that operating systems add to zips and folders on their own. */
const litter = /^__MACOSX\/|(^|\/)(\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)$/

/**
 * Finds the trip among the files of a zip: in its only folder, or at the top if somebody zipped the files without their
 * folder.
 */
export function findTrip(items: readonly ZipItem[]): Result<FoundTrip> {
  const files = items.filter(({ name }) => !name.endsWith('/') && !litter.test(name))
  const trips = files.filter((item) => isTripFile(item.name) && (item.isPlain || item.isLocked))
  const [trip, second] = trips
  if (trip === undefined) {
    return fail('import.no-trip')
  }
  if (second !== undefined) {
    return fail('import.several-trips')
  }
  if (trip.isLocked) {
    return fail('import.locked')
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

/** Whether this is a trip file at the top of the zip, or in a folder at the top. */
function isTripFile(name: string): boolean {
  const [folder, file, ...deeper] = name.split('/')
  return name === TRIP_FILE || (folder !== '' && file === TRIP_FILE && deeper.length === 0)
}
