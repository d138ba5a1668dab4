import { z } from 'zod'
import { daySchema } from './time.ts'
import { idSchema } from './trip.ts'

/** What a trip in a file and the same trip in the library have of each other. */
export const newsSchema = z.strictObject({
  /** Entries that only the file has. */
  added: z.int(),
  /** Entries that the file has and that were deleted here. */
  deletedHere: z.int(),
  /** Entries that both have, and that say something else. */
  changed: z.int(),
  /** Entries that only the library has. */
  missing: z.int(),
  /** Pictures that only the file has. */
  photos: z.int(),
  /** Whether the trip's details or its report are told otherwise. */
  isToldOtherwise: z.boolean(),
})

/** Whether the trip of a file is in the library already. */
export const whereaboutsSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('new') }),
  /** Not in the library, and there is a copy of it in the trash. */
  z.strictObject({ state: z.literal('in-trash') }),
  /** All that the file has is in the library; where it is older, the library has more. */
  z.strictObject({ state: z.literal('same'), isOlder: z.boolean() }),
  z.strictObject({ state: z.literal('differs'), news: newsSchema }),
  /** It is in the library, where it cannot be read; the sentence says why. */
  z.strictObject({ state: z.literal('unreadable'), problem: z.string() }),
])

/** What is in a file with a trip. */
export const archiveSchema = z.strictObject({
  archiveId: idSchema,
  /** The file's name. */
  name: z.string(),
  trip: z.strictObject({ id: idSchema, title: z.string(), firstDay: daySchema, lastDay: daySchema }),
  entries: z.int(),
  /** Those that are whole. */
  photos: z.int(),
  whereabouts: whereaboutsSchema,
  /** A sentence for each thing that is in the file and cannot be taken over, or that should be in it and is not. */
  remarks: z.array(z.string()),
})

/** How a trip comes into the library: as it is, into the one that is there, or beside it as a trip of its own. */
export const archiveWays = ['new', 'merge', 'copy'] as const

export type News = z.infer<typeof newsSchema>
export type Whereabouts = z.infer<typeof whereaboutsSchema>
export type Archive = z.infer<typeof archiveSchema>
export type ArchiveWay = (typeof archiveWays)[number]

/**
 * What a file has that the library's own copy of the trip has not, and the other way round.
 *
 * @example 'The file has 3 entries that yours does not have. Yours has 1 entry that the file does not have.'
 */
export function sayNews({ added, deletedHere, changed, missing, photos, isToldOtherwise }: News): string {
  const has = [
    ...(added > 0 ? [`${count(added, 'entry', 'entries')} that yours does not have`] : []),
    ...(deletedHere > 0 ? [`${count(deletedHere, 'entry', 'entries')} that you deleted here`] : []),
    ...(changed > 0 ? [`${count(changed, 'entry', 'entries')} that ${changed === 1 ? 'differs' : 'differ'}`] : []),
    ...(photos > 0 ? [`${count(photos, 'picture', 'pictures')} that yours does not have`] : []),
    ...(isToldOtherwise ? ['other details, or another report'] : []),
  ]
  const sentences = [
    ...(has.length > 0 ? [`The file has ${list(has)}.`] : []),
    ...(missing > 0 ? [`Yours has ${count(missing, 'entry', 'entries')} that the file does not have.`] : []),
  ]
  return sentences.join(' ')
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}

function list(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}
