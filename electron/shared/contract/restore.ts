import { z } from 'zod'
import { backedUpTripSchema, restoredTripSchema } from '../backup.ts'
import { idSchema } from '../trip.ts'
import { channel, nothing } from './channel.ts'

const inRestore = { restoreId: idSchema }

/** Bringing things back from the backup, which is never changed. The caller makes each `restoreId`. */
export const restoreChannels = {
  /** What can be restored. */
  'restore.list': channel({ input: z.strictObject(inRestore), output: z.array(backedUpTripSchema) }),
  /** Brings a trip back to its state in the backup, with its pictures. */
  'restore.run': channel({ input: z.strictObject({ ...inRestore, tripId: idSchema }), output: restoredTripSchema }),
  /** Brings back pictures that are missing or damaged in the library, as far as the backup has them. */
  'restore.repairPictures': channel({
    input: nothing,
    output: z.strictObject({ restored: z.int(), /** Neither in the library nor in the backup. */ missing: z.int() }),
  }),
  'restore.cancel': channel({ input: z.strictObject(inRestore), output: nothing }),
}

export const restoreEvents = {
  'restore.progress': z.strictObject({
    ...inRestore,
    /** From 0 to 1. */
    done: z.number(),
    /** The folder or the picture that is being worked on. */
    place: z.string(),
  }),
}
