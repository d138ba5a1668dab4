import { z } from 'zod'
import type { Failure, FailureCode } from '../result.ts'
import type { DayValue, Message, MessageKey, Params, ParamValue } from './message.ts'

/*
 * Messages and failures at a process boundary. The compiler checks keys and codes, because both sides come from one build.
 * What makes them is a file of its own, which the start of the window loads without zod.
 */

const daySchema: z.ZodType<DayValue> = z.strictObject({ day: z.string() })

const paramSchema: z.ZodType<ParamValue> = z.lazy(() =>
  z.union([z.string(), z.number(), daySchema, messageSchema, z.array(paramSchema)]),
)

export const paramsSchema: z.ZodType<Params> = z.record(z.string(), paramSchema)

export const messageSchema: z.ZodType<Message> = z.strictObject({
  key: z.custom<MessageKey>((value) => typeof value === 'string'),
  params: paramsSchema,
})

export const failureSchema: z.ZodType<Failure> = z.strictObject({
  code: z.custom<FailureCode>((value) => typeof value === 'string'),
  params: paramsSchema,
})
