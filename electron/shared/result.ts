import { z } from 'zod'

/**
 * Every way in which Lanyard says no. A code is for programs (the window decides by it which help to offer, the command
 * line which exit code), the message beside it is for people.
 */
export const failureCodes = [
  'input.invalid',
  'library.missing',
  'library.read-only',
  'trip.missing',
  'trip.damaged',
  'trip.newer',
  'entry.missing',
  'photo.missing',
  'photo.unsupported',
  'photo.too-large',
  'trash.missing',
  'version.missing',
  'version.damaged',
  'conflict.missing',
  'disk.full',
  'disk.denied',
  'disk.read-only',
  'disk.gone',
  'disk.failed',
  'import.nothing',
  'import.not-text',
  'import.too-large',
  'import.unknown',
  'import.damaged',
  'import.stopped',
  'import.cancelled',
  'archive.gone',
  'archive.here',
  'export.unknown-target',
  'export.target-exists',
  'export.too-large',
  'export.cancelled',
  'export.missing',
  'link.refused',
  'shell.unavailable',
  'cancelled',
  'internal',
] as const

export const failureSchema = z.strictObject({
  code: z.enum(failureCodes),
  /** One or two sentences: what happened, what is safe, what to do. */
  message: z.string(),
})

export type FailureCode = (typeof failureCodes)[number]
export type Failure = z.infer<typeof failureSchema>

/** What a function that may be refused returns: errors are values, so that no caller forgets them. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export const fail = (code: FailureCode, message: string): { ok: false; error: Failure } => ({
  ok: false,
  error: { code, message },
})

/** Ends a `switch` over a union: a member that was forgotten does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Not handled: ${JSON.stringify(value)}`)
}
