import { dirname, join } from 'node:path'
import { z } from 'zod'
import { optionValueSchema } from '../../shared/export-options.ts'
import { instantSchema } from '../../shared/time.ts'
import { idSchema } from '../../shared/trip.ts'
import { type FileSystem, isMissing, nodeFileSystem, readWhole } from '../disk/file-system.ts'
import { MAX_READ_BYTES } from '../disk/open-file.ts'
import { writeDurably } from '../disk/write-durably.ts'
import { readDerived } from '../trip-file/read-derived.ts'
import type { ExportFile } from './exporter.ts'
import { hashOf } from './hash-of.ts'

const noteSchema = z.strictObject({
  /** The trip's id for its first report. */
  reportId: idSchema,
  target: z.string(),
  options: z.record(z.string(), optionValueSchema),
  /** The folder or file that was written, absolute; `null` for the clipboard. */
  path: z.string().nullable(),
  at: instantSchema,
  /** The SHA-256 of each written text, by its path inside a folder; by an empty path for a single file. */
  texts: z.record(z.string(), z.string()),
})

const fileSchema = z.strictObject({
  version: z.literal(1),
  /** Where the exports of a trip go, if that was chosen for it. Absolute. */
  folders: z.record(idSchema, z.string()),
  /** Newest first. */
  exports: z.array(noteSchema),
})

type Notes = z.infer<typeof fileSchema>

/** What is known about one export. */
export type ExportNote = z.infer<typeof noteSchema>

/** Whether something on the disk is as an export left it: it is, somebody has changed it, or nothing is known about it. */
export type Ownership = 'as-written' | 'changed' | 'unknown'

/** The exports that were made on this computer. They are remembered so that the next one needs no questions. */
export interface ExportNotes {
  /** The folder that was chosen for the exports of a trip, absolute; `null` if none was. */
  folderOf(tripId: string): Promise<string | null>
  chooseFolder(tripId: string, folder: string): Promise<void>
  /**
   * The last export to each target: this report's if there is one, or else any report's. This report's come first, each
   * part with the newest first.
   */
  last(reportId: string): Promise<ExportNote[]>
  /** Remembers an export in place of the last one of this report to this target. */
  keep(note: ExportNote): Promise<void>
  /** Whether a path still has what an export of the report wrote there. Only that may be replaced without a question. */
  ownershipOf(path: string, reportId: string): Promise<Ownership>
}

/** Maximum number of exports that are remembered, and of trips with a folder of their own. */
const MAX_NOTES = 500

/**
 * Opens the notes about exports. They only save questions: if they cannot be read, an export asks before it replaces
 * anything, and if they cannot be written, nothing else fails.
 *
 * @param path the notes' file, absolute; it and its folder need not exist
 */
export function openExportNotes(path: string, fileSystem: FileSystem = nodeFileSystem): ExportNotes {
  // Read each time, because another window may have written them.
  const read = async (): Promise<Notes> => {
    try {
      return fileSchema.parse(await readDerived(path, fileSystem))
    } catch {
      return { version: 1, folders: {}, exports: [] }
    }
  }

  let last: Promise<void> = Promise.resolve()
  const change = (edit: (notes: Notes) => Notes): Promise<void> => {
    const write = async () => {
      try {
        const { folders, exports } = edit(await read())
        const kept = {
          folders: Object.fromEntries(Object.entries(folders).slice(-MAX_NOTES)),
          exports: exports.slice(0, MAX_NOTES),
        }
        await fileSystem.makeFolders(dirname(path))
        await writeDurably(path, JSON.stringify({ version: 1, ...kept } satisfies Notes), fileSystem)
      } catch {
        // See above.
      }
    }
    last = last.then(write)
    return last
  }

  return {
    folderOf: async (tripId) => (await read()).folders[tripId] ?? null,

    chooseFolder: (tripId, folder) =>
      change(({ folders, ...notes }) => {
        // The one that was chosen last is at the end.
        const others = Object.entries(folders).filter(([id]) => id !== tripId)
        return { ...notes, folders: Object.fromEntries([...others, [tripId, folder]]) }
      }),

    async last(reportId) {
      const { exports } = await read()
      const mine = exports.filter((note) => note.reportId === reportId)
      const seen = new Set<string>()
      return [...mine, ...exports].filter(({ target }) => !seen.has(target) && seen.add(target))
    },

    keep: (note) =>
      change(({ exports, ...notes }) => ({
        ...notes,
        exports: [note, ...exports.filter((other) => !isReplacedBy(other, note))],
      })),

    async ownershipOf(written, reportId) {
      const note = (await read()).exports.find((one) => one.path === written && one.reportId === reportId)
      if (note === undefined) return 'unknown'
      return (await isUnchanged(written, note.texts, fileSystem)) ? 'as-written' : 'changed'
    },
  }
}

/** What is written over is no longer anybody's last export. */
function isReplacedBy(other: ExportNote, note: ExportNote): boolean {
  const isOfSame = other.reportId === note.reportId && other.target === note.target
  return isOfSame || (note.path !== null && other.path === note.path)
}

/** A text that was removed is no reason to ask. */
async function isUnchanged(path: string, texts: ExportNote['texts'], fileSystem: FileSystem): Promise<boolean> {
  for (const [name, hash] of Object.entries(texts)) {
    try {
      const data = await readWhole(join(path, name), fileSystem, MAX_READ_BYTES)
      if (hashOf(data) !== hash) return false
    } catch (error) {
      if (!isMissing(error)) return false
    }
  }
  return true
}

/** The hashes of an export's texts, as they are remembered. */
export function hashTexts(files: readonly ExportFile[], isFolder: boolean): ExportNote['texts'] {
  const texts = files.filter(({ photoId }) => photoId === undefined)
  return Object.fromEntries(texts.map(({ path, data }) => [isFolder ? path : '', hashOf(data)]))
}
