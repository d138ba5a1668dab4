import { z } from 'zod'
import { conflictSchema } from '../history.ts'
import { failureSchema } from '../messages/message-schema.ts'
import { idSchema, tripChangesSchema, tripDetailsSchema, tripSchema } from '../trip.ts'
import { channel, changed, inTrip, nothing } from './channel.ts'
import { trashedTripSchema } from './library.ts'

/** Trips; their contents have channels of their own. */
export const tripChannels = {
  'trips.create': channel({ input: tripDetailsSchema, output: changed }),
  'trips.open': channel({ input: z.strictObject(inTrip), output: tripSchema }),
  /** Why the trip can be read but not changed; `null` if it can be changed. */
  'trips.access': channel({
    input: z.strictObject(inTrip),
    output: z.strictObject({ refusal: failureSchema.nullable() }),
  }),
  'trips.save': channel({ input: z.strictObject({ ...inTrip, changes: tripChangesSchema }), output: changed }),
  'trips.delete': channel({ input: z.strictObject(inTrip), output: trashedTripSchema }),
  'trips.addSample': channel({ input: nothing, output: z.array(tripSchema) }),
}

export const tripEvents = {
  /** Another program changed the trip, or its folder appeared or disappeared: read it again. */
  'trip.changed': z.strictObject(inTrip),
  /** Changes from another computer's copy were merged into the trip when it was opened. */
  'trip.merged': z.strictObject({ tripId: idSchema, conflicts: z.array(conflictSchema) }),
}
