import { join } from 'node:path'
import { z } from 'zod'
import { entryChangeSchema } from '../../shared/history.ts'
import type { Trip } from '../../shared/trip.ts'
import type { FileSystem } from '../disk/file-system.ts'
import { makeInnerFolder } from '../disk/inner-folder.ts'
import { replaceDurably } from '../disk/write-durably.ts'
import { parseEach, readDerived } from '../trip-file/read-derived.ts'
import { CACHE_FOLDER } from '../trip-folder/library-folders.ts'
import { summarizeTrip } from '../trip-file/summarize-trip.ts'
import { compareEntries } from './compare-entries.ts'

/** In the library's folder: one file per trip, with what is in its versions. */
export const NOTES_FOLDER = join(CACHE_FOLDER, 'history')

/** Maximum number of changes of one version that are listed. The others are counted. */
const MAX_CHANGES = 100

const noteSchema = z.strictObject({
  /** The version with which this one was compared; `null` for the oldest version. */
  before: z.string().nullable(),
  entries: z.int(),
  words: z.int(),
  changes: z.array(entryChangeSchema),
  /** The number of further changes. */
  more: z.int(),
})

const schema = z.strictObject({
  version: z.literal(1),
  /** Version -> its summary. */
  notes: z.unknown(),
})

/** The summary of a version in the list of versions. */
export type VersionNote = z.infer<typeof noteSchema>
/** Version -> its summary. Derived, and stored so that listing the versions does not require reading each of them. */
export type VersionNotes = Map<string, VersionNote>

/** @param before the version before it; `null` for the oldest version */
export function noteVersion(trip: Trip, before: { versionId: string; trip: Trip } | null): VersionNote {
  const { entries, words } = summarizeTrip(trip)
  const changes = before === null ? [] : compareEntries(before.trip, trip)
  return {
    before: before?.versionId ?? null,
    entries,
    words,
    changes: changes.slice(0, MAX_CHANGES),
    more: Math.max(0, changes.length - MAX_CHANGES),
  }
}

/** Resolves with an empty map if there is nothing usable; the summaries are then computed again. */
export async function readNotes(library: string, tripId: string, fileSystem: FileSystem): Promise<VersionNotes> {
  try {
    const json = await readDerived(notesPath(library, tripId), fileSystem)
    return parseEach(schema.parse(json).notes, noteSchema)
  } catch {
    return new Map()
  }
}

/** A failure to store them does no harm. */
export async function keepNotes(
  library: string,
  tripId: string,
  notes: VersionNotes,
  fileSystem: FileSystem,
): Promise<void> {
  try {
    // Created one by one and without the library itself: one that was unplugged must not come back as an empty folder.
    for (const folder of [CACHE_FOLDER, NOTES_FOLDER]) await makeInnerFolder(library, folder, fileSystem)
    const state: z.input<typeof schema> = { version: 1, notes: Object.fromEntries(notes) }
    await replaceDurably(notesPath(library, tripId), () => [Buffer.from(JSON.stringify(state))], fileSystem)
  } catch {
    // See above.
  }
}

function notesPath(library: string, tripId: string): string {
  return join(library, NOTES_FOLDER, `${tripId}.json`)
}
