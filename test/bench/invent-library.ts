import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { inventTrip } from './invent-trip.ts'

/** Creates a library of trips of an ordinary size. Returns its folder. */
export async function inventLibrary(folder: string, trips: number): Promise<string> {
  const library = openLibrary({ folder })
  for (let index = 0; index < trips; index++) await library.create(inventTrip(`Trip ${index}`, 20, 1_000))
  await library.close()
  return folder
}
