import { dirname } from 'node:path'
import { z } from 'zod'
import { instantSchema } from '../../shared/time.ts'
import { idSchema } from '../../shared/trip.ts'
import { type FileSystem, readWhole } from '../disk/file-system.ts'
import { writeDurably } from '../disk/write-durably.ts'

const copySchema = z.strictObject({
  /** The name of its folder in the backup. */
  folder: z.string(),
  /** The files in the trip's folder when they were copied; empty: something is missing from the copy. */
  stamps: z.record(z.string(), z.string()),
  /** The copies of the files then. */
  copied: z.record(z.string(), z.string()),
})

const noteSchema = z.strictObject({
  /** Absolute, as is `to`. */
  library: z.string(),
  to: z.string(),
  /** When the backup was last complete. */
  at: instantSchema.nullable(),
  trips: z.record(idSchema, copySchema),
})

const fileSchema = z.strictObject({ version: z.literal(2), backups: z.array(noteSchema) })

/** What is known of one library's backup in one place. */
export type BackupNote = z.infer<typeof noteSchema>
/** What is known of the copy of one trip. */
export type CopyNote = z.infer<typeof copySchema>

/** Maximum number of backups that are remembered. */
const MAX_NOTES = 20

/**
 * Reads what is known of a backup. It only saves work: without it, every trip is compared again.
 *
 * @param path the notes' file, absolute
 */
export async function readBackupNote(
  path: string,
  library: string,
  to: string,
  fileSystem: FileSystem,
): Promise<BackupNote> {
  const notes = await readNotes(path, fileSystem)
  return notes.find((note) => note.library === library && note.to === to) ?? { library, to, at: null, trips: {} }
}

/** Keeps a note beside those of other backups. A failure does no harm. */
export async function keepBackupNote(path: string, note: BackupNote, fileSystem: FileSystem): Promise<void> {
  const notes = await readNotes(path, fileSystem)
  const others = notes.filter(({ library, to }) => library !== note.library || to !== note.to)
  const file: z.input<typeof fileSchema> = { version: 2, backups: [note, ...others].slice(0, MAX_NOTES) }
  try {
    await fileSystem.makeFolders(dirname(path))
    await writeDurably(path, JSON.stringify(file), fileSystem)
  } catch {
    // See above.
  }
}

async function readNotes(path: string, fileSystem: FileSystem): Promise<BackupNote[]> {
  try {
    const bytes = await readWhole(path, fileSystem)
    return fileSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).backups
  } catch {
    return []
  }
}
