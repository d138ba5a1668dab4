import { z } from 'zod'
import { daySchema } from '../time.ts'
import { entryChangesSchema, entryKinds, idSchema } from '../trip.ts'

/** Maximum number of edits that are saved together. Each takes time in a trip with very many entries. */
export const MAX_EDITS = 1_000

/** A change to one entry that can be saved together with changes to others. */
export const entryEditSchema = z.discriminatedUnion('edit', [
  z.strictObject({ edit: z.literal('save'), entryId: idSchema, changes: entryChangesSchema }),
  /** Moves it to a day, before the given entry; `null` for the end of the day. */
  z.strictObject({ edit: z.literal('move'), entryId: idSchema, day: daySchema, before: idSchema.nullable() }),
  z.strictObject({ edit: z.literal('kind'), entryId: idSchema, kind: z.enum(entryKinds) }),
  z.strictObject({ edit: z.literal('delete'), entryId: idSchema }),
  /** Puts a deleted entry back before the given entry of its day, or at the end; if missing, to where it was. */
  z.strictObject({ edit: z.literal('restore'), entryId: idSchema, before: idSchema.nullable().optional() }),
])

export type EntryEdit = z.infer<typeof entryEditSchema>
