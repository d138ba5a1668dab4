import { z } from 'zod'
import { foundNameSchema, foundSchema, nameKindSchema, searchProgressSchema, searchQuerySchema } from '../search.ts'
import { idSchema } from '../trip.ts'
import { channel } from './channel.ts'

/** Finding words in all trips. The index is built when it is first needed, and answers meanwhile with what it has. */
export const searchChannels = {
  'search.find': channel({
    input: searchQuerySchema.extend({
      /** Whether to wait until every trip has been read. */
      waits: z.boolean().default(false),
    }),
    output: foundSchema,
    isPatient: true,
  }),
  /** The people, tags and so on whose names have words that begin like these; with an empty query, the most frequent ones. */
  'search.names': channel({
    input: z.strictObject({
      query: z.string().max(1000),
      kinds: z.array(nameKindSchema).min(1),
      /** `null` for all trips. */
      tripId: idSchema.nullable(),
      limit: z.int().min(1).max(1000),
    }),
    output: z.strictObject({ names: z.array(foundNameSchema), progress: searchProgressSchema }),
  }),
}

export const searchEvents = {
  /** More trips can be searched now, or other ones: a list of hits should be asked for again. */
  'search.progress': searchProgressSchema,
}
