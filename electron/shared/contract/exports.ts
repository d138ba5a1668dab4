import { z } from 'zod'
import { exportOptionsSchema, optionValueSchema } from '../export-options.ts'
import { messageSchema } from '../messages/message.ts'
import { missingPictureSchema } from '../missing-pictures.ts'
import { channel, inTrip, jobChannel, nothing } from './channel.ts'

/**
 * The form of an export: one text file; a folder with a text and its pictures; a site, whose files are in subfolders; a
 * document, which is one file in a format of its own; or something for the clipboard.
 */
const exportKinds = ['file', 'folder', 'site', 'document', 'clipboard'] as const

export const exportTargetSchema = z.strictObject({
  id: z.string(),
  name: messageSchema,
  description: messageSchema,
  /** What it makes with the default options. */
  makes: z.enum(exportKinds),
  options: exportOptionsSchema,
  /** Which pictures readers of the export can see. */
  shows: z.strictObject({ tripPictures: z.boolean(), webPictures: z.boolean() }),
})

/** The number of each kind of element in a text. */
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
  /** The folder or the file that was written, absolute; `null` for the clipboard. */
  path: z.string().nullable(),
  /** Every file that was written, absolute. */
  files: z.array(z.string()),
  /** What to copy to the clipboard; `null` if nothing. */
  clipboard: z.strictObject({ text: z.string(), html: z.string().nullable() }).nullable(),
  /**
   * What was compared after writing: the text with the report; only bytes, because this kind of file cannot be read
   * back; or only bytes because reading it back took too long.
   */
  compared: z.enum(['text', 'bytes', 'gave-up']),
  /** What was read back from the written files; `null` if only bytes were compared. */
  census: censusSchema.nullable(),
  /** Pictures that the report refers to but that readers of the export will not see. */
  missing: z.array(missingPictureSchema),
  /** A message for each difference between the written files and the post; empty if there are no differences. */
  differences: z.array(messageSchema),
  /** What to know about the files that is no difference; absent if there is nothing. */
  notes: z.array(messageSchema).optional(),
})

/** Writing a report for a blog. */
export const exportChannels = {
  'exports.targets': channel({ input: nothing, output: z.array(exportTargetSchema) }),
  'exports.run': jobChannel('export', {
    input: {
      ...inTrip,
      target: z.string(),
      /** By their names in the target's options. Missing options have their defaults. */
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
