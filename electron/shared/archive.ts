import { z } from 'zod'
import { messageSchema, failureSchema } from './messages/message-schema.ts'
import { daySchema } from './time.ts'
import { idSchema } from './trip.ts'

/** How a trip in a file differs from the same trip in the library. */
export const newsSchema = z.strictObject({
  /** Entries that only the file has. */
  added: z.int(),
  /** Entries in the file that were deleted here. */
  deletedHere: z.int(),
  /** Entries that both have, with different content. */
  changed: z.int(),
  /** Entries that only the library has. */
  missing: z.int(),
  /** Pictures that only the file has. */
  photos: z.int(),
  /** Whether the trip's details or its report differ. */
  hasOtherDetails: z.boolean(),
})

/** Whether the library already has the trip in a file. */
export const whereaboutsSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('new') }),
  /** Not in the library, but there is a copy of it in the trash. */
  z.strictObject({ state: z.literal('in-trash') }),
  /** The library has everything in the file, and more if the file is older. */
  z.strictObject({ state: z.literal('same'), isOlder: z.boolean() }),
  z.strictObject({ state: z.literal('differs'), news: newsSchema }),
  /** The library has it but cannot read it, for the given reason. */
  z.strictObject({ state: z.literal('unreadable'), problem: failureSchema }),
])

/** What is in a file with a trip. */
export const archiveSchema = z.strictObject({
  archiveId: idSchema,
  /** The file's name. */
  name: z.string(),
  trip: z.strictObject({ id: idSchema, title: z.string(), firstDay: daySchema, lastDay: daySchema }),
  entries: z.int(),
  /** Pictures that are not damaged. */
  photos: z.int(),
  whereabouts: whereaboutsSchema,
  /** What in the file cannot be imported, or is missing from it. */
  remarks: z.array(messageSchema),
})

/** How to import a trip: unchanged, by merging it into the one in the library, or as a separate trip. */
export const archiveWays = ['new', 'merge', 'copy'] as const

export type News = z.infer<typeof newsSchema>
export type Whereabouts = z.infer<typeof whereaboutsSchema>
export type Archive = z.infer<typeof archiveSchema>
export type ArchiveWay = (typeof archiveWays)[number]
