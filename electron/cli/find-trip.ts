import { join } from 'node:path'
import { nodeFileSystem } from '../journal/disk/file-system.ts'
import { tripNewer } from '../journal/library/missing.ts'
import { readTripIn } from '../journal/library/scan-library.ts'
import type { TripSummary } from '../shared/contract/library.ts'
import { render } from '../shared/messages/translate.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { Journal } from './journal.ts'

/** Minimum length of the beginning of an id that is accepted in place of the whole id. */
export const SHORTEST_PREFIX = 4

/** Finds the one trip that has a given id, beginning of an id, folder name or title. */
export async function findTrip(journal: Journal, wanted: string): Promise<Result<TripSummary>> {
  const listed = await journal.call('library.list', {})
  if (!listed.ok) return listed
  const { trips, unreadable } = listed.value
  const folder = wanted.replace(/[/\\]+$/, '')
  const damaged = unreadable.find((trip) => trip.folder === folder)
  if (damaged !== undefined) return { ok: false, error: damaged.error }
  const idInFolder = await readIdIn(journal.library.folder, folder)
  const exact = trips.find((trip) => trip.id === wanted || trip.id === idInFolder)
  if (exact !== undefined) return ok(exact)
  const prefix = wanted.length >= SHORTEST_PREFIX ? wanted.toLowerCase() : null
  const matches = trips.filter((trip) => trip.title === wanted || (prefix !== null && trip.id.startsWith(prefix)))
  const [trip] = matches
  if (trip === undefined) return fail('trip.not-found', { name: wanted, library: journal.library.folder })
  if (matches.length === 1) return ok(trip)
  const names = matches.map(({ id, title }) => `${id} (${title})`)
  return fail('input.ambiguous-trip', { name: wanted, count: names.length, trips: names })
}

/** Notes about a trip that can be read but not changed. */
export function notesOn({ isNewer }: TripSummary): string[] {
  return isNewer ? [render(tripNewer().error)] : []
}

async function readIdIn(library: string, folder: string): Promise<string | null> {
  if (folder === '' || folder.startsWith('.') || /[/\\\0]/.test(folder)) return null
  const trip = await readTripIn(join(library, folder), folder, nodeFileSystem)
  return trip.ok ? trip.value.id : null
}
