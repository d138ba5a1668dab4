import { z } from 'zod'
import { failureSchema } from './result.ts'
import { instantSchema } from './time.ts'

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

export type BackupStatus = z.infer<typeof backupStatusSchema>
