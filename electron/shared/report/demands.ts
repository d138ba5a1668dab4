import { z } from 'zod'

/** What a target asks of the details of a post. Lengths are in characters. */
export const demandsSchema = z.strictObject({
  longestTitle: z.int().optional(),
  longestDescription: z.int().optional(),
  /** Whether it refuses a post without a description. */
  needsDescription: z.literal(true).optional(),
})

export type Demands = z.infer<typeof demandsSchema>
