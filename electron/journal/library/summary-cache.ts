import { join } from 'node:path'
import { z } from 'zod'
import { type TripSummary, tripSummarySchema } from '../../shared/contract/library.ts'
import { instantSchema } from '../../shared/time.ts'
import type { FileStamp } from '../disk/file-stamp.ts'
import type { FileSystem } from '../disk/file-system.ts'
import { makeInnerFolder } from '../disk/inner-folder.ts'
import { replaceDurably } from '../disk/write-durably.ts'
import { parseEach, readDerived } from '../trip-file/read-derived.ts'
import { CACHE_FOLDER } from '../trip-folder/library-folders.ts'

/** A trip's summary, and the stamp of the file that it was computed from. */
export interface CachedSummary {
  stamp: FileStamp
  createdAt: string
  summary: TripSummary
}

const schema = z.strictObject({
  version: z.literal(3),
  /** Folder in the library -> its trip. */
  trips: z.unknown(),
})

const cachedSchema = z.strictObject({ stamp: z.string(), createdAt: instantSchema, summary: tripSummarySchema })

/** Reads the summaries from last time. Returns an empty map if they are not usable; they are then computed again. */
export async function readSummaries(library: string, fileSystem: FileSystem): Promise<Map<string, CachedSummary>> {
  try {
    const json = await readDerived(join(library, CACHE_FOLDER, 'trips.json'), fileSystem)
    return parseEach(schema.parse(json).trips, cachedSchema)
  } catch {
    return new Map()
  }
}

/** Stores the summaries for the next start. A failure does no harm: a library may be read-only. */
export async function keepSummaries(
  library: string,
  summaries: ReadonlyMap<string, CachedSummary>,
  fileSystem: FileSystem,
): Promise<void> {
  try {
    // The library itself is not created: one that was unplugged must not come back as an empty folder.
    await makeInnerFolder(library, CACHE_FOLDER, fileSystem)
    const state: z.input<typeof schema> = { version: 3, trips: Object.fromEntries(summaries) }
    const path = join(library, CACHE_FOLDER, 'trips.json')
    await replaceDurably(path, () => [Buffer.from(JSON.stringify(state))], fileSystem)
  } catch {
    // See above.
  }
}
