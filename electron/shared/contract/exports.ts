import { z } from 'zod'
import { exportOptionsSchema, optionValueSchema } from '../export-options.ts'
import { messageSchema } from '../messages/message.ts'
import { missingPictureSchema } from '../missing-pictures.ts'
import { channel, inTrip, jobChannel, nothing } from './channel.ts'

/**
 * What an export can be: one text file; a folder with a text and its pictures; a site, whose files are in folders of its
 * own; a document, which is one file in a format of its own; or something for the clipboard.
 */
const exportKinds = ['file', 'folder', 'site', 'document', 'clipboard'] as const

export const exportTargetSchema = z.strictObject({
  id: z.string(),
  name: messageSchema,
  description: messageSchema,
  /** With the initial options. */
  makes: z.enum(exportKinds),
  options: exportOptionsSchema,
  /** Which pictures someone who reads the export can see. */
  shows: z.strictObject({ tripPictures: z.boolean(), webPictures: z.boolean() }),
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
  makes: z.enum(exportKinds),
  /** The folder or the file that was written, absolute; `null`: it is for the clipboard. */
  path: z.string().nullable(),
  /** Every file that was written, absolute. */
  files: z.array(z.string()),
  /** What is to be put on the clipboard; `null`: nothing. */
  clipboard: z.strictObject({ text: z.string(), html: z.string().nullable() }).nullable(),
  /**
   * What was compared after writing: the text with the report; only the bytes with those that were to be written, because
   * this kind of file cannot be read back; or the same because reading it back took too long.
   */
  compared: z.enum(['text', 'bytes', 'gave-up']),
  /** What was read back from the written files; `null`: nothing, because only bytes were compared. */
  census: censusSchema.nullable(),
  /** Pictures that the report shows, and that whoever reads the export does not see. */
  missing: z.array(missingPictureSchema),
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
      /** By their names in the target's options. What is left out has its initial value. */
      options: z.record(z.string(), optionValueSchema).optional(),
      /** Whether to replace an earlier export of the same name. */
      replace: z.boolean(),
    },
    output: exportSummarySchema,
  }),
}

export type ExportKind = (typeof exportKinds)[number]
export type ExportTarget = z.infer<typeof exportTargetSchema>
export type ExportSummary = z.infer<typeof exportSummarySchema>
export type Census = z.infer<typeof censusSchema>
