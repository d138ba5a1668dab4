import { mkdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Library } from '../../electron/journal/library/library.ts'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { encodeTrip } from '../../electron/journal/trip-file/trip-file.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { giveToOwner, type Home } from './home.ts'
import { addTrip, someNote, valueOf } from './library.ts'
import { newerFile } from './other-formats.ts'
import { TRIP_FILE } from '../../electron/journal/trip-folder/trip-json.ts'

/** The trips of {@link makeTroubledLibrary} by their problem. A trip that cannot be read is named by its folder. */
export const troubled = { copied: 'Beacon Conf', newer: 'Lantern Conf', unknown: 'signal', damaged: 'Foghorn' }

/**
 * Make a library that other computers have changed: one trip has a conflict copy that waits for a decision, and two were
 * written by a newer Lanyard, one of them in an unknown format. One is damaged. The disk of the backup is missing.
 */
export async function makeTroubledLibrary(home: Home): Promise<void> {
  const library = openLibrary({ folder: home.library })
  const entries = [someNote({ title: 'Lunch', text: 'Soup.\n\nBread.' }), someNote({ title: 'Dinner', text: 'Fish.' })]
  const [copied, newer, unknown, damaged] = [
    await addTrip(library, entries, { title: troubled.copied }),
    await addTrip(library, [someNote({ title: 'Walk', text: 'Along the river.' })], { title: troubled.newer }),
    await addTrip(library, [], { title: 'Signal' }),
    await addTrip(library, entries, { title: 'Foghorn' }),
  ]
  await leaveCopy(library, copied)
  await writeFile(join(await placeOf(library, newer), TRIP_FILE), newerFile(newer))
  const file = JSON.stringify({ ...unknown, schemaVersion: 2, entries: { of: 'another form' } })
  await writeFile(join(await placeOf(library, unknown), TRIP_FILE), file)
  valueOf(await library.keepVersion(damaged.id))
  await truncate(join(await placeOf(library, damaged), TRIP_FILE), 300)
  await library.close()
  await mkdir(home.own, { recursive: true })
  const settings = { library: null, exports: null, theme: 'system', authorName: '' }
  const asked = { ...settings, backup: join(home.folder, 'stick'), mergeCopies: false }
  await writeFile(join(home.own, 'settings.json'), JSON.stringify(asked))
  await giveToOwner(home)
}

async function leaveCopy(library: Library, trip: Trip): Promise<void> {
  valueOf(await library.keepVersion(trip.id))
  const updatedAt = new Date(Date.parse(trip.updatedAt) + 1000).toISOString()
  const entries = trip.entries.map((entry) => ({ ...entry, text: `${entry.text}\n\nAnd coffee.`, updatedAt }))
  const theirs = { ...trip, entries, updatedAt, ancestors: [trip.updatedAt] }
  const name = 'trip.sync-conflict-20260414-101500-ABCDEFG.json'
  await writeFile(join(await placeOf(library, trip), name), encodeTrip(theirs))
}

const placeOf = async (library: Library, trip: Trip) => valueOf(await library.placeOf(trip.id))
