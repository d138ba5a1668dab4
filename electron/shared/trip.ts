import { z } from 'zod'
import { pictureMediaTypes } from './pictures.ts'
import { daySchema, instantSchema, timeZoneSchema } from './time.ts'

/** The version of the trip file's format. A change to any schema below raises it and adds a migration. */
export const TRIP_SCHEMA_VERSION = 1

/** Maximum length of a text, in UTF-16 units: far longer than a book, and short enough not to cause problems. */
export const MAX_TEXT = 16 * 1024 * 1024

const line = z.string().max(10_000)
const text = z.string().max(MAX_TEXT)

/** Ids are made by `crypto.randomUUID` and used in file names and addresses, so nothing else is accepted. */
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
  /** The name of the link's target: "slides", "repository". */
  label: line,
  url: line,
})

/** The fields of a talk beside its title that other kinds of entries do not have. */
const talkFields = {
  /** A shorter name for later mentions in the text: "State of In-Browser ML". */
  shortTitle: line,
  speakers: z.array(speakerSchema),
  room: line,
  end: instantSchema.nullable(),
  session: sessionKindSchema,
  links: z.array(linkSchema),
  /** Whether the journal's owner gave it. */
  own: z.boolean(),
}

const encounterFields = {
  role: line,
  /** Where and how they met: "in the queue for coffee". */
  context: line,
}

const entryFields = {
  id: idSchema,
  /** The date to which the entry belongs, in the trip's zone. */
  day: daySchema,
  /** When it began; `null` if unknown. */
  start: instantSchema.nullable(),
  /** Markdown, kept as typed. */
  text,
  tags: z.array(line),
  highlight: z.boolean(),
  /** A private entry is never exported, whatever the report says. */
  private: z.boolean(),
  /** The session of the programme that it is about, if any. */
  sessionId: idSchema.optional(),
  /** What it had while it was of another kind. It is not shown, and comes back with that kind. */
  kept: z
    .strictObject({ ...talkFields, ...encounterFields })
    .partial()
    .optional(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
}

export const talkSchema = z.strictObject({
  ...entryFields,
  kind: z.literal('talk'),
  title: line,
  ...talkFields,
})

export const noteSchema = z.strictObject({ ...entryFields, kind: z.literal('note'), title: line })

export const encounterSchema = z.strictObject({
  ...entryFields,
  kind: z.literal('encounter'),
  who: line,
  ...encounterFields,
})

export const entrySchema = z.discriminatedUnion('kind', [talkSchema, noteSchema, encounterSchema])
export const entryKinds = ['talk', 'note', 'encounter'] as const

const managed = { id: true, day: true, kept: true, createdAt: true, updatedAt: true } as const
/** What an edit may change. It does not include the day: an entry changes days by being moved, and its kind has a change of its own. */
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
  /** The file's original name, which is nobody else's business. */
  originalName: line,
  /** The name under which it was published before, with the report that it was imported with; missing if it was not. */
  publicName: line.optional(),
  caption: line,
  alt: line,
  credit: line,
  addedAt: instantSchema,
})

export const talkStyles = ['heading', 'sentence', 'none'] as const
export const entryTexts = ['whole', 'first-sentence'] as const
export const dayHeadingStyles = ['ordinal', 'number', 'date'] as const

export const sectionSchema = z.strictObject({
  id: idSchema,
  heading: line,
  /** Markdown below its heading, before its entries, if any. */
  text: text.optional(),
  /** Whether the headings of its entries are numbered; missing if they are not. */
  numberedEntries: z.boolean().optional(),
  /** In the order of the report. */
  entryIds: z.array(idSchema),
})

/** How an entry appears in the report; for an entry without a record, the report's defaults apply. */
export const reportEntrySchema = z.strictObject({
  include: z.boolean(),
  /** `null`: the automatic heading; empty: none; otherwise this one. */
  heading: line.nullable(),
  /** Replaces the entry's text; `null` for the whole text. */
  excerpt: text.nullable(),
  /** How a talk's title, speakers and links appear; `null` for the report's default. */
  talk: z.enum(talkStyles).nullable(),
})

/** What a report is for. */
export const reportKinds = ['blog', 'memo', 'sponsor', 'day', 'talks', 'mastodon', 'bluesky'] as const

