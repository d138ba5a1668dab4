import { z } from 'zod'
import { messageSchema, failureSchema } from './messages/message-schema.ts'
import { instantSchema } from './time.ts'
import { idSchema } from './trip.ts'

/** The state of the library's backup in a second place. */
export const backupStatusSchema = z.strictObject({
  /**
   * The folder that was chosen for it, absolute; `null` if none was chosen. The copy is in its subfolder `Lanyard
   * backup`.
   */
  folder: z.string().nullable(),
  /** When the backup was last complete; `null` if it has never been, as far as this computer knows. */
  at: instantSchema.nullable(),
  /** The number of trips that are known to have changed since they were copied. */
  waiting: z.int(),
  isRunning: z.boolean(),
  /** Why the last attempt was incomplete, and when that was; `null` if it was complete. */
  problem: z.strictObject({ failure: failureSchema, at: instantSchema }).nullable(),
})

/**
 * How a trip in the backup compares to the library: missing or damaged in the backup, the same, or older or newer than
 * in the backup.
 */
export const backedUpStateSchema = z.enum(['missing', 'damaged', 'same', 'older', 'newer'])

/** A trip that can be restored from the backup. */
export const backedUpTripSchema = z.strictObject({
  tripId: idSchema,
  title: z.string(),
  /** The contents of its copy; `null` if there are only earlier versions. */
  holds: z.strictObject({ updatedAt: instantSchema, entries: z.int() }).nullable(),
  here: backedUpStateSchema,
})

/** The result of restoring a trip from the backup. */
export const restoredTripSchema = z.strictObject({
  tripId: idSchema,
  title: z.string(),
  /**
   * `changed`: it was in the library and now has the restored state. `same`: it already had it. `recovered`: its file
   * was unreadable. `made`: it was not in the library.
   */
  how: z.enum(['changed', 'same', 'recovered', 'made']),
  /** Restoring this version undoes it; `null` if there was nothing before. */
  undoVersionId: z.string().nullable(),
  /** Where the unreadable file is now, absolute; `null` if there was no such file. */
  keptAs: z.string().nullable(),
  /** The number of restored pictures. */
  photos: z.int(),
  /** A message for each picture that could not be restored. */
  remarks: z.array(messageSchema),
})

export type BackedUpTrip = z.infer<typeof backedUpTripSchema>
export type BackedUpState = z.infer<typeof backedUpStateSchema>
export type RestoredFromBackup = z.infer<typeof restoredTripSchema>
export type BackupStatus = z.infer<typeof backupStatusSchema>
