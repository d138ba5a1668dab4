import { z } from 'zod'
import { verificationSchema } from '../verification.ts'
import { jobChannel } from './channel.ts'

/** Checking that nothing is damaged. */
export const verifyChannels = {
  /** Reads every file of the library, or of its backup, and reports what is wrong. */
  'verify.run': jobChannel('verify', { input: { what: z.enum(['library', 'backup']) }, output: verificationSchema }),
}
