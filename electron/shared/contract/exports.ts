import { z } from 'zod'
import { channel, inTrip, jobChannel, nothing } from './channel.ts'

export const exportTargetSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  makes: z.enum(['folder', 'file']),
})

/** How many of each kind of thing a text holds. */
const censusSchema = z.strictObject({
  headings: z.int(),
  paragraphs: z.int(),
  listItems: z.int(),
  quotes: z.int(),
  links: z.int(),
  pictures: z.int(),
})

export const exportSummarySchema = z.strictObject({
  /** The folder or the file that was written, absolute. */
  path: z.string(),
  /** Every file that was written, absolute. */
  files: z.array(z.string()),
  /** What was read back from the written files. */
  census: censusSchema,
  /** A sentence for each difference between the written files and the post; empty: all there. */
  differences: z.array(z.string()),
})

/** Writing a report for a blog. */
export const exportChannels = {
  'exports.targets': channel({ input: nothing, output: z.array(exportTargetSchema) }),
  'exports.run': jobChannel('export', {
    input: {
      ...inTrip,
      target: z.string(),
      /** Whether to replace an earlier export of the same name. */
      replace: z.boolean(),
    },
    output: exportSummarySchema,
  }),
}

export type ExportTarget = z.infer<typeof exportTargetSchema>
export type ExportSummary = z.infer<typeof exportSummarySchema>
export type Census = z.infer<typeof censusSchema>
