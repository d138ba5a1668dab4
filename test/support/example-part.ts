import { join } from 'node:path'
import { z } from 'zod'
import type { Library, LibraryOptions } from '../../electron/journal/library/library.ts'
import { jsonFile } from '../../electron/journal/trip-folder/json-file.ts'
import { TripLayout, tripLayout } from '../../electron/journal/trip-folder/layout.ts'
import { ok } from '../../electron/shared/result.ts'
import { addPicturedTrip } from './archives.ts'
import { onlyTripFolder, someLibrary, valueOf } from './library.ts'

/*
 * A file that is part of the trip's folder only because of a row in the table: everything that handles whole trips has
 * to work for it.
 */

export const example = jsonFile({
  name: 'example.json',
  version: 1,
  schema: z.strictObject({ sessions: z.array(z.string()) }),
  merge: (one, other) => ({ sessions: [...new Set([...one.sessions, ...other.sessions])].toSorted() }),
  maxBytes: 1024 * 1024,
})

export const layout = new TripLayout([...tripLayout.parts, example])

export const withExample = (options: Partial<LibraryOptions> = {}) => someLibrary({ layout, ...options })

export async function writeExample(library: Library, tripId: string, ...sessions: string[]): Promise<void> {
  valueOf(await library.changeFile(tripId, example.name, () => ok(example.encode(tripId, { sessions }))))
}

/** The content of a trip's file, or the kind of its state if it is not intact. */
export async function readExample(library: Library, tripId: string): Promise<string[] | string> {
  const state = valueOf(await library.readFile(tripId, example.name))
  return state.kind === 'good' ? valueOf(example.decode(state.bytes)).content.sessions : state.kind
}

/** A library with a trip that has two pictures and the file. */
export async function tripWithExample(options: Partial<LibraryOptions> = {}) {
  const library = await withExample(options)
  const trip = await addPicturedTrip(library)
  await writeExample(library, trip.id, 'Keynote')
  const folder = await onlyTripFolder(library)
  return { library, trip, folder, file: join(folder, example.name) }
}
