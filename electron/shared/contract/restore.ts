import { z } from 'zod'
import { backedUpTripSchema, restoredTripSchema } from '../backup.ts'
import { inTrip, jobChannel } from './channel.ts'

/** Restoring from the backup, which is never changed. */
export const restoreChannels = {
  /** What can be restored. */
  'restore.list': jobChannel('restore', { input: {}, output: z.array(backedUpTripSchema) }),
  /** Returns a trip to its state in the backup, with its pictures. */
  'restore.run': jobChannel('restore', { input: inTrip, output: restoredTripSchema }),
  /** Restores pictures that are missing or damaged in the library, as far as the backup has them. */
  'restore.repairPictures': jobChannel('restore', {
    input: {},
    output: z.strictObject({ restored: z.int(), /** Neither in the library nor in the backup. */ missing: z.int() }),
  }),
}
