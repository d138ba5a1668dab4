import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { addPhoto, rename } from '../support/backup.ts'
import { addTrip, someNote, valueOf } from '../support/library.ts'
import { makePlace, type Place } from './lanyard.ts'

/**
 * A folder with a trip in its library. The trip is created without the command line, each run of which takes a while.
 */
export interface PlaceWithTrip extends Place {
  tripId: string
  /** The name of the trip's folder in the library. */
  tripFolder: string
  /** The trip's file, absolute. */
  file: string
  /** The ids of its two versions: the empty trip, and its current state. */
  versions: [empty: string, full: string]
}

/** Creates a trip "Lantern Conf 2026" with one entry, "Arrival", and one picture. It is removed after the test. */
export async function placeWithTrip(): Promise<PlaceWithTrip> {
  const place = await makePlace()
  onTestFinished(() => rm(place.folder, { recursive: true, force: true }))
  const library = openLibrary({ folder: place.library })
  const { id } = await addTrip(library, [])
  const empty = valueOf(await library.keepVersion(id))
  const arrival = someNote({ title: 'Arrival', text: 'Two trains and a tram.' })
  valueOf(await library.update(id, (trip) => ({ ok: true, value: { ...trip, entries: [arrival] } })))
  await addPhoto(library, id)
  await rename(library, id, 'Lantern Conf 2026')
  const full = valueOf(await library.keepVersion(id))
  await library.close()
  const tripFolder = '2026-04-14-lantern-conf-2026'
  const file = join(place.library, tripFolder, 'trip.json')
  return { ...place, tripId: id, tripFolder, file, versions: [empty, full] }
}
