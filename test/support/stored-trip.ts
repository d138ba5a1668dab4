import { readFile } from 'node:fs/promises'
import { decodeTrip } from '../../electron/journal/trip-file/trip-file.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { findFile } from './find-file.ts'
import { TRIP_FILE } from '../../electron/journal/trip-folder/trip-json.ts'

/** Read the only trip of a library from the disk. */
export async function readStoredTrip(library: string): Promise<Trip> {
  const trip = decodeTrip(await readFile(await findFile(library, TRIP_FILE)), TRIP_FILE)
  if (!trip.ok) throw new Error(render(trip.error))
  return trip.value
}

/** The texts of its entries, without empty ones. */
export async function readStoredTexts(library: string): Promise<string[]> {
  const { entries } = await readStoredTrip(library)
  return entries.map(({ text }) => text).filter((text) => text !== '')
}
