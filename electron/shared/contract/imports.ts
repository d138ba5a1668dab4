import { z } from 'zod'
import { importDraftSchema, importPlanSchema } from '../import-draft.ts'
import { MAX_BUNDLE_FILES } from '../import-limits.ts'
import { idSchema } from '../trip.ts'
import { bytes, changed, jobChannel, WITH_FILES } from './channel.ts'

const files = {
  /** Names are relative paths with `/`, as in `bundle/index.md`. */
  files: z.array(z.strictObject({ name: z.string().max(4096), data: bytes })).max(MAX_BUNDLE_FILES),
  /** The trip to add the entries to; `null` for a new trip. */
  tripId: idSchema.nullable(),
}

export const importResultSchema = changed.extend({
  photos: z.int(),
  /** What it has added to the journal and to the report, to be removed again if the import is undone. */
  entryIds: z.array(idSchema),
  sectionIds: z.array(idSchema),
})

/** Creating a trip, or entries, from reports that were written elsewhere. */
export const importChannels = {
  /** Reads files and returns what was understood. Writes nothing. */
  'imports.understand': jobChannel('import', { input: files, output: importDraftSchema, maxBytes: WITH_FILES }),
  /** Reads the same files again, and imports them as the plan says. */
  'imports.create': jobChannel('import', {
    input: { ...files, plan: importPlanSchema },
    output: importResultSchema,
    maxBytes: WITH_FILES,
  }),
}

export type ImportResult = z.infer<typeof importResultSchema>
