import { z } from 'zod'
import {
  type Message,
  type MessageKey,
  type Params,
  paramsSchema,
  type ParamsOf,
  verbatim,
} from './messages/message.ts'
import { render } from './messages/translate.ts'

/** Codes whose sentences are still written where they occur, and not in the catalogue. */
const uncataloguedCodes = [
  'input.invalid',
  'library.missing',
  'library.read-only',
  'trip.missing',
  'trip.damaged',
  'trip.newer',
  'entry.missing',
  'photo.missing',
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
  'export.target-exists',
  'export.cancelled',
  'export.missing',
  'link.refused',
  'shell.unavailable',
  'cancelled',
  'internal',
] as const

/** The codes of all failures: the catalogue's messages below `failure.`, and those that still have to move there. */
type CodeOf<K> = K extends `failure.${infer Code}` ? Code : never
type CataloguedCode = CodeOf<MessageKey>
export type FailureCode = CataloguedCode | (typeof uncataloguedCodes)[number]

/**
 * A failure. The code is for programs (the window chooses which help to offer, the command line its exit code);
 * together with its parameters, it identifies the message for the user: what happened, what is safe, what to do.
 */
export const failureSchema = z.strictObject({
  code: z.custom<FailureCode>((value) => typeof value === 'string'),
  params: paramsSchema.optional(),
  /** The message as text. */
  message: z.string(),
})

export type Failure = z.infer<typeof failureSchema>

/** The result of a function that can fail: errors are values, so that callers cannot forget them. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/**
 * Makes a failure from its code in the catalogue and the parameters of its message.
 *
 * @example fail('trip.title-missing')
 */
export function fail<C extends CataloguedCode>(
  code: C,
  ...params: ParamsOf<`failure.${C}`>
): { ok: false; error: Failure }
/** The same with a separate sentence, such as one that adds something to another failure's. */
export function fail(code: FailureCode, message: string): { ok: false; error: Failure }
export function fail(code: FailureCode, given: string | Params = {}): { ok: false; error: Failure } {
  if (typeof given === 'string') return { ok: false, error: { code, message: given } }
  const error = { code, params: given, message: '' }
  return { ok: false, error: { ...error, message: render(error) } }
}

/** A failure as a message, such as a finding, or a part of another message. */
export function messageOf(failure: Failure): Message {
  return isCatalogued(failure) ? { key: `failure.${failure.code}`, params: failure.params } : verbatim(failure.message)
}

/** Only {@link fail} with a code of the catalogue gives a failure parameters. */
function isCatalogued(failure: Failure): failure is Failure & { code: CataloguedCode; params: Params } {
  return failure.params !== undefined
}

/** Whether a failure is due to invalid input, which can be corrected. */
export const isInvalidInput = ({ code }: Failure): boolean => code.startsWith('input.')

/** Whether a failure only says that the user cancelled, which they know. */
export const wasCancelled = ({ code }: Failure): boolean => code.startsWith('cancelled.')

/** Ends a `switch` over a union: a missing case is a compile error. */
export function assertNever(value: never): never {
  throw new Error(`Not handled: ${JSON.stringify(value)}`)
}
