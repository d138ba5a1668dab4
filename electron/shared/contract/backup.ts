import { z } from 'zod'
import { backedUpTripSchema, backupStatusSchema, restoredTripSchema } from '../backup.ts'
import { idSchema } from '../trip.ts'
import { channel, nothing } from './channel.ts'

const inRestore = { restoreId: idSchema }

/** The copy of the library in a second place. The caller makes each `restoreId`, to follow and cancel by it. */
export const backupChannels = {
  'backup.status': channel({ input: nothing, output: backupStatusSchema }),
  /** Copies everything that has changed, and answers when that is done. */
  'backup.run': channel({ input: nothing, output: backupStatusSchema, isPatient: true }),
  /** Brings back pictures that are missing or damaged in the library, as far as the backup has them. */
  'backup.repairPictures': channel({
    input: nothing,
    output: z.strictObject({ restored: z.int(), /** Neither in the library nor in the backup. */ missing: z.int() }),
  }),
  /** What can be restored from the backup. */
  'backup.trips': channel({ input: z.strictObject(inRestore), output: z.array(backedUpTripSchema) }),
  /** Brings a trip back to its state in the backup, with its pictures. */
  'backup.restore': channel({
    input: z.strictObject({ ...inRestore, tripId: idSchema }),
    output: restoredTripSchema,
  }),
  'backup.cancelRestore': channel({ input: z.strictObject(inRestore), output: nothing }),
}

export const backupEvents = {
  /** A copy to the backup has begun, or has ended. */
  'backup.changed': backupStatusSchema,
  'restore.progress': z.strictObject({
    ...inRestore,
    /** From 0 to 1. */
    done: z.number(),
    /** The folder or the picture that is being worked on. */
    place: z.string(),
  }),
}
