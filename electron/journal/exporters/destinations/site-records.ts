import { dirname, join } from 'node:path'
import { z } from 'zod'
import { instantSchema } from '../../../shared/time.ts'
import { idSchema } from '../../../shared/trip.ts'
import { type FileSystem, nodeFileSystem } from '../../disk/file-system.ts'
import { writeDurably } from '../../disk/write-durably.ts'
import { readDerived } from '../../trip-file/read-derived.ts'

const exportSchema = z.strictObject({
  at: instantSchema,
  target: z.string(),
  text: z.strictObject({
    /** In the site, with `/`. */
    path: z.string(),
    /** What would have been written if nobody had edited the site: the base of the next merge. */
    ours: z.string(),
  }),
  /** The SHA-256 of every file as it was written, by its path in the site. */
  files: z.record(z.string(), z.string()),
  /** The folders that exports created, in the site. */
  folders: z.array(z.string()),
})

const recordSchema = z.strictObject({
  version: z.literal(1),
  /** The last export; before it, any that were interrupted since, newest first. */
  exports: z.array(exportSchema),
})

/** What an export wrote into a site. */
export type SiteExport = z.infer<typeof exportSchema>

/**
 * What was written last into the sites. It is kept on this computer beside the settings, like the destinations, because
 * other computers have their own copies of a site. If it is lost, an export asks about everything that differs.
 */
export interface SiteRecords {
  /** The exports of a report to a destination: the last one, after any that were interrupted since. */
  of(destinationId: string, reportId: string): Promise<SiteExport[]>
  /** @throws the file system's error */
  keep(destinationId: string, reportId: string, exports: readonly SiteExport[]): Promise<void>
  /** Whether another report's export wrote this path of the site. */
  isOfAnother(destinationId: string, reportId: string, path: string): Promise<boolean>
  forget(destinationId: string): Promise<void>
}

/** @param folder absolute; it need not exist */
export function openSiteRecords(folder: string, fileSystem: FileSystem = nodeFileSystem): SiteRecords {
  const pathOf = (destinationId: string, reportId: string) =>
    join(folder, idSchema.parse(destinationId), `${idSchema.parse(reportId)}.json`)

  const read = async (path: string): Promise<SiteExport[]> => {
    try {
      return recordSchema.parse(await readDerived(path, fileSystem)).exports
    } catch {
      return []
    }
  }

  return {
    of: (destinationId, reportId) => read(pathOf(destinationId, reportId)),

    async keep(destinationId, reportId, exports) {
      const path = pathOf(destinationId, reportId)
      await fileSystem.makeFolders(dirname(path))
      await writeDurably(
        path,
        JSON.stringify({ version: 1, exports: [...exports] } satisfies z.input<typeof recordSchema>),
        fileSystem,
      )
    },

    async isOfAnother(destinationId, reportId, path) {
      const own = pathOf(destinationId, reportId)
      const items = await fileSystem.readFolder(dirname(own)).catch(() => [])
      for (const { name } of items) {
        const other = join(dirname(own), name)
        if (other === own || !name.endsWith('.json')) continue
        const [last] = await read(other)
        if (last !== undefined && Object.hasOwn(last.files, path)) return true
      }
      return false
    },

    forget: (destinationId) => fileSystem.removeFolder(join(folder, idSchema.parse(destinationId))),
  }
}
