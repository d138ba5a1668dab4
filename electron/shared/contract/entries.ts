import { z } from 'zod'
import { entryEditSchema, MAX_EDITS } from '../entries/entry-edit.ts'
import { daySchema, instantSchema } from '../time.ts'
import { entryChangesSchema, entryKinds, entrySchema, idSchema } from '../trip.ts'
import { channel, changed, inEntry, inTrip } from './channel.ts'

const withEntry = z.strictObject({ ...changed.shape, entryId: idSchema })

/** Changing the journal. */
export const entryChannels = {
  'entries.add': channel({
    input: z.strictObject({
      ...inTrip,
      kind: z.enum(entryKinds),
      day: daySchema,
      start: instantSchema.nullable(),
      /** Initial values, which must fit the kind. */
      fields: entryChangesSchema.optional(),
      /**
       * The new entry's id. If the trip already has that entry, its fields are updated, so a repeated call does no
       * harm.
       */
      entryId: idSchema.optional(),
    }),
    output: withEntry,
  }),
  'entries.save': channel({
    input: z.strictObject({
      ...inEntry,
      changes: entryChangesSchema,
      /**
       * `updatedAt` of the entry on which these changes are based. If the entry has changed elsewhere since, both
       * changes are merged; if this is missing, these changes win.
       */
      baseVersion: instantSchema.optional(),
    }),
    output: z.strictObject({
      entry: entrySchema,
      /** The ids of all entries: a new start may have changed the order. */
      order: z.array(idSchema),
      savedAt: instantSchema,
      /** The `baseVersion` for the next change, if that was begun before this response arrived. */
      baseVersion: instantSchema,
    }),
  }),
  'entries.move': channel({
    /** Moves the entry to a day, before the given entry; `null` for the end of the day. */
    input: z.strictObject({ ...inEntry, day: daySchema, before: idSchema.nullable() }),
    output: changed,
  }),
  'entries.duplicate': channel({ input: z.strictObject(inEntry), output: withEntry }),
  'entries.delete': channel({ input: z.strictObject(inEntry), output: changed }),
  'entries.restore': channel({ input: z.strictObject(inEntry), output: changed }),
  /** Makes several changes in this order and saves them together; if one is refused, none is made. */
  'entries.edit': channel({
    input: z.strictObject({ ...inTrip, edits: z.array(entryEditSchema).max(MAX_EDITS) }),
    output: changed,
  }),
}
