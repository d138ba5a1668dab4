import { join } from 'node:path'
import { nodeFileSystem } from '../journal/disk/file-system.ts'
import { tripNewer } from '../journal/library/missing.ts'
import { readTripFile } from '../journal/library/scan-library.ts'
import { TRIP_FILE } from '../journal/trip-file/trip-file.ts'
import type { TripSummary } from '../shared/contract/library.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { Journal } from './journal.ts'

/** So many characters of an identifier are enough, where no other trip's begins with them. */
export const SHORTEST_PREFIX = 4

/** How the help speaks of it. */
export const tripArgument =
  'a trip: its id, the first characters of it (4 or more), its folder’s name, or its exact title'

/** Finds the one trip that is meant by an identifier, the beginning of one, a folder's name or a title. */
export async function findTrip(journal: Journal, wanted: string): Promise<Result<TripSummary>> {
  const listed = await journal.call('library.list', {})
  if (!listed.ok) return listed
  const { trips, unreadable } = listed.value
  const folder = wanted.replace(/[/\\]+$/, '')
  const damaged = unreadable.find((trip) => trip.folder === folder)
  if (damaged !== undefined) return { ok: false, error: damaged.error }
  const inFolder = await idInFolder(journal.library.folder, folder)
  const exact = trips.find((trip) => trip.id === wanted || trip.id === inFolder)
  if (exact !== undefined) return ok(exact)
  const prefix = wanted.length >= SHORTEST_PREFIX ? wanted.toLowerCase() : null
  const meant = trips.filter((trip) => trip.title === wanted || (prefix !== null && trip.id.startsWith(prefix)))
  const [trip] = meant
  if (trip === undefined) {
    return fail(
      'trip.missing',
      `There is no trip "${wanted}" in "${journal.library.folder}". "lanyard trips" lists those that are there.`,
    )
  }
  if (meant.length === 1) return ok(trip)
  const ids = meant.map(({ id, title }) => `${id} (${title})`).join(', ')
  return fail('input.invalid', `"${wanted}" can mean ${meant.length} trips: ${ids}. Name one by its id.`)
}

/** What is to be known of a trip that can be read and not be changed. */
export function remarksOn({ isNewer }: TripSummary): string[] {
  return isNewer ? [tripNewer().error.message] : []
}

async function idInFolder(library: string, folder: string): Promise<string | null> {
  if (folder === '' || folder.startsWith('.') || /[/\\\0]/.test(folder)) return null
  const trip = await readTripFile(join(library, folder, TRIP_FILE), folder, nodeFileSystem)
  return trip.ok ? trip.value.id : null
}
