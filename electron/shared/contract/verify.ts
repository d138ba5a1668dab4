import { z } from 'zod'
import { idSchema } from '../trip.ts'
import { verificationSchema } from '../verification.ts'
import { channel, nothing } from './channel.ts'

const inVerification = { verifyId: idSchema }

/** Checking that nothing is damaged. The caller makes the `verifyId`, to follow and cancel by it. */
export const verifyChannels = {
  /** Reads every file of the library, or of its backup, and says what is wrong. */
  'verify.run': channel({
    input: z.strictObject({ ...inVerification, what: z.enum(['library', 'backup']) }),
    output: verificationSchema,
  }),
  'verify.cancel': channel({ input: z.strictObject(inVerification), output: nothing }),
}

export const verifyEvents = {
  'verify.progress': z.strictObject({
    ...inVerification,
    /** From 0 to 1. */
    done: z.number(),
    /** The file that is being read, relative to the library's folder. */
    place: z.string(),
    /** How many problems were found so far. */
    problems: z.int(),
  }),
}
