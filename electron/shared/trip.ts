import { z } from 'zod'
import { pictureMediaTypes } from './pictures.ts'
import { daySchema, instantSchema, timeZoneSchema } from './time.ts'

/** The number of the trip file's format. A change of any schema below raises it and adds a migration. */
export const TRIP_SCHEMA_VERSION = 1

/** Upper bound for one text that somebody writes, in UTF-16 units: far above a book, far below what hurts. */
export const MAX_TEXT = 16 * 1024 * 1024

const line = z.string().max(10_000)
const text = z.string().max(MAX_TEXT)

/** Identifiers are made by `crypto.randomUUID` and used in file names and addresses, so nothing else is let in. */
export const idSchema = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'not an identifier')

export const sessionKinds = [
  'keynote',
  'talk',
  'tutorial',
  'panel',
  'lightning',
  'opening',
  'closing',
  'booth',
  'social',
] as const
export const sessionKindSchema = z.enum(sessionKinds)

export const speakerSchema = z.strictObject({
  name: line,
  /** "moderator", "author of the LLM Architecture Gallery". */
  role: line,
  affiliation: line,
})

export const linkSchema = z.strictObject({
  /** What the link leads to: "slides", "repository". */
  label: line,
  url: line,
})

const entryFields = {
  id: idSchema,
  /** The calendar date, in the trip's zone, under which the entry stands. */
  day: daySchema,
  /** When it began; `null` where nobody noted it. */
  start: instantSchema.nullable(),
  /** Markdown, kept as typed. */
  text,
  tags: z.array(line),
  highlight: z.boolean(),
  /** A private entry is in no export, whatever the report says. */
  private: z.boolean(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
}

export const talkSchema = z.strictObject({
  ...entryFields,
  kind: z.literal('talk'),
  title: line,
  /** The name by which the text speaks of it later: "State of In-Browser ML". */
  shortTitle: line,
  speakers: z.array(speakerSchema),
  room: line,
  end: instantSchema.nullable(),
  session: sessionKindSchema,
  links: z.array(linkSchema),
  /** The journal's owner gave it. */
  own: z.boolean(),
})

export const noteSchema = z.strictObject({ ...entryFields, kind: z.literal('note'), title: line })

export const encounterSchema = z.strictObject({
  ...entryFields,
  kind: z.literal('encounter'),
  who: line,
  role: line,
  /** Where and how one met: "in the queue for coffee". */
  context: line,
})

export const entrySchema = z.discriminatedUnion('kind', [talkSchema, noteSchema, encounterSchema])
export const entryKinds = ['talk', 'note', 'encounter'] as const

const managed = { id: true, day: true, createdAt: true, updatedAt: true } as const
/** What an edit may change. The day is not among it: an entry changes days by being moved. */
export const entryChangesSchema = z.discriminatedUnion('kind', [
  talkSchema.omit(managed).partial().required({ kind: true }),
  noteSchema.omit(managed).partial().required({ kind: true }),
  encounterSchema.omit(managed).partial().required({ kind: true }),
])

export const photoSchema = z.strictObject({
  id: idSchema,
  /** The file's name inside the trip's `photos` folder. */
  file: z.string().regex(/^[^/\\\0]+$/),
  mediaType: z.enum(pictureMediaTypes),
  bytes: z.int().nonnegative(),
  /** Hexadecimal SHA-256 of the file. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The name under which it came. */
  originalName: line,
  caption: line,
  alt: line,
  credit: line,
  addedAt: instantSchema,
})

export const talkStyles = ['heading', 'sentence', 'none'] as const
export const dayHeadingStyles = ['ordinal', 'number', 'date'] as const

export const sectionSchema = z.strictObject({
  id: idSchema,
  heading: line,
  /** In the order in which they are told. */
  entryIds: z.array(idSchema),
})

/** How one entry stands in the report; an entry without a record stands there as the report's defaults say. */
export const reportEntrySchema = z.strictObject({
  include: z.boolean(),
  /** `null`: the automatic heading; an empty text: none; else this one. */
  heading: line.nullable(),
  /** Told instead of the entry's text; `null`: the whole text. */
  excerpt: text.nullable(),
  /** How a talk's title, speakers and links are told; `null`: as the report says. */
  talk: z.enum(talkStyles).nullable(),
})

export const reportSchema = z.strictObject({
  title: line,
  authors: z.array(line),
  tags: z.array(line),
  /** The date on the post, which is not one of the trip's; `null`: none yet. */
  publishedOn: daySchema.nullable(),
  published: z.boolean(),
  lead: text,
  closing: z.strictObject({ heading: line, text }),
  arrangement: z.enum(['day', 'theme']),
  dayHeadings: z.strictObject({
    /** "1st Day", "Day 1", "Tuesday, 14 April 2026", in the trip's language. */
    style: z.enum(dayHeadingStyles),
    /** Day -> own text, which goes before the style. An empty text leaves that day's heading out. */
    own: z.record(daySchema, line),
  }),
  sections: z.array(sectionSchema),
  numberedSections: z.boolean(),
  /** The level of section and day headings; those of entries are one deeper. */
  headingLevel: z.literal([1, 2, 3]),
  /** Whether notes and encounters get their title as a heading. */
  entryHeadings: z.boolean(),
  talks: z.enum(talkStyles),
  entries: z.record(idSchema, reportEntrySchema),
})

/** What an edit may change of the report, each key as a whole. */
export const reportChangesSchema = reportSchema.partial()

const tripDetails = {
  title: line.refine((title) => title.trim() !== '', 'The trip needs a title.'),
  venue: line,
  city: line,
  country: line,
  firstDay: daySchema,
  lastDay: daySchema,
  timeZone: timeZoneSchema,
  /** BCP 47: the language that the report is written in. */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'not a language'),
  authors: z.array(line),
  tags: z.array(line),
}

