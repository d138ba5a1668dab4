import { join } from 'node:path'
import { z } from 'zod'
import { type TripSummary, tripSummarySchema } from '../../shared/contract/library.ts'
import { instantSchema } from '../../shared/time.ts'
import type { FileStat, FileSystem } from '../disk/file-system.ts'
import { writeDurably } from '../disk/write-durably.ts'
import { CACHE_FOLDER } from '../trip-folder/library-folders.ts'

/** A trip's summary, and what its file looked like when that was true. */
export interface CachedSummary {
  seen: string
  createdAt: string
  summary: TripSummary
}

const schema = z.strictObject({
  version: z.literal(1),
  /** Folder in the library -> its trip. */
  trips: z.record(
    z.string(),
    z.strictObject({ seen: z.string(), createdAt: instantSchema, summary: tripSummarySchema }),
  ),
})

/** Changes with every save. Not with the inode, which differs on a copy of the library and means nothing on FAT. */
export function seenOf(stat: FileStat): string {
  return `${stat.mtimeNs}-${stat.size}`
}

/** The summaries from the last time. Nothing where there are none that can be used: they are made anew. */
export async function readSummaries(library: string, fileSystem: FileSystem): Promise<Map<string, CachedSummary>> {
  try {
    const file = await fileSystem.open(join(library, CACHE_FOLDER, 'trips.json'), 'r')
    try {
      const json: unknown = JSON.parse(Buffer.from(await file.readFile()).toString('utf8'))
      return new Map(Object.entries(schema.parse(json).trips))
    } finally {
      await file.close().catch(() => {})
    }
  } catch {
    return new Map()
  }
}

/** Keeps the summaries for the next start. That they cannot be kept is no harm: a library may be read-only. */
export async function keepSummaries(
  library: string,
  summaries: ReadonlyMap<string, CachedSummary>,
  fileSystem: FileSystem,
): Promise<void> {
  try {
    // The library itself is not made here: one that was unplugged does not come back as an empty folder.
    await fileSystem.makeFolder(join(library, CACHE_FOLDER))
    const state: z.input<typeof schema> = { version: 1, trips: Object.fromEntries(summaries) }
    await writeDurably(join(library, CACHE_FOLDER, 'trips.json'), JSON.stringify(state), fileSystem)
  } catch {
    // See above.
  }
}
