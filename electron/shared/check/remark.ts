import { z } from 'zod'
import type { Message } from '../messages/message.ts'
import { messageSchema } from '../messages/message-schema.ts'
import type { RemarkPlace } from '../report/post-places.ts'
import { idSchema } from '../trip.ts'

/** What is compared with the programme, the people and the trip. */
export const factCodes = [
  /** A person's name is one or two letters off, or lacks its accents. */
  'name',
  /** A name is spelt in two ways, and nothing says which is right. */
  'name-spelling',
  /** The title of a talk differs from the programme. */
  'title',
  /** Somebody is named as the speaker of a talk that others gave. */
  'speaker',
  /** "2nd day" over a talk of the third. */
  'day',
  /** A room is misspelt, or the talk was in another one. */
  'room',
  /** The venue, the city or the country is misspelt. */
  'place',
  /** A community, organisation or tag is misspelt. */
  'community',
  /** A word is written twice in a row. */
  'doubled-word',
] as const

/** What is unfinished in the report: the last part of the message's key. */
export const unfinishedCodes = [
  'no-title',
  'no-date',
  'no-entries',
  'unplaced',
  'empty-section',
  'wordless',
  'wordless-unnamed',
  'no-text',
  'no-text-unnamed',
  'lost-words',
  'plain',
  'empty-quote',
  'no-picture',
  'not-imported',
  'no-alternative-text',
  'on-the-web',
  'no-file',
  'no-tags',
  'link-to-find',
  'picture-to-come',
  'no-speakers',
  'private-quoted',
  'skipped-level',
  'long-title',
  'long-description',
  'no-description',
] as const

/**
 * What readers would see at once, what would be public by mistake, or what the target refuses: a picture that nobody
 * sees, a link that leads nowhere, a private sentence, a title that is too long. They are listed before all else.
 */
const blockingCodes: ReadonlySet<string> = new Set<(typeof unfinishedCodes)[number]>([
  'private-quoted',
  'no-entries',
  'no-picture',
  'not-imported',
  'no-file',
  'link-to-find',
  'picture-to-come',
  'lost-words',
  'long-title',
  'no-description',
])

/** Remarks with the blocking ones first; otherwise in their order. */
export function blockingFirst<T extends { message: { key: string } }>(remarks: readonly T[]): T[] {
  const isBlocking = ({ message }: T) => blockingCodes.has(message.key.replace(/^report\.remark\./, ''))
  return [...remarks.filter(isBlocking), ...remarks.filter((remark) => !isBlocking(remark))]
}

export const checkCodes = [...factCodes, ...unfinishedCodes] as const
export const checkCodeSchema = z.enum(checkCodes)

/** Text fields of the report that are checked. */
const reportFields = ['title', 'lead', 'closing-heading', 'closing-text'] as const

/** The field that a remark is about. */
export const checkedFieldSchema = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('entry'),
    entryId: idSchema,
    field: z.enum(['text', 'title', 'shortTitle', 'room', 'who', 'role', 'context']),
  }),
  z.strictObject({ of: z.literal('speaker'), entryId: idSchema, index: z.int().nonnegative() }),
  /** The day of an entry: the suggestion is another day, to which it can be moved. */
  z.strictObject({ of: z.literal('day'), entryId: idSchema, day: z.iso.date() }),
  z.strictObject({ of: z.literal('report'), field: z.enum(reportFields) }),
  z.strictObject({ of: z.literal('section'), sectionId: idSchema, field: z.enum(['heading', 'text']) }),
  z.strictObject({ of: z.literal('day-heading'), day: z.iso.date() }),
  /** What the report says instead of an entry's title or text. */
  z.strictObject({ of: z.literal('telling'), entryId: idSchema, field: z.enum(['heading', 'excerpt']) }),
])

export const checkRemarkSchema = z.strictObject({
  code: checkCodeSchema,
  /** `null` if it is about no single entry. */
  entryId: idSchema.nullable(),
  /** The field and the range in it, in UTF-16 units; `null` if it is about no words. */
  where: z.strictObject({ field: checkedFieldSchema, from: z.int(), to: z.int() }).nullable(),
  /** The words in question, if any; otherwise empty. */
  text: z.string(),
  /** The right form; `null` if Lanyard has no better one to offer. */
  suggestion: z.string().nullable(),
  message: messageSchema,
  /** Where it can be changed. */
  at: z.custom<RemarkPlace>((value) => typeof value === 'string'),
})

export type FactCode = (typeof factCodes)[number]
export type CheckCode = (typeof checkCodes)[number]
export type CheckedField = z.infer<typeof checkedFieldSchema>
export type CheckRemark = Omit<z.infer<typeof checkRemarkSchema>, 'message'> & { message: Message }
