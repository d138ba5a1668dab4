import { z } from 'zod'
import { channel, nothing } from './channel.ts'

/** Reports about problems with Lanyard. */
export const diagnosticsChannels = {
  /** The whole report, for the user to read before sending it. */
  'diagnostics.report': channel({
    input: nothing,
    output: z.strictObject({
      text: z.string(),
      /** Where problems are reported; `null` if there is no such place yet. */
      address: z.string().nullable(),
      /** Whether the shell can ask where to save it. */
      canSave: z.boolean(),
    }),
  }),
  /** Saves the report that was shown last to a file that the user chooses; `null` if the user cancelled. */
  'diagnostics.save': channel({
    input: nothing,
    output: z.strictObject({ path: z.string().nullable() }),
    isPatient: true,
  }),
}
