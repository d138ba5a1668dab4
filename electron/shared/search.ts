import { z } from 'zod'
import { entryFilterSchema } from './entries/entry-filter.ts'
import { daySchema } from './time.ts'
import { entryKinds, idSchema } from './trip.ts'

/** The parts of a trip in which words are found. */
export const searchedFields = [
  'text',
  'title',
  'person',
  'tag',
  'detail',
  'caption',
  'lead',
  'closing',
  'section',
] as const
export type SearchedField = (typeof searchedFields)[number]

/** Where a hit leads: to an entry, to the report, or to the trip itself. */
export const hitPlaces = ['entry', 'report', 'trip'] as const

/** A stretch of a text, in UTF-16 units: from the first to after the last. */
const range = z.tuple([z.int().nonnegative(), z.int().nonnegative()])

export const searchQuerySchema = z.strictObject({
  /** Words, all of which have to be there, and `"exact phrases"`. */
  query: z.string().max(1000),
  /** `names` searches the titles, people and tags of entries, and nothing else. */
  mode: z.enum(['words', 'names']),
  /** `null` for all trips. */
  tripId: idSchema.nullable(),
  filter: entryFilterSchema,
  /** Maximum number of hits in the answer. */
  limit: z.int().min(1).max(500),
})

export const hitSchema = z.strictObject({
  tripId: idSchema,
  tripTitle: z.string(),
  place: z.enum(hitPlaces),
  /** `null` unless it leads to an entry; so are the kind and the day. */
  entryId: idSchema.nullable(),
  /** The report that it leads to; `null` unless it leads to one. */
  reportId: idSchema.nullable(),
  kind: z.enum(entryKinds).nullable(),
  day: daySchema.nullable(),
  /** The title of the entry, or its first words; empty if it has neither. Of a trip, its title. */
  title: z.string(),
  /** The words in the title that were found. */
  titleMarks: z.array(range),
  /** The sentence around the words, without markup. Without a word in the text, its first sentence. */
  sentence: z.string(),
  sentenceMarks: z.array(range),
  /** The field that the sentence is from. */
  field: z.enum(searchedFields),
  /** The first of the words in that field as it is stored; `null` if the field has none. */
  at: range.nullable(),
})

/** The kinds of names that entries share, in this trip and in others. */
export const nameKinds = ['person', 'tag', 'room', 'affiliation'] as const
export const nameKindSchema = z.enum(nameKinds)
export type NameKind = z.infer<typeof nameKindSchema>

/** A name that was found, of a person for example. */
export const foundNameSchema = z.strictObject({
  kind: nameKindSchema,
  name: z.string(),
  /** The number of entries. */
  entries: z.int(),
})

export const searchProgressSchema = z.strictObject({
  /** The number of trips that can be searched already. */
  read: z.int(),
  trips: z.int(),
})

export const foundSchema = z.strictObject({
  /** The best first. */
  hits: z.array(hitSchema),
  /** The number of all hits. */
  total: z.int(),
  /** The trips that were searched; fewer than there are while the index is still being built. */
  progress: searchProgressSchema,
})

/** A question for names, the most frequent first. */
export interface NamesQuery {
  /** Their words begin like the words of this; empty for all. */
  query: string
  kinds: readonly NameKind[]
  /** `null` for all trips. */
  tripId: string | null
  limit: number
}

export type SearchQuery = z.infer<typeof searchQuerySchema>
export type Hit = z.infer<typeof hitSchema>
export type FoundName = z.infer<typeof foundNameSchema>
export type Found = z.infer<typeof foundSchema>
export type SearchProgress = z.infer<typeof searchProgressSchema>
