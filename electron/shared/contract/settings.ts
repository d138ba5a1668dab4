import { settingsChangesSchema, settingsSchema } from '../settings.ts'
import { startInfoSchema } from './app.ts'
import { channel, nothing } from './channel.ts'

/** The user's settings. Choosing a folder returns `null` if the user cancels. */
export const settingsChannels = {
  'settings.save': channel({ input: settingsChangesSchema, output: settingsSchema }),
  'settings.chooseLibrary': channel({ input: nothing, output: startInfoSchema.nullable(), isPatient: true }),
  'settings.chooseExports': channel({ input: nothing, output: startInfoSchema.nullable(), isPatient: true }),
  'settings.chooseBackup': channel({ input: nothing, output: startInfoSchema.nullable(), isPatient: true }),
  'settings.stopBackup': channel({ input: nothing, output: startInfoSchema }),
}
