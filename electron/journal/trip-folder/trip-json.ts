import { join } from 'node:path'

/**
 * The file that makes a folder a trip: its texts, and the records of its other files. It has a store of its own with a
 * history, so it is not a {@link TripPart}.
 */
export const TRIP_FILE = 'trip.json'

/** Maximum size of an imported `trip.json`, in bytes: some ten thousand pages. */
export const MAX_IMPORTED_TRIP_BYTES = 20 * 1024 * 1024

/** How messages call the trip's file. @param folder how messages call the trip's folder */
export function shownTripFile(folder: string): string {
  return `${folder}/${TRIP_FILE}`
}

/** The path of the trip's file in a trip's folder. */
export function tripFileIn(folder: string): string {
  return join(folder, TRIP_FILE)
}
