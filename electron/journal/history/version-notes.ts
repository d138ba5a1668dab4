import { join } from 'node:path'
import { z } from 'zod'
import { entryChangeSchema } from '../../shared/history.ts'
import type { Trip } from '../../shared/trip.ts'
import type { FileSystem } from '../disk/file-system.ts'
import { writeDurably } from '../disk/write-durably.ts'
import { CACHE_FOLDER } from '../trip-folder/library-folders.ts'
import { summarizeTrip } from '../trip-file/summarize-trip.ts'
import { compareEntries } from './compare-entries.ts'

/** In the library: a file for each trip with what is in its versions. */
export const NOTES_FOLDER = join(CACHE_FOLDER, 'history')

/** So many changes of one version are listed; of the others one knows how many there are. */
const MOST_CHANGES = 100

const noteSchema = z.strictObject({
  /** The version with which this one was compared; `null`: it is the oldest. */
  before: z.string().nullable(),
  entries: z.int(),
  words: z.int(),
  changes: z.array(entryChangeSchema),
  /** How many changes there are beyond those. */
  more: z.int(),
})

const schema = z.strictObject({ version: z.literal(1), notes: z.record(z.string(), noteSchema) })

/** What the list of versions says of one. */
export type VersionNote = z.infer<typeof noteSchema>
/** Derived, and kept so that the list of versions does not need to read each of them: version -> what is in it. */
export type VersionNotes = Map<string, VersionNote>

/** @param before the version before it; `null`: there is none */
export function noteVersion(trip: Trip, before: { versionId: string; trip: Trip } | null): VersionNote {
  const { entries, words } = summarizeTrip(trip)
  const changes = before === null ? [] : compareEntries(before.trip, trip)
  return {
    before: before?.versionId ?? null,
    entries,
    words,
    changes: changes.slice(0, MOST_CHANGES),
    more: Math.max(0, changes.length - MOST_CHANGES),
  }
}

/** Nothing where there is nothing that can be used: it is worked out anew. */
export async function readNotes(library: string, tripId: string, fileSystem: FileSystem): Promise<VersionNotes> {
  try {
    const file = await fileSystem.open(notesPath(library, tripId), 'r')
    try {
      const json: unknown = JSON.parse(Buffer.from(await file.readFile()).toString('utf8'))
      return new Map(Object.entries(schema.parse(json).notes))
    } finally {
      await file.close().catch(() => {})
    }
  } catch {
    return new Map()
  }
}

/** That they cannot be kept is no harm. */
export async function keepNotes(
  library: string,
  tripId: string,
  notes: VersionNotes,
  fileSystem: FileSystem,
): Promise<void> {
  try {
    // In turn, and not the library itself: one that was unplugged does not come back as an empty folder.
    for (const folder of [CACHE_FOLDER, NOTES_FOLDER]) await fileSystem.makeFolder(join(library, folder))
    const state: z.input<typeof schema> = { version: 1, notes: Object.fromEntries(notes) }
    await writeDurably(notesPath(library, tripId), JSON.stringify(state), fileSystem)
  } catch {
    // See above.
  }
}

function notesPath(library: string, tripId: string): string {
  return join(library, NOTES_FOLDER, `${tripId}.json`)
}
