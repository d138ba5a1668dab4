import { basename } from 'node:path'
import type { Trip } from '../../electron/shared/trip.ts'
import { type PageBridge, valueOf } from './page-bridge.ts'

/**
 * Add an earlier version to a trip's history, as if it had been saved then.
 *
 * @param at ISO 8601
 * @param change what was different in it
 * @returns the version
 */
export async function keptVersion(
  { engine }: PageBridge,
  tripId: string,
  at: string,
  change: (trip: Trip) => Partial<Trip>,
): Promise<string> {
  const { library } = engine.context
  const trip = valueOf(await library.open(tripId))
  const folder = basename(valueOf(await library.placeOf(tripId)))
  return valueOf(await library.history.keep(folder, { ...trip, ...change(trip), updatedAt: at }))
}

/** The entries of a trip, with another text for one of them. */
export function withText({ entries }: Trip, entryId: string, text: string): Pick<Trip, 'entries'> {
  return { entries: entries.map((entry) => (entry.id === entryId ? { ...entry, text } : entry)) }
}
