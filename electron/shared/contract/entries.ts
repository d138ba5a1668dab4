import { z } from 'zod'
import { daySchema, instantSchema } from '../time.ts'
import { entryChangesSchema, entryKinds, entrySchema, idSchema } from '../trip.ts'
import { channel, changed, inEntry, inTrip } from './channel.ts'

const withEntry = z.strictObject({ ...changed.shape, entryId: idSchema })

/** Writing in the journal. */
export const entryChannels = {
  'entries.add': channel({
    input: z.strictObject({
      ...inTrip,
      kind: z.enum(entryKinds),
      day: daySchema,
      start: instantSchema.nullable(),
      /** What is known already; it must fit the kind. */
      fields: entryChangesSchema.optional(),
      /** The new entry's id. If the trip has that entry already, it gets the fields, so a repeated call does no harm. */
      entryId: idSchema.optional(),
    }),
    output: withEntry,
  }),
  'entries.save': channel({
    input: z.strictObject({
      ...inEntry,
      changes: entryChangesSchema,
      /**
       * `updatedAt` of the entry in the state that these changes were made to. If the entry has changed elsewhere since,
       * both changes are merged; without this, these win.
       */
      baseVersion: instantSchema.optional(),
    }),
    output: z.strictObject({
      entry: entrySchema,
      /** Of all entries: a new start may have changed it. */
      order: z.array(idSchema),
      savedAt: instantSchema,
      /** `baseVersion` for the next change, if that was begun before this answer came. */
      baseVersion: instantSchema,
    }),
  }),
  'entries.move': channel({
    /** Moves to a day, before the entry named there; `null`: to its end. */
    input: z.strictObject({ ...inEntry, day: daySchema, before: idSchema.nullable() }),
    output: changed,
  }),
  'entries.duplicate': channel({ input: z.strictObject(inEntry), output: withEntry }),
  'entries.delete': channel({ input: z.strictObject(inEntry), output: changed }),
  'entries.restore': channel({ input: z.strictObject(inEntry), output: changed }),
}
