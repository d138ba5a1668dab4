import { z } from 'zod'
import { type Dates, dayRefSchema, resolveDay } from './import-days.ts'
import { MAX_IMPORTED_ENTRIES } from './import-limits.ts'
import { commonZone, isWithin } from './journal-days.ts'
import { messageSchema } from './messages/message-schema.ts'
import { daySchema, timeZoneSchema } from './time.ts'
import { entryKinds, sessionKindSchema, speakerSchema, type TripDetails, tripDetailsSchema } from './trip.ts'

/*
 * An import has two steps. The first reads the files and returns a draft: what was understood, with nothing written.
 * The second reads the same files again, together with a plan: the draft as the user has corrected it.
 */

const line = z.string().max(10_000)
/** A time of day in the trip's zone. */
const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'not a time of day')

/**
 * Where the days of a trip come from: its text, its headings, the date of the post, the name of the file, a single date
 * that may be about something else, the trip that the entries are added to, or a journal's entries that are close
 * together.
 */
export const daysSources = ['text', 'headings', 'post', 'file', 'guess', 'trip', 'journal'] as const

/** What can be corrected in an entry. */
const corrections = {
  kind: z.enum(entryKinds),
  /** The title, or the name of a person. */
  title: line,
  speakers: z.array(speakerSchema).max(1000),
  session: sessionKindSchema,
  start: clock.nullable(),
  end: clock.nullable(),
}

export const draftEntrySchema = z.strictObject({
  ...corrections,
  day: dayRefSchema,
  /** The address of the talk's page; empty if its heading is no link. */
  link: line,
  /** The first words of its text. */
  beginning: line,
  /** The place of its section in the draft's list. */
  section: z.int().nonnegative(),
  /** The zone of its times, where a journal says one; missing for that of the trip. */
  zone: timeZoneSchema.optional(),
})

export const importDraftSchema = z.strictObject({
  /**
   * Whether it is a journal: each of its entries has a date, and those outside the days of the trip are not imported
   * with it.
   */
  isJournal: z.boolean(),
  /** Everything but the days, which may be unknown. */
  details: tripDetailsSchema.omit({ firstDay: true, lastDay: true }),
  /** `null` if nothing says when the trip was, so that the user has to. */
  days: z.strictObject({ firstDay: daySchema, lastDay: daySchema, source: z.enum(daysSources) }).nullable(),
  /** In the order of the text. */
  entries: z.array(draftEntrySchema),
  /** The headings of the sections, in plain words; empty for a section without one. */
  sections: z.array(line),
  pictures: z.int().nonnegative(),
  /** The addresses of pictures that were not among the files. */
  missing: z.array(z.string()),
  /** A message for each thing that will not be imported unchanged. */
  remarks: z.array(messageSchema),
})

export const planEntrySchema = z.strictObject({ ...corrections, day: daySchema })

export const importPlanSchema = z.strictObject({
  /** Ignored if the entries are added to a trip. */
  details: tripDetailsSchema,
  /** As many as in the draft, in the same order; `null` for those of a journal that are not imported. */
  entries: z.array(planEntrySchema.nullable()).max(MAX_IMPORTED_ENTRIES),
})

export type DaysSource = (typeof daysSources)[number]
export type DraftEntry = z.infer<typeof draftEntrySchema>
export type ImportDraft = z.infer<typeof importDraftSchema>
export type PlanEntry = z.infer<typeof planEntrySchema>
export type ImportPlan = z.infer<typeof importPlanSchema>

/** The date of an entry in a trip of these days. One that the trip has no such day for is on its first day. */
export function dayOfEntry(entry: Pick<DraftEntry, 'day'>, days: Dates): string {
  return resolveDay(entry.day, days) ?? days.firstDay
}

/**
 * The plan that imports a draft as it is. Of a journal, it imports the entries of these days, and the trip gets their
 * time zone.
 *
 * @param isLeftOut whether an entry of a journal, by its index, is not imported although it is in these days
 */
export function planOf(
  { details, entries, isJournal }: Pick<ImportDraft, 'details' | 'isJournal'> & { entries: readonly DraftEntry[] },
  days: Dates,
  isLeftOut: (index: number) => boolean = () => false,
): ImportPlan {
  const { firstDay, lastDay } = days
  const isTaken = (entry: DraftEntry, index: number) => !isJournal || (isWithin(entry, days) && !isLeftOut(index))
  const timeZone = (isJournal ? commonZone(entries.filter(isTaken)) : null) ?? details.timeZone
  const trip: TripDetails = { ...details, timeZone, firstDay, lastDay }
  return {
    details: trip,
    entries: entries.map((entry, index) => {
      if (!isTaken(entry, index)) return null
      const { kind, title, speakers, session, start, end } = entry
      return { kind, title, speakers, session, start, end, day: dayOfEntry(entry, days) }
    }),
  }
}
