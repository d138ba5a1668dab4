import { z } from 'zod'
import { exportOptionsSchema, optionValueSchema } from '../export-options.ts'
import { demandsSchema } from '../report/demands.ts'
import { messageSchema } from '../messages/message-schema.ts'
import { missingPictureSchema } from '../missing-pictures.ts'
import { instantSchema } from '../time.ts'
import { siteConflictSchema } from '../destinations.ts'
import { channel, inReport, jobChannel, nothing } from './channel.ts'

/**
 * The form of an export: one text file; a folder with a text and its pictures; a site, whose files are in subfolders; a
 * document, which is one file in a format of its own; or something for the clipboard.
 */
const exportKinds = ['file', 'folder', 'site', 'document', 'clipboard'] as const

/** What an export is for. The window and the command line list the targets by group, in this order. */
export const exportGroups = ['files', 'sites', 'publishing', 'documents', 'clipboard'] as const

export const exportTargetSchema = z.strictObject({
  id: z.string(),
  group: z.enum(exportGroups),
  name: messageSchema,
  description: messageSchema,
  /** What it makes with the default options. */
  makes: z.enum(exportKinds),
  options: exportOptionsSchema,
  /** Which pictures readers of the export can see. */
  shows: z.strictObject({ tripPictures: z.boolean(), webPictures: z.boolean() }),
  /** Missing if it takes any post. */
  demands: demandsSchema.optional(),
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

/** What came of an export into the folder of a site: it is written, or somebody has to decide first. */
export const siteOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('written'), summary: exportSummarySchema }),
  /** Nothing was written. */
  z.strictObject({
    kind: z.literal('conflicts'),
    /** Identifies the states of the site and the report that the conflicts are between. */
    proposal: z.string(),
    conflicts: z.array(siteConflictSchema),
    /** Whether decisions came with the export, but about states that have changed since. */
    isOutdated: z.boolean(),
  }),
])

/** What is known about earlier exports on this computer. */
export const exportMemorySchema = z.strictObject({
  /** Where the exports of the trip go, absolute. */
  folder: z.string(),
  /**
   * The target that was used last: for this trip, or else for any trip; `destination:` and its id for a destination.
   * `null` before the first export.
   */
  target: z.string().nullable(),
  /** The options that were used last, by target. */
  options: z.record(z.string(), z.record(z.string(), optionValueSchema)),
  /** The trip's last export to a file or folder; `null` if there was none. */
  last: z.strictObject({ path: z.string(), target: z.string(), at: instantSchema }).nullable(),
})

/** Writing a report for a blog. */
export const exportChannels = {
  'exports.targets': channel({ input: nothing, output: z.array(exportTargetSchema) }),
  'exports.remembered': channel({ input: z.strictObject(inReport), output: exportMemorySchema }),
  /** Asks for the folder of the trip's exports; `null` if the user cancelled. */
  'exports.chooseFolder': channel({
    input: z.strictObject(inReport),
    output: exportMemorySchema.nullable(),
    isPatient: true,
  }),
  'exports.run': jobChannel('export', {
    input: {
      ...inReport,
      target: z.string(),
      /** By their names in the target's options. Missing options have their defaults. */
      options: z.record(z.string(), optionValueSchema).optional(),
      /**
       * Whether to replace whatever has the name of the export. An earlier export that is still as it was written is
       * replaced in any case.
       */
      replace: z.boolean(),
    },
    output: exportSummarySchema,
  }),
}

export type ExportKind = (typeof exportKinds)[number]
export type ExportTarget = z.infer<typeof exportTargetSchema>
export type ExportSummary = z.infer<typeof exportSummarySchema>
export type SiteOutcome = z.infer<typeof siteOutcomeSchema>
export type ExportMemory = z.infer<typeof exportMemorySchema>
export type Census = z.infer<typeof censusSchema>
