import { z } from 'zod'
import { inspectionSchema, versionIdSchema } from '../history.ts'
import { tripSchema } from '../trip.ts'
import { channel } from './channel.ts'

/** The name of a folder in the library, as listed among those that cannot be read. */
const inFolder = z.strictObject({ folder: z.string().min(1).max(1000) })

const recovered = z.strictObject({
  trip: tripSchema,
  /** Where the unreadable file is now, absolute; `null` if there was no file. */
  keptAs: z.string().nullable(),
})

/** Recovering a trip whose file cannot be read. */
export const recoveryChannels = {
  'recovery.inspect': channel({ input: inFolder, output: inspectionSchema }),
  'recovery.restore': channel({ input: inFolder.extend({ versionId: versionIdSchema }), output: recovered }),
  /** Accepts the file's content if only its checksum is wrong. */
  'recovery.adopt': channel({ input: inFolder, output: recovered }),
}
