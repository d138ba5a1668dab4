import { z } from 'zod'
import { tripTabs } from './commands.ts'
import { daySchema, instantSchema } from './time.ts'
import { idSchema } from './trip.ts'

/** Where the window was when it was closed: identifiers, a date and a number, and nothing that was written. */
export const keptPlaceSchema = z.strictObject({
  tripId: idSchema,
  tab: z.enum(tripTabs),
  day: daySchema.nullable(),
  /** Whether the journal listed the entries of all days. */
  isAll: z.boolean(),
  entryId: idSchema.nullable(),
  /** How far the entry was scrolled, in pixels. */
  scroll: z.number().nonnegative(),
  /** When it was there, by the clock at the venue. */
  keptAt: instantSchema.optional(),
  /** Whether the window has not yet responded for a while since it went there. It may hang there each time. */
  isOpening: z.boolean(),
})

export type KeptPlace = z.infer<typeof keptPlaceSchema>
