import { backupStatusSchema } from '../backup.ts'
import { channel, jobChannel, nothing } from './channel.ts'

/** Keeping a copy of the library in a second place. */
export const backupChannels = {
  'backup.status': channel({ input: nothing, output: backupStatusSchema }),
  /** Copies everything that has changed, and responds when that is done. */
  'backup.run': jobChannel('backup', { input: {}, output: backupStatusSchema }),
}

export const backupEvents = {
  /** A copy to the backup has begun, or has ended. */
  'backup.changed': backupStatusSchema,
}
