import { backupStatusSchema } from '../backup.ts'
import { channel, nothing } from './channel.ts'

/** Keeping a copy of the library in a second place. */
export const backupChannels = {
  'backup.status': channel({ input: nothing, output: backupStatusSchema }),
  /** Copies everything that has changed, and answers when that is done. */
  'backup.run': channel({ input: nothing, output: backupStatusSchema, isPatient: true }),
}

export const backupEvents = {
  /** A copy to the backup has begun, or has ended. */
  'backup.changed': backupStatusSchema,
}
