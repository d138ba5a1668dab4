import { z } from 'zod'
import { instantSchema } from './time.ts'

/**
 * What may be known of an error by whoever reads a log: nothing of it was typed, no file or folder of the user's is named
 * in it. Made by `scrubError`.
 */
export const scrubbedErrorSchema = z.strictObject({
  /** The kind of error, as `TypeError`. */
  name: z.string().regex(/^[A-Za-z]{1,40}$/),
  /** What the system calls it, as `ENOSPC`. */
  code: z
    .string()
    .regex(/^E[A-Z0-9_]{1,60}$/)
    .nullable(),
  /** What was asked of the system, as `rename`. */
  call: z
    .string()
    .regex(/^[a-z]{1,20}$/)
    .nullable(),
  /** The part of its message that the runtime always says in the same words. */
  said: z
    .string()
    .regex(/^[A-Za-z #0-9]{1,80}$/)
    .nullable(),
  /** Where in Lanyard's own files it happened, innermost first: `main/index.js:120:14`. */
  at: z.array(z.string().regex(/^[a-z]+[/:][A-Za-z0-9_./-]{1,100}:\d{1,9}:\d{1,9}$/)).max(12),
})

export type ScrubbedError = z.infer<typeof scrubbedErrorSchema>

/** What went wrong in the page: thrown, in a promise that nobody waited for, or while a part of it was drawn. */
export const problemKinds = ['thrown', 'rejected', 'drawing'] as const

export const problemSchema = z.strictObject({ kind: z.enum(problemKinds), error: scrubbedErrorSchema })

/** What the shell tells the page of what has gone wrong around it, to be said calmly. */
export const noticeSchema = z.discriminatedUnion('kind', [
  /** The page's process had died. What was saved up to then is there; `null`: nothing was saved in this run. */
  z.strictObject({ kind: z.literal('reopened'), savedAt: instantSchema.nullable() }),
  /** The process that draws had died; `again`: so often that it is worth doing without the graphics card. */
  z.strictObject({ kind: z.literal('graphics'), again: z.boolean() }),
  /** How things are drawn was changed for the next start. */
  z.strictObject({ kind: z.literal('graphics-chosen'), graphics: z.enum(['hardware', 'software']) }),
  /** An error in the program that nobody had foreseen. It goes on. */
  z.strictObject({ kind: z.literal('error') }),
])

export type Problem = z.infer<typeof problemSchema>
export type Notice = z.infer<typeof noticeSchema>
export type Graphics = Extract<Notice, { kind: 'graphics-chosen' }>['graphics']
