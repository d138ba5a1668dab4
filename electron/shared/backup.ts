import { z } from 'zod'
import { failureSchema } from './result.ts'
import { instantSchema } from './time.ts'
import { idSchema } from './trip.ts'

/** How the copy of the library in a second place stands. */
export const backupStatusSchema = z.strictObject({
  /** The folder that was chosen for it, absolute; `null`: there is none. The copy is in `Lanyard backup` in there. */
  folder: z.string().nullable(),
  /** When all trips were there last; `null`: not yet, as far as is known here. */
  at: instantSchema.nullable(),
  /** How many trips are known to have changed since they were copied. */
  waiting: z.int(),
  isRunning: z.boolean(),
  /** Why the last attempt did not bring everything there, and when that was; `null`: it did. */
  problem: z.strictObject({ failure: failureSchema, at: instantSchema }).nullable(),
})

/**
 * How a trip in the backup compares with the library: it is not there, or damaged there, or the same, or as it was
 * before or after what the backup has.
 */
export const backedUpStateSchema = z.enum(['missing', 'damaged', 'same', 'older', 'newer'])

/** A trip that can be restored from the backup. */
export const backedUpTripSchema = z.strictObject({
  tripId: idSchema,
  title: z.string(),
  /** What its copy holds; `null`: earlier versions of it are all that is there. */
  holds: z.strictObject({ updatedAt: instantSchema, entries: z.int() }).nullable(),
  here: backedUpStateSchema,
})

/** What has come of restoring a trip from the backup. */
export const restoredTripSchema = z.strictObject({
  tripId: idSchema,
  title: z.string(),
  /**
   * `changed`: it was in the library and is as it was there now. `same`: it was that already. `recovered`: its file could
   * not be read. `made`: it was not in the library.
   */
  how: z.enum(['changed', 'same', 'recovered', 'made']),
  /** To restore this version undoes it; `null`: there was nothing before. */
  undoVersionId: z.string().nullable(),
  /** Where the file is that could not be read, absolute; `null`: there was none. */
  keptAs: z.string().nullable(),
  /** How many pictures came. */
  photos: z.int(),
  /** A sentence for each picture that did not. */
  remarks: z.array(z.string()),
})

export type BackedUpTrip = z.infer<typeof backedUpTripSchema>
export type BackedUpState = z.infer<typeof backedUpStateSchema>
export type RestoredFromBackup = z.infer<typeof restoredTripSchema>
export type BackupStatus = z.infer<typeof backupStatusSchema>
