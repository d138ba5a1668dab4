import { z } from 'zod'
import type { EntryFieldName } from './entries/fields.ts'
import { messageSchema, failureSchema } from './messages/message-schema.ts'
import { daySchema, instantSchema } from './time.ts'
import { idSchema, tripSchema } from './trip.ts'

/** The name of a version: the instant of its last change, `20260414T101500123Z`. */
export const versionIdSchema = z.string().regex(/^\d{8}T\d{9}Z$/, 'not the name of a version')

const changeOfEntry = {
  of: z.literal('entry'),
  what: z.enum(['added', 'changed', 'deleted', 'moved']),
  entryId: idSchema,
  /** The entry's name, in the later state if possible; may be empty. */
  title: z.string(),
}

/** A change of a part of the trip that is not an entry. */
const changeOfPart = {
  of: z.enum(['details', 'pictures', 'report']),
  what: z.literal('changed'),
}

/** A change of a report other than the trip's first one. */
const changeOfReport = {
  of: z.literal('other-report'),
  what: z.enum(['added', 'changed', 'deleted']),
  reportId: idSchema,
  /** Its name, in the later state if possible. */
  name: messageSchema,
}

/** What happened to an entry, or to another part of the trip, between two states of it. */
export const entryChangeSchema = z.discriminatedUnion('of', [
  z.strictObject(changeOfEntry),
  z.strictObject(changeOfPart),
  z.strictObject(changeOfReport),
])

/** An earlier state of a trip that can be viewed and restored. */
export const versionSchema = z.strictObject({
  versionId: versionIdSchema,
  /** The instant of its last change. */
  savedAt: instantSchema,
  /** The size on the disk. */
  bytes: z.int(),
  entries: z.int(),
  words: z.int(),
  /** What changed since the version before it; empty for the oldest. */
  changes: z.array(entryChangeSchema),
  /** The number of changes beyond those that are listed. */
  more: z.int(),
})

/** A piece of text that is in both states, only in the later (`added`) or only in the earlier (`removed`). */
export const segmentSchema = z.strictObject({
  kind: z.enum(['same', 'added', 'removed']),
  /** Long texts are shortened, with "…" where something was left out. */
  text: z.string(),
})

/** The fields of a trip and its report that are compared, apart from those that entries have too. */
type ComparedTripField =
  | 'venue'
  | 'city'
  | 'country'
  | 'days'
  | 'timeZone'
  | 'language'
  | 'authors'
  | 'pictures'
  | 'cover'
  | 'publishedOn'
  | 'publishedTime'
  | 'description'
  | 'categories'
  | 'slug'
  | 'published'
  | 'lead'
  | 'closingHeading'
  | 'closing'
  | 'arrangement'
  | 'dayHeadingStyle'
  | 'talks'
  | 'headingLevel'
  | 'numberedSections'
  | 'entryHeadings'
  | 'dayHeadings'
  | 'sections'
  | 'sectionTexts'
  | 'numberedEntries'
  | 'entryTexts'
  | 'entryTalks'
  | 'leftOut'
  | 'reportName'
  | 'includesNew'

/** What is compared between two states of a trip, such as `text`, `when`, `speakers` or `lead`. */
export type ComparedField = EntryFieldName | ComparedTripField

const comparedFields = z.array(
  z.strictObject({
    // Both sides come from one build, so the compiler checks the names.
    field: z.custom<ComparedField>((value) => typeof value === 'string'),
    segments: z.array(segmentSchema),
  }),
)

/** How something has changed since a version, field by field. */
export const differenceSchema = z.discriminatedUnion('of', [
  z.strictObject({ ...changeOfEntry, fields: comparedFields }),
  z.strictObject({ ...changeOfPart, fields: comparedFields }),
  z.strictObject({ ...changeOfReport, fields: comparedFields }),
])

/** The texts of a trip and its report that two computers can change at the same time. */
export const tripTextSchema = z.enum([
  'title',
  'venue',
  'city',
  'country',
  'days',
  'timeZone',
  'language',
  'reportTitle',
  'description',
  'lead',
  'closingHeading',
  'closing',
  'dayHeading',
  'entryHeading',
  'excerpt',
  'sectionHeading',
  'sectionText',
  'caption',
  'alt',
  'credit',
])

/** Something that two computers changed at the same time. The trip has both versions. */
export const conflictSchema = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('entry'),
    entryId: idSchema,
    /** The entry's name; may be empty. */
    title: z.string(),
    /** The fields that both changed. */
    fields: z.array(z.string()),
    /** The entry that holds the other version. */
    otherId: idSchema,
  }),
  z.strictObject({
    of: z.literal('trip'),
    text: tripTextSchema,
    /** The day, if the text is the heading of one. */
    day: daySchema.optional(),
    /** The note that holds the other version. */
    otherId: idSchema,
  }),
])

/** A copy of a trip that a sync program made because it could not merge two versions. */
export const conflictCopySchema = z.strictObject({
  /** The file's name in the trip's folder. */
  name: z.string(),
  /** When it was last changed, and its contents; `null` if it cannot be read. */
  holds: z.strictObject({ updatedAt: instantSchema, entries: z.int() }).nullable(),
  /** Why it cannot be read; `null` if it can. */
  error: failureSchema.nullable(),
})

/** How a trip and a copy of it that another computer wrote have changed since their last common state. */
export const copyComparisonSchema = z.strictObject({
  /** When their last common state was saved; `null` if it is unknown, in which case `there` has all differences. */
  since: instantSchema.nullable(),
  /** What has changed here since. */
  here: z.array(differenceSchema),
  /** What has changed in the copy since. */
  there: z.array(differenceSchema),
  /** What both have changed. A merge keeps both versions, side by side. */
  both: z.array(conflictSchema),
})

/** What is known about an unreadable trip. */
export const inspectionSchema = z.strictObject({
  /** The name of its folder in the library. */
  folder: z.string(),
  /** Its title, if it is known; otherwise the folder's name. */
  title: z.string(),
  /**
   * `missing`: the folder has no trip.json. `checksum`: only the checksum is wrong, and everything can be read.
   * `newer`: written by a newer Lanyard. `damaged`: anything else.
   */
  kind: z.enum(['damaged', 'missing', 'newer', 'checksum']),
  problem: failureSchema,
  /** Copies of damaged files that were kept in the folder, newest first. */
  kept: z.array(z.string()),
  /** Newest first; each of them can be read. */
  versions: z.array(versionSchema),
  /**
   * What can be shown read-only: everything if only the checksum is wrong, and what this version understands of a newer
   * file.
   */
  readable: tripSchema.nullable(),
})

export type EntryChange = z.infer<typeof entryChangeSchema>
export type Version = z.infer<typeof versionSchema>
export type Segment = z.infer<typeof segmentSchema>
export type Difference = z.infer<typeof differenceSchema>
export type TripText = z.infer<typeof tripTextSchema>
export type Conflict = z.infer<typeof conflictSchema>
export type ConflictCopy = z.infer<typeof conflictCopySchema>
export type CopyComparison = z.infer<typeof copyComparisonSchema>
export type Inspection = z.infer<typeof inspectionSchema>
