import { z } from 'zod'
import { archiveSchema, archiveWays } from '../archive.ts'
import { conflictSchema, versionIdSchema } from '../history.ts'
import { messageSchema } from '../messages/message-schema.ts'
import { instantSchema } from '../time.ts'
import { idSchema, tripSchema } from '../trip.ts'
import { bytes, channel, inTrip, jobChannel, nothing, WITH_FILES } from './channel.ts'

const takenSchema = z.strictObject({
  trip: tripSchema,
  savedAt: instantSchema,
  /** The number of pictures that were imported. */
  photos: z.int(),
  conflicts: z.array(conflictSchema),
  /** The version that restores the trip as it was before; `null` if it is new. */
  undoVersionId: versionIdSchema.nullable(),
  remarks: z.array(messageSchema),
})

const packedSchema = z.strictObject({
  /** Absolute. */
  path: z.string(),
  bytes: z.int(),
  photos: z.int(),
  /** What is missing from it. */
  remarks: z.array(messageSchema),
})

const inArchive = { archiveId: idSchema }

/** Trips as single files. */
export const archiveChannels = {
  /** Reads a file with a trip, and keeps it open. */
  'archives.read': jobChannel('unpack', {
    input: { name: z.string().max(4096), data: bytes },
    output: archiveSchema,
    maxBytes: WITH_FILES,
  }),
  /**
   * The same for the next file that was opened from outside, which `archive.waiting` announced; `null` if there is no
   * further file.
   */
  'archives.next': jobChannel('unpack', { input: {}, output: archiveSchema.nullable() }),
  /** Imports the trip of an open file into the library, and closes the file. */
  'archives.take': jobChannel('unpack', { input: { ...inArchive, way: z.enum(archiveWays) }, output: takenSchema }),
  /** Closes a file without importing it. */
  'archives.close': channel({ input: z.strictObject(inArchive), output: nothing }),
  /** Saves a trip as a file; `null` if the user cancelled. */
  'archives.pack': jobChannel('pack', { input: inTrip, output: packedSchema.nullable() }),
}

export const archiveEvents = {
  /** A file was opened from outside, in the file manager: `archives.next` reads it. */
  'archive.waiting': nothing,
}

export type TakenTrip = z.infer<typeof takenSchema>
export type PackedTrip = z.infer<typeof packedSchema>
