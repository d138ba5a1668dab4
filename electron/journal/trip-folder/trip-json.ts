import { join } from 'node:path'

/**
 * The file that makes a folder a trip: its words, and the records of what else belongs to it. It is kept by a store of its
 * own, with a history, and so is no {@link TripPart}.
 */
export const TRIP_FILE = 'trip.json'

/** Maximum size of an imported `trip.json`, in bytes: some ten thousand pages. */
export const MAX_IMPORTED_TRIP_BYTES = 20 * 1024 * 1024

/** The trip's file as messages call it. @param folder the trip's folder, as messages call it */
export function shownTripFile(folder: string): string {
  return `${folder}/${TRIP_FILE}`
}

/** The path of the trip's file in a trip's folder. */
export function tripFileIn(folder: string): string {
  return join(folder, TRIP_FILE)
}
