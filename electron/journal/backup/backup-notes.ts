import { dirname } from 'node:path'
import { z } from 'zod'
import { instantSchema } from '../../shared/time.ts'
import { idSchema } from '../../shared/trip.ts'
import type { FileSystem } from '../disk/file-system.ts'
import { readDerived } from '../trip-file/read-derived.ts'
import { writeDurably } from '../disk/write-durably.ts'

const copySchema = z.strictObject({
  /** The name of the trip's folder in the backup. */
  folder: z.string(),
  /** The stamps of the trip's files when they were copied; empty if something is missing from the copy. */
  stamps: z.record(z.string(), z.string()),
  /** The stamps of the copies at that time. */
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

/** What is known about the backup of one library in one place. */
export type BackupNote = z.infer<typeof noteSchema>
/** What is known about the copy of one trip. */
export type CopyNote = z.infer<typeof copySchema>

/** Maximum number of backups that are remembered. */
const MAX_NOTES = 20

/**
 * Reads the notes about a backup. They only save work: without them, every trip is compared again.
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

/** Saves a note beside those about other backups. A failure does no harm. */
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
    return fileSchema.parse(await readDerived(path, fileSystem)).backups
  } catch {
    return []
  }
}
