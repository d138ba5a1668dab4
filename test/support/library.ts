import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { newTrip } from '../../electron/journal/edits/new-trip.ts'
import { newEntry } from '../../electron/shared/entries/new-entry.ts'
import type { Library, LibraryOptions } from '../../electron/journal/library/library.ts'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import type { Result } from '../../electron/shared/result.ts'
import type { Entry, Note, Trip, TripDetails } from '../../electron/shared/trip.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { someTrip } from './trips.ts'

/** Create a library in a new folder, closed and removed after the test. */
export async function someLibrary(options: Partial<LibraryOptions> = {}): Promise<Library> {
  const folder = options.folder ?? join(await temporaryFolder(), 'Lanyard')
  const library = openLibrary({ ...options, folder })
  onTestFinished(() => library.close())
  return library
}

/** The value of a result. Throws if it is a failure. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${render(result.error)}`)
  return result.value
}

/** The code of a failure. Throws if the result is a success. */
export function codeOf(result: Result<unknown>): string {
  if (result.ok) throw new Error(`Was not refused: ${JSON.stringify(result.value).slice(0, 200)}`)
  return result.error.code
}

/** The sentence of a failure. */
export function messageOf(result: Result<unknown>): string {
  if (result.ok) throw new Error('Was not refused.')
  return render(result.error)
}

/** A note, with the fields that the test is about. */
export function someNote(changes: Partial<Note> = {}): Note {
  const note = newEntry('note', '2026-04-14', null)
  if (note.kind !== 'note') throw new Error('Not a note.')
  return { ...note, ...changes }
}

/** A trip that is in no library yet. */
export function tripWith(entries: Entry[], details: Partial<TripDetails> = {}): Trip {
  return { ...newTrip(someTrip(details)), entries }
}

/** Store a trip in a library. */
export async function addTrip(
  library: Library,
  entries: Entry[] = [],
  details: Partial<TripDetails> = {},
): Promise<Trip> {
  return valueOf(await library.create(tripWith(entries, details))).trip
}

/** The folder of the only trip in a library, as an absolute path. */
export async function onlyTripFolder(library: Library): Promise<string> {
  const [folder, ...others] = (await readdir(library.folder)).filter((name) => !name.startsWith('.'))
  if (folder === undefined || others.length > 0) throw new Error('There is not exactly one trip.')
  return join(library.folder, folder)
}

/** The temporary files that were left below a folder. */
export async function strayFiles(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tmp'))
}
