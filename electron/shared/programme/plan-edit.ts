import { z } from 'zod'
import { attendanceSchema, roomPlaceSchema, sessionSchema, starSchema } from '../programme.ts'
import { daySchema } from '../time.ts'
import { idSchema } from '../trip.ts'

const line = z.string().max(10_000)

/** A change to the plan. */
export const planEditSchema = z.discriminatedUnion('edit', [
  z.strictObject({ edit: z.literal('star'), sessionId: idSchema, star: starSchema.nullable() }),
  z.strictObject({ edit: z.literal('attend'), sessionId: idSchema, attendance: attendanceSchema.nullable() }),
  z.strictObject({ edit: z.literal('hide-room'), room: line, isHidden: z.boolean() }),
  z.strictObject({ edit: z.literal('hide-track'), track: line, isHidden: z.boolean() }),
  z.strictObject({
    edit: z.literal('place-room'),
    room: line,
    place: roomPlaceSchema.nullable(),
  }),
  z.strictObject({ edit: z.literal('reminders'), isOn: z.boolean() }),
  z.strictObject({ edit: z.literal('evening'), day: daySchema, isDone: z.boolean() }),
  /** Adds the owner's own session, or replaces it. */
  z.strictObject({ edit: z.literal('own'), session: sessionSchema }),
  z.strictObject({ edit: z.literal('remove-own'), sessionId: idSchema }),
])

export type PlanEdit = z.infer<typeof planEditSchema>
