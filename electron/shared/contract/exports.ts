import { z } from 'zod'
import { idSchema } from '../trip.ts'
import { channel, inTrip, nothing } from './channel.ts'

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
  exportId: idSchema,
  /** The folder or the file that was written, absolute. */
  path: z.string(),
  /** Every file that was written, absolute. */
  files: z.array(z.string()),
  /** What was read back from the written files. */
  census: censusSchema,
  /** A sentence for each difference between the written files and the post; empty: all there. */
  differences: z.array(z.string()),
})

const inExport = { exportId: idSchema }

/** Writing a report for a blog. The caller makes each `exportId`, to follow and cancel by it. */
export const exportChannels = {
  'exports.targets': channel({ input: nothing, output: z.array(exportTargetSchema) }),
  'exports.run': channel({
    input: z.strictObject({
      ...inTrip,
      ...inExport,
      target: z.string(),
      /** Whether to replace an earlier export of the same name. */
      replace: z.boolean(),
    }),
    output: exportSummarySchema,
    isPatient: true,
  }),
  'exports.cancel': channel({ input: z.strictObject(inExport), output: nothing }),
  'exports.show': channel({ input: z.strictObject(inExport), output: nothing }),
}

export const exportEvents = {
  'export.progress': z.strictObject({
    ...inExport,
    /** From 0 to 1. */
    done: z.number(),
    /** What is being done: "Writing pictures". */
    step: z.string(),
  }),
}

export type ExportTarget = z.infer<typeof exportTargetSchema>
export type ExportSummary = z.infer<typeof exportSummarySchema>
export type Census = z.infer<typeof censusSchema>
