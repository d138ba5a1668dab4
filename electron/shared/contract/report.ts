import { z } from 'zod'
import { missingPictureSchema } from '../missing-pictures.ts'
import type { Post, Remark } from '../post.ts'
import { networkIds } from '../report/networks.ts'
import { postSpanSchema } from '../report/post-places.ts'
import { idSchema, MAX_TEXT, otherReportSchema, reportChangesSchema } from '../trip.ts'
import { channel, changed, inReport, inTrip, jobChannel } from './channel.ts'

const compositionSchema = z.strictObject({
  post: z.custom<Post>(),
  /** Which blocks of the post come from where, in the order of the post and without gaps. */
  spans: z.array(postSpanSchema),
  /** Included entries that are in no section of a report by theme, in the order of the journal. */
  unplaced: z.array(idSchema),
  remarks: z.array(z.custom<Remark>()),
  /** Pictures of the report that no export can show. */
  missing: z.array(missingPictureSchema),
  words: z.int(),
})

/** Turning a trip's entries into one text. */
export const reportChannels = {
  'report.save': channel({ input: z.strictObject({ ...inReport, changes: reportChangesSchema }), output: changed }),
  /** Adds a report, or puts a deleted one back. */
  'report.put': channel({
    input: z.strictObject({
      ...inTrip,
      report: otherReportSchema,
      /** Its place among the reports after the first, from 0; `null` for the end. */
      at: z.int().nonnegative().nullable(),
    }),
    output: changed,
  }),
  'report.remove': channel({ input: z.strictObject({ ...inTrip, reportId: idSchema }), output: changed }),
  /** The report as the messages of a thread. */
  'report.thread': channel({
    input: z.strictObject({ ...inReport, network: z.enum(networkIds) }),
    output: z.strictObject({
      parts: z.array(
        z.strictObject({
          /** With its number, if there are several. */
          text: z.string(),
          /** What the pictures show that belong to it; empty for one without words. */
          pictures: z.array(z.string()),
        }),
      ),
    }),
  }),
  /** Writes a thread, which the page has put into one text, into a new file in the exports folder. */
  'report.saveThread': jobChannel('export', {
    input: { ...inReport, network: z.enum(networkIds), text: z.string().max(MAX_TEXT) },
    output: z.strictObject({ /** Absolute. */ path: z.string() }),
  }),
  'report.compose': channel({ input: z.strictObject(inReport), output: compositionSchema }),
}

export type Composition = z.infer<typeof compositionSchema>
