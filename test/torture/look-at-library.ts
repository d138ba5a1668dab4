import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeTrip } from '../../electron/journal/trip-file/trip-file.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { TRIP_FILE } from '../../electron/journal/trip-folder/trip-json.ts'

/** The contents of a library on the disk. */
export interface LibraryState {
  /** Folder -> its trip. */
  trips: Map<string, Trip>
  trashed: Trip[]
  /** Each file, relative to the library -> the SHA-256 of its bytes. */
  files: Map<string, string>
  /** Trip folders that cannot be read as a trip. */
  unreadable: string[]
}

/** Reads a library without Lanyard's own code: file by file. Ignores files of Syncthing and caches. */
export async function lookAtLibrary(library: string): Promise<LibraryState> {
  const state: LibraryState = { trips: new Map(), trashed: [], files: new Map(), unreadable: [] }
  const items = await readdir(library, { recursive: true, withFileTypes: true })
  for (const item of items.filter((found) => found.isFile())) {
    const path = join(item.parentPath, item.name)
    const name = path.slice(library.length + 1)
    if (/^\.(cache|stfolder)\//.test(name) || item.name.startsWith('.syncthing.')) continue
    const bytes = await readFile(path)
    state.files.set(name, createHash('sha256').update(bytes).digest('hex'))
    const parts = name.split('/')
    const isTrashed = parts[0] === '.trash'
    if (parts.at(-1) !== TRIP_FILE || parts.length !== (isTrashed ? 3 : 2)) continue
    const trip = decodeTrip(bytes, name)
    if (!trip.ok) state.unreadable.push(render(trip.error))
    else if (isTrashed) state.trashed.push(trip.value)
    else state.trips.set(parts[0] ?? '', trip.value)
  }
  return state
}

/** Everything that was written in a trip, as one text. */
export function wordsOf(trip: Trip): string {
  return JSON.stringify(trip)
}

/** The files that differ between the two libraries, or that only one of them has. */
export function differences(one: LibraryState, other: LibraryState): string[] {
  const names = new Set([...one.files.keys(), ...other.files.keys()])
  return [...names].filter((name) => one.files.get(name) !== other.files.get(name)).toSorted()
}
