import { z } from 'zod'

/** Something that was found while every file of a library was read. */
export const findingSchema = z.strictObject({
  /** `problem`: something is lost or damaged. `note`: worth knowing, and nothing is wrong. */
  kind: z.enum(['problem', 'note']),
  /** Where, from the library's folder, with `/`: `2026-04-14-pycon-de/trip.json`. */
  place: z.string(),
  /** One or two sentences for people. */
  message: z.string(),
})

/** What came of reading every file of a library. */
export const verificationSchema = z.strictObject({
  /** The library that was read, absolute. */
  folder: z.string(),
  trips: z.int(),
  entries: z.int(),
  pictures: z.int(),
  /** Earlier versions of trips. */
  versions: z.int(),
  /** Trips that were deleted. */
  inTrash: z.int(),
  /** How much was read. */
  bytes: z.int(),
  /** In the order of their places. */
  findings: z.array(findingSchema),
})

export type Finding = z.infer<typeof findingSchema>
export type Verification = z.infer<typeof verificationSchema>