export const reportSchema = z.strictObject({
  /** Its name among the trip's reports; missing or empty for that of its kind. */
  name: line.optional(),
  /** Missing for a blog post. */
  kind: z.enum(reportKinds).optional(),
  /** Whether it includes entries that it has no record of, such as later ones; missing if it does. */
  includesNew: z.boolean().optional(),
  /** Restricts it to the entries of a day, or to one kind of entry, whatever their records say. */
  only: z.strictObject({ day: daySchema.optional(), kind: z.enum(entryKinds).optional() }).optional(),
  /** How much it has of the texts of its entries that have no excerpt; missing for everything. */
  texts: z.enum(entryTexts).optional(),
  title: line,
  authors: z.array(line),
  tags: z.array(line),
  /** The date of the post, which is not one of the trip's; `null` if it is not set. */
  publishedOn: daySchema.nullable(),
  /**
   * The time on that day, `19:00` or `19:00:00`, with an offset if it is not the one of the trip's time zone. Missing or
   * empty if only the date is known.
   */
  publishedTime: z
    .string()
    .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d{2}:\d{2})?)?$/, 'not a time of day')
    .optional(),
  published: z.boolean(),
  /** What it is about, in a sentence, for lists of posts and search engines; missing or empty if there is none. */
  description: line.optional(),
  /** Missing if there are none. */
  categories: z.array(line).optional(),
  /** The name of the post in its address; missing or empty for one made from the title. */
  slug: z.string().refine(isSlug, 'not a name for an address').optional(),
  /** The id of the photo that stands for the post in lists; missing or `null` for none. */
  cover: idSchema.nullable().optional(),
  lead: text,
  closing: z.strictObject({ heading: line, text }),
  arrangement: z.enum(['day', 'theme']),
  dayHeadings: z.strictObject({
    /** "1st Day", "Day 1", "Tuesday, 14 April 2026", in the trip's language. */
    style: z.enum(dayHeadingStyles),
    /** Day -> own heading, which overrides the style. An empty text omits that day's heading. */
    own: z.record(daySchema, line),
  }),
  sections: z.array(sectionSchema),
  numberedSections: z.boolean(),
  /**
   * The level of section and day headings; those of entries are one level deeper. 0 is for imported reports whose entries
   * have headings of the first level: those of sections are at that level too then.
   */
  headingLevel: z.literal([0, 1, 2, 3]),
  /** Whether the titles of notes and encounters become headings. */
  entryHeadings: z.boolean(),
  talks: z.enum(talkStyles),
  entries: z.record(idSchema, reportEntrySchema),
})

/** A report that is not the trip's first one. */
export const otherReportSchema = z.strictObject({ id: idSchema, ...reportSchema.shape })

/** What an edit may change in the report; each key is replaced as a whole. */
export const reportChangesSchema = reportSchema.partial()

/** What missing parts of a report mean. */
export const blankDetails = {
  name: '',
  includesNew: true,
  texts: 'whole',
  publishedTime: '',
  description: '',
  categories: [],
  slug: '',
  cover: null,
} as const satisfies Partial<Report>

const MAX_SLUG = 200

/** Whether a text can name a post in addresses and on every disk. An empty one is made from the title. */
export function isSlug(name: string): boolean {
  return name.length <= MAX_SLUG && /^(?:[A-Za-z0-9_][A-Za-z0-9._-]*)?$/.test(name)
}

const tripDetails = {
  title: line.refine((title) => title.trim() !== '', 'blank'),
  venue: line,
  city: line,
  country: line,
  firstDay: daySchema,
  lastDay: daySchema,
  timeZone: timeZoneSchema,
  /** BCP 47: the language of the report. */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'not a language'),
  authors: z.array(line),
  tags: z.array(line),
}

export const tripDetailsSchema = z.strictObject(tripDetails)

/** The picture that its owner chose for the card of a trip; `null` or missing for the first one of its days. */
const cover = idSchema.nullable().optional()
export const tripChangesSchema = tripDetailsSchema.partial().extend({ cover })

export const tripSchema = z.strictObject({
  schemaVersion: z.literal(TRIP_SCHEMA_VERSION),
  id: idSchema,
  ...tripDetails,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /**
   * The save times of earlier states from which this one was made and of which versions were kept, newest last. They
   * serve to find the common base of two diverged states.
   */
  ancestors: z.array(instantSchema).max(1000).optional(),
  /**
   * Writer (a run of the program, or a merge) -> the time of its last state that went into this one. They serve to
   * decide whether a state contains another one.
   */
  writers: z.record(z.string().regex(/^[0-9a-z-]{1,40}$/, 'not a writer'), instantSchema).optional(),
  /** In one list for all days: a day's entries are those with its date, in this order. */
  entries: z.array(entrySchema),
  /** Deleted entries, newest last; they can be restored. */
  deleted: z.array(
    z.strictObject({
      entry: entrySchema,
      deletedAt: instantSchema,
      /** The entry of its day that came after it; `null` if it was the last. */
      next: idSchema.nullable(),
    }),
  ),
  photos: z.array(photoSchema),
  cover,
  /** The trip's first report, whose id is that of the trip. */
  report: reportSchema,
  /** Its other reports, made from the same entries, if any. */
  reports: z.array(otherReportSchema).optional(),
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
export type OtherReport = z.infer<typeof otherReportSchema>
export type ReportKind = (typeof reportKinds)[number]
export type ReportChanges = z.infer<typeof reportChangesSchema>
export type TripDetails = z.infer<typeof tripDetailsSchema>
export type TripChanges = z.infer<typeof tripChangesSchema>
export type Trip = z.infer<typeof tripSchema>

/** The settings of an entry without a record in the report. */
export const defaultReportEntry: ReportEntry = { include: true, heading: null, excerpt: null, talk: null }
