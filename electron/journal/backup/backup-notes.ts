import { dirname } from 'node:path'
import { z } from 'zod'
import { instantSchema } from '../../shared/time.ts'
import { idSchema } from '../../shared/trip.ts'
import type { FileSystem } from '../disk/file-system.ts'
import { writeDurably } from '../disk/write-durably.ts'

const copySchema = z.strictObject({
  /** The name of its folder in the backup. */
  folder: z.string(),
  /** What the trip's file looked like when it was copied. */
  seen: z.string(),
  /** What the copy of it looked like then. */
  copied: z.string(),
})

const noteSchema = z.strictObject({
  /** Absolute, as is `to`. */
  library: z.string(),
  to: z.string(),
  /** When everything was there last. */
  at: instantSchema.nullable(),
  trips: z.record(idSchema, copySchema),
})

const fileSchema = z.strictObject({ version: z.literal(1), backups: z.array(noteSchema) })

/** What is known here of one library's copy in one place. */
export type BackupNote = z.infer<typeof noteSchema>
/** What is known here of the copy of one trip. */
export type CopyNote = z.infer<typeof copySchema>

/** So many libraries and places are remembered. */
const MOST_NOTES = 20

/**
 * Reads what is noted of a copy. It only saves work: without it, everything is looked at anew.
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

/** Keeps a note beside those of other copies. That this fails is no harm. */
export async function keepBackupNote(path: string, note: BackupNote, fileSystem: FileSystem): Promise<void> {
  const notes = await readNotes(path, fileSystem)
  const others = notes.filter(({ library, to }) => library !== note.library || to !== note.to)
  const file: z.input<typeof fileSchema> = { version: 1, backups: [note, ...others].slice(0, MOST_NOTES) }
  try {
    await fileSystem.makeFolders(dirname(path))
    await writeDurably(path, JSON.stringify(file), fileSystem)
  } catch {
    // See above.
  }
}

async function readNotes(path: string, fileSystem: FileSystem): Promise<BackupNote[]> {
  try {
    const file = await fileSystem.open(path, 'r')
    try {
      return fileSchema.parse(JSON.parse(Buffer.from(await file.readFile()).toString('utf8'))).backups
    } finally {
      await file.close().catch(() => {})
    }
  } catch {
    return []
  }
}
