import { z } from 'zod'
import { differenceSchema, versionIdSchema, versionSchema } from '../history.ts'
import { idSchema } from '../trip.ts'
import { channel, changed, inTrip, nothing } from './channel.ts'

/** One entry of a version; `null` for the whole trip. */
const inVersion = z.strictObject({ ...inTrip, versionId: versionIdSchema, entryId: idSchema.nullable() })

/** Earlier versions of trips. */
export const historyChannels = {
  /** Newest first. */
  'history.list': channel({ input: z.strictObject(inTrip), output: z.array(versionSchema) }),
  /** What has changed from that version to now. */
  'history.compare': channel({ input: inVersion, output: z.array(differenceSchema) }),
  'history.restore': channel({
    input: inVersion,
    /** Restoring the version returned here undoes this. */
    output: z.strictObject({ ...changed.shape, undoVersionId: versionIdSchema }),
  }),
  /** The disk space that all versions of all trips take. */
  'history.usage': channel({ input: nothing, output: z.strictObject({ bytes: z.int() }) }),
}
