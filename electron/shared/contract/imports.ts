import { z } from 'zod'
import { MAX_BUNDLE_FILES } from '../import-limits.ts'
import { messageSchema } from '../messages/message.ts'
import { idSchema, tripSchema } from '../trip.ts'
import { bytes, jobChannel, WITH_FILES } from './channel.ts'

export const importSummarySchema = z.strictObject({
  trip: tripSchema,
  entries: z.int(),
  photos: z.int(),
  /** A message for each thing that was not imported unchanged: a missing picture, for example. */
  remarks: z.array(messageSchema),
})

/** Creating a trip, or entries, from a report that was written elsewhere. */
export const importChannels = {
  'imports.run': jobChannel('import', {
    input: {
      /** Names are relative paths with `/`, as in `bundle/index.md`. */
      files: z.array(z.strictObject({ name: z.string().max(4096), data: bytes })).max(MAX_BUNDLE_FILES),
      /** The trip to add the entries to; `null` for a new trip. */
      tripId: idSchema.nullable(),
    },
    output: importSummarySchema,
    maxBytes: WITH_FILES,
  }),
}

export type ImportSummary = z.infer<typeof importSummarySchema>