export const tripDetailsSchema = z.strictObject(tripDetails)
export const tripChangesSchema = tripDetailsSchema.partial()

export const tripSchema = z.strictObject({
  schemaVersion: z.literal(TRIP_SCHEMA_VERSION),
  id: idSchema,
  ...tripDetails,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /**
   * When earlier states were saved from which this one was made and of which versions were kept, newest last. By them
   * two states that were made apart find the one that both began with.
   */
  ancestors: z.array(instantSchema).max(1000).optional(),
  /**
   * Whose states went into this one, and until when: a run of the program, or a merge -> the moment of its last state.
   * By them one knows whether a state has all that is in another.
   */
  writers: z.record(z.string().regex(/^[0-9a-z-]{1,40}$/, 'not a writer'), instantSchema).optional(),
  /** Grouped by nothing: a day's entries are those with its date, in this order. */
  entries: z.array(entrySchema),
  /** Entries that were deleted, newest last; they can be put back. */
  deleted: z.array(
    z.strictObject({
      entry: entrySchema,
      deletedAt: instantSchema,
      /** The entry of its day before which it stood; `null`: it was the last. */
      next: idSchema.nullable(),
    }),
  ),
  photos: z.array(photoSchema),
  report: reportSchema,
})

export type SessionKind = z.infer<typeof sessionKindSchema>
export type Speaker = z.infer<typeof speakerSchema>
export type Link = z.infer<typeof linkSchema>
export type Talk = z.infer<typeof talkSchema>
export type Note = z.infer<typeof noteSchema>
export type Encounter = z.infer<typeof encounterSchema>
export type Entry = z.infer<typeof entrySchema>
export type EntryKind = Entry['kind']
export type EntryChanges = z.infer<typeof entryChangesSchema>
export type Photo = z.infer<typeof photoSchema>
export type Section = z.infer<typeof sectionSchema>
export type TalkStyle = (typeof talkStyles)[number]
export type DayHeadingStyle = (typeof dayHeadingStyles)[number]
export type ReportEntry = z.infer<typeof reportEntrySchema>
export type Report = z.infer<typeof reportSchema>
export type ReportChanges = z.infer<typeof reportChangesSchema>
export type TripDetails = z.infer<typeof tripDetailsSchema>
export type TripChanges = z.infer<typeof tripChangesSchema>
export type Trip = z.infer<typeof tripSchema>

/** How an entry that has no record of its own stands in the report. */
export const defaultReportEntry: ReportEntry = { include: true, heading: null, excerpt: null, talk: null }
