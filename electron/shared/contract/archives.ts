import { z } from 'zod'
import { archiveSchema, archiveWays } from '../archive.ts'
import { conflictSchema, versionIdSchema } from '../history.ts'
import { instantSchema } from '../time.ts'
import { idSchema, tripSchema } from '../trip.ts'
import { bytes, channel, nothing, WITH_FILES } from './channel.ts'

const takenSchema = z.strictObject({
  trip: tripSchema,
  savedAt: instantSchema,
  /** How many pictures came with it. */
  photos: z.int(),
  conflicts: z.array(conflictSchema),
  /** The version of the trip from before, to restore it; `null`: it is new. */
  undoVersionId: versionIdSchema.nullable(),
  remarks: z.array(z.string()),
})

const packedSchema = z.strictObject({
  /** Absolute. */
  path: z.string(),
  bytes: z.int(),
  photos: z.int(),
  /** A sentence for each thing that is missing from it. */
  remarks: z.array(z.string()),
})

const inArchive = z.strictObject({ archiveId: idSchema })

/** Trips as single files. The caller makes each `archiveId`, to follow and cancel by it. */
export const archiveChannels = {
  /** Looks into a file with a trip, and keeps it open. */
  'archives.read': channel({
    input: inArchive.extend({ name: z.string().max(4096), data: bytes }),
    output: archiveSchema,
    maxBytes: WITH_FILES,
    isPatient: true,
  }),
  /** The same for the next file that was opened from outside, which `archive.waiting` announced; `null`: none is left. */
  'archives.next': channel({ input: inArchive, output: archiveSchema.nullable(), isPatient: true }),
  /** Imports the trip of an open file into the library. */
  'archives.take': channel({
    input: inArchive.extend({ way: z.enum(archiveWays) }),
    output: takenSchema,
    isPatient: true,
  }),
  /** Saves a trip as a file; `null`: the user cancelled. */
  'archives.pack': channel({
    input: inArchive.extend({ tripId: idSchema }),
    output: packedSchema.nullable(),
    isPatient: true,
  }),
  'archives.show': channel({ input: inArchive, output: nothing }),
  /** Ends what is being done under this identifier, or closes the file that is open under it. */
  'archives.cancel': channel({ input: inArchive, output: nothing }),
}

export const archiveEvents = {
  /** A file was opened from outside, in the file manager: `archives.next` looks into it. */
  'archive.waiting': nothing,
  'archive.progress': inArchive.extend({
    /** From 0 to 1. */
    done: z.number(),
    step: z.string(),
  }),
}

export type TakenTrip = z.infer<typeof takenSchema>
export type PackedTrip = z.infer<typeof packedSchema>
