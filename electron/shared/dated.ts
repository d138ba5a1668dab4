import { z } from 'zod'
import { instantSchema } from './time.ts'

/** A choice that can be changed on two computers: the later one holds. */
export const dated = <T extends z.ZodType>(value: T) => z.strictObject({ value, changedAt: instantSchema })
