import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { addPhoto, rename } from '../support/backup.ts'
import { addTrip, someNote, valueOf } from '../support/library.ts'
import { makePlace, type Place } from './lanyard.ts'

/** A place with a trip in its library, made without the command line: each run of that takes a while. */
export interface PlaceWithTrip extends Place {
  tripId: string
  /** Of the trip, as a name in the library. */
  tripFolder: string
  /** Its file, absolute. */
  file: string
  /** The two versions of it that are kept: of an empty trip, and of the one that is there. */
  versions: [empty: string, full: string]
}

/** Has a trip "Lantern Conf 2026" with one entry, "Arrival", and one picture. Gone after the test. */
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
