import { z } from 'zod'
import { conflictCopySchema, conflictSchema, copyComparisonSchema, versionIdSchema } from '../history.ts'
import { channel, changed, inTrip } from './channel.ts'

const inCopy = z.strictObject({ ...inTrip, name: z.string().max(1000) })

/** Copies that file synchronisation left beside a trip because two computers had changed it. */
export const conflictChannels = {
  'conflicts.list': channel({ input: z.strictObject(inTrip), output: z.array(conflictCopySchema) }),
  /** What each side has changed since their last common state. */
  'conflicts.compare': channel({ input: inCopy, output: copyComparisonSchema }),
  'conflicts.merge': channel({
    input: inCopy,
    output: z.strictObject({
      ...changed.shape,
      conflicts: z.array(conflictSchema),
      /** Restoring this version undoes the merge. */
      undoVersionId: versionIdSchema,
    }),
  }),
}
