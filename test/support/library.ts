import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { newTrip } from '../../electron/journal/edits/new-trip.ts'
import { newEntry } from '../../electron/shared/entries/new-entry.ts'
import type { Library, LibraryOptions } from '../../electron/journal/library/library.ts'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import type { Result } from '../../electron/shared/result.ts'
import type { Entry, Note, Trip, TripDetails } from '../../electron/shared/trip.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { someTrip } from './trips.ts'

/** A library in a fresh folder, closed and gone when the test is over. */
export async function someLibrary(options: Partial<LibraryOptions> = {}): Promise<Library> {
  const folder = options.folder ?? join(await temporaryFolder(), 'Lanyard')
  const library = openLibrary({ ...options, folder })
  onTestFinished(() => library.close())
  return library
}

/** The value of a result that a test counts on. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

/** The code of a failure that a test counts on. */
export function codeOf(result: Result<unknown>): string {
  if (result.ok) throw new Error(`Was not refused: ${JSON.stringify(result.value).slice(0, 200)}`)
  return result.error.code
}

/** What a failure says to people. */
export function messageOf(result: Result<unknown>): string {
  if (result.ok) throw new Error('Was not refused.')
  return result.error.message
}

/** A note for a test, with what the test is about in place of the rest. */
export function someNote(changes: Partial<Note> = {}): Note {
  const note = newEntry('note', '2026-04-14', null)
  if (note.kind !== 'note') throw new Error('Not a note.')
  return { ...note, ...changes }
}

/** A trip for a test, not in any library yet. */
export function tripWith(entries: Entry[], details: Partial<TripDetails> = {}): Trip {
  return { ...newTrip(someTrip(details)), entries }
}

/** Puts a trip into a library. */
export async function addTrip(
  library: Library,
  entries: Entry[] = [],
  details: Partial<TripDetails> = {},
): Promise<Trip> {
  return valueOf(await library.create(tripWith(entries, details))).trip
}

/** The folder of the only trip in a library, absolute. */
export async function onlyTripFolder(library: Library): Promise<string> {
  const [folder, ...others] = (await readdir(library.folder)).filter((name) => !name.startsWith('.'))
  if (folder === undefined || others.length > 0) throw new Error('There is not exactly one trip.')
  return join(library.folder, folder)
}

/** The temporary files that were left anywhere under a folder. */
export async function strayFiles(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tmp'))
}
