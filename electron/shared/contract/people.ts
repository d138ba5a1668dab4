import { z } from 'zod'
import { peopleChoicesSchema, peopleEditSchema } from '../people/choices.ts'
import { daySchema, instantSchema } from '../time.ts'
import { entryKinds, idSchema } from '../trip.ts'
import { channel, inTrip } from './channel.ts'

const line = z.string()

/** An entry of another trip that names a person. */
export const occurrenceSchema = z.strictObject({
  tripId: idSchema,
  tripTitle: line,
  firstDay: daySchema,
  entryId: idSchema,
  kind: z.enum(entryKinds),
  /** Where and how they met: "in the queue for coffee"; empty if the entry does not say. */
  context: line,
  role: line,
  affiliation: line,
})

/** Somebody whom other trips name, by the key of the name. Whether it is the same person, only the user knows. */
export const knownPersonSchema = z.strictObject({
  key: line,
  name: line,
  /** The latest trip first. */
  occurrences: z.array(occurrenceSchema),
})

/** The people of trips. Those of one trip are found in its entries and its programme: see `gatherPeople`. */
export const peopleChannels = {
  /** What the user says about the people of a trip. */
  'people.read': channel({ input: z.strictObject(inTrip), output: peopleChoicesSchema }),
  'people.edit': channel({
    input: z.strictObject({ ...inTrip, edits: z.array(peopleEditSchema).max(10_000) }),
    output: z.strictObject({ choices: peopleChoicesSchema, savedAt: instantSchema }),
  }),
  /** The people of the entries of all trips but one. */
  'people.known': channel({
    input: z.strictObject({ exceptTripId: idSchema.nullable() }),
    output: z.strictObject({ people: z.array(knownPersonSchema) }),
    isPatient: true,
  }),
}

export const peopleEvents = {
  /** What is said about the people of a trip has changed: here, or on another computer. */
  'people.changed': z.strictObject(inTrip),
}

export type Occurrence = z.infer<typeof occurrenceSchema>
export type KnownPerson = z.infer<typeof knownPersonSchema>
