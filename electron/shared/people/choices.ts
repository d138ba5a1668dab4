import { z } from 'zod'
import { dated } from '../dated.ts'
import { foldName } from '../fold-text.ts'
import { instantSchema } from '../time.ts'
import { idSchema, linkSchema } from '../trip.ts'

const line = z.string().max(10_000)
const text = z.string().max(1024 * 1024)

/** What the user says about a person; `null` where the trip's entries and programme decide. */
export const personChoiceSchema = z.strictObject({
  /** The person's name without case, accents and spaces: see {@link personKey}. */
  key: line,
  /** The name as the user wants it spelt. */
  name: dated(line).nullable(),
  role: dated(line).nullable(),
  affiliation: dated(line).nullable(),
  links: dated(z.array(linkSchema).max(100)).nullable(),
  note: dated(text).nullable(),
})

/** Whether two names are of one person. */
export const pairChoiceSchema = z.strictObject({
  /** The keys of the names, in order; twice the same if it is about a namesake in another trip. */
  keys: z.tuple([line, line]),
  /** The other trip; `null` if both names are in this one. */
  otherTripId: idSchema.nullable(),
  /** `null` takes an earlier choice back. */
  isSame: z.boolean().nullable(),
  changedAt: instantSchema,
})

/** The content of `people.json`. The people themselves are found in the entries and the programme each time. */
export const peopleChoicesSchema = z.strictObject({
  people: z.array(personChoiceSchema).max(10_000),
  pairs: z.array(pairChoiceSchema).max(10_000),
})

export type PersonChoice = z.infer<typeof personChoiceSchema>
export type PairChoice = z.infer<typeof pairChoiceSchema>
export type PeopleChoices = z.infer<typeof peopleChoicesSchema>

/** The choices of a trip for which none was made. */
export const noChoices: PeopleChoices = { people: [], pairs: [] }

/** What identifies a person in a trip: the name without case, accents and differences in spaces and hyphens. */
export function personKey(name: string): string {
  return foldName(name.replaceAll(/[-‐‑–.]/g, ' '))
}

/** A change to what the user says about people. `null` takes a value back. */
export const peopleEditSchema = z.discriminatedUnion('edit', [
  z.strictObject({ edit: z.enum(['name', 'role', 'affiliation']), key: line, value: line.nullable() }),
  z.strictObject({ edit: z.literal('note'), key: line, value: text.nullable() }),
  z.strictObject({ edit: z.literal('links'), key: line, value: z.array(linkSchema).max(100).nullable() }),
  z.strictObject({
    edit: z.literal('pair'),
    /** The keys of the two names. */
    one: line,
    other: line,
    otherTripId: idSchema.nullable(),
    isSame: z.boolean().nullable(),
  }),
])

export type PeopleEdit = z.infer<typeof peopleEditSchema>
