import { z } from 'zod'
import { failureSchema } from '../messages/message-schema.ts'
import { daySchema, instantSchema } from '../time.ts'
import { idSchema, tripSchema } from '../trip.ts'
import { channel, nothing } from './channel.ts'

export const tripSummarySchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  venue: z.string(),
  city: z.string(),
  country: z.string(),
  firstDay: daySchema,
  lastDay: daySchema,
  timeZone: z.string(),
  entries: z.int(),
  words: z.int(),
  published: z.boolean(),
  updatedAt: instantSchema,
  /** The picture on its card; `null` if it has none. */
  cover: idSchema.nullable(),
  /** A newer Lanyard wrote it, so it can be read here but not changed. */
  isNewer: z.boolean().default(false),
})

/** A folder in the library that looks like a trip but cannot be read as one. */
export const unreadableTripSchema = z.strictObject({ folder: z.string(), error: failureSchema })

/** The same, with what is known from when it was last readable. */
export const lostTripSchema = unreadableTripSchema.extend({
  /** Its last known title; otherwise the folder's name. */
  title: z.string(),
  /** The id of the trip; `null` if it is unknown. */
  tripId: idSchema.nullable(),
})

export const trashedTripSchema = z.strictObject({
  trashId: z.string(),
  title: z.string(),
  deletedAt: instantSchema,
  entries: z.int(),
})

/** The library as a whole. */
export const libraryChannels = {
  'library.list': channel({
    input: nothing,
    output: z.strictObject({
      trips: z.array(tripSummarySchema),
      unreadable: z.array(lostTripSchema),
      /** Identifies the state of the library that this shows. */
      revision: z.string(),
    }),
  }),
  'library.trash': channel({ input: nothing, output: z.array(trashedTripSchema) }),
  'library.restore': channel({ input: z.strictObject({ trashId: z.string() }), output: tripSchema }),
  'library.emptyTrash': channel({ input: nothing, output: nothing }),
}

export const libraryEvents = {
  'library.changed': nothing,
  /** The list of trips is still being read, which takes a while if there are very many. */
  'library.progress': z.strictObject({ /** From 0 to 1. */ done: z.number() }),
}

export type TripSummary = z.infer<typeof tripSummarySchema>
export type UnreadableTrip = z.infer<typeof unreadableTripSchema>
export type LostTrip = z.infer<typeof lostTripSchema>
export type TrashedTrip = z.infer<typeof trashedTripSchema>
