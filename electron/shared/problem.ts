import { z } from 'zod'
import { instantSchema } from './time.ts'

/**
 * What may be logged about an error: nothing that the user typed, and no names of files or folders. Made by
 * `scrubError`.
 */
export const scrubbedErrorSchema = z.strictObject({
  /** The type of error, such as `TypeError`. */
  name: z.string().regex(/^[A-Za-z]{1,40}$/),
  /** The system's code, such as `ENOSPC`. */
  code: z
    .string()
    .regex(/^E[A-Z0-9_]{1,60}$/)
    .nullable(),
  /** The system call, such as `rename`. */
  call: z
    .string()
    .regex(/^[a-z]{1,20}$/)
    .nullable(),
  /** The part of its message that is a fixed text of the runtime. */
  said: z
    .string()
    .regex(/^[A-Za-z #0-9]{1,80}$/)
    .nullable(),
  /** The stack in Lanyard's own files, innermost first: `main/index.js:120:14`. */
  at: z.array(z.string().regex(/^[a-z]+[/:][A-Za-z0-9_./-]{1,100}:\d{1,9}:\d{1,9}$/)).max(12),
})

export type ScrubbedError = z.infer<typeof scrubbedErrorSchema>

/** How an error occurred in the page: thrown, in an unhandled promise, or while rendering. */
export const problemKinds = ['thrown', 'rejected', 'drawing'] as const

export const problemSchema = z.strictObject({ kind: z.enum(problemKinds), error: scrubbedErrorSchema })

/** A problem outside the page that the shell reports to the page, to be shown calmly. */
export const noticeSchema = z.discriminatedUnion('kind', [
  /** The page's process crashed. Everything saved up to then is there; `null` if nothing was saved in this run. */
  z.strictObject({ kind: z.literal('reopened'), savedAt: instantSchema.nullable() }),
  /**
   * The graphics process crashed; `again` if it did so often enough that working without the graphics card is worth
   * trying.
   */
  z.strictObject({ kind: z.literal('graphics'), again: z.boolean() }),
  /** The choice of graphics was changed for the next start. */
  z.strictObject({ kind: z.literal('graphics-chosen'), graphics: z.enum(['hardware', 'software']) }),
  /** An unexpected error in the program, which continues to run. */
  z.strictObject({ kind: z.literal('error') }),
])

export type Problem = z.infer<typeof problemSchema>
export type Notice = z.infer<typeof noticeSchema>
export type Graphics = Extract<Notice, { kind: 'graphics-chosen' }>['graphics']
