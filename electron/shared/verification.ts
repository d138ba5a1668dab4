import { z } from 'zod'
import { messageSchema } from './messages/message-schema.ts'

/** Something that was found while reading every file of a library. */
export const findingSchema = z.strictObject({
  /** `problem`: something is lost or damaged. `note`: worth knowing, but nothing is wrong. */
  kind: z.enum(['problem', 'note']),
  /** The path in the library, with `/`: `2026-04-14-pycon-de/trip.json`. */
  place: z.string(),
  message: messageSchema,
})

/** The result of reading every file of a library. */
export const verificationSchema = z.strictObject({
  /** The library that was read, absolute. */
  folder: z.string(),
  trips: z.int(),
  entries: z.int(),
  pictures: z.int(),
  /** The number of earlier versions of trips. */
  versions: z.int(),
  /** The number of deleted trips. */
  inTrash: z.int(),
  /** The number of bytes that were read. */
  bytes: z.int(),
  /** In the order of their places. */
  findings: z.array(findingSchema),
})

export type Finding = z.infer<typeof findingSchema>
export type Verification = z.infer<typeof verificationSchema>
