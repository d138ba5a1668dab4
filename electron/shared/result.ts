import type { Message, MessageKey, Params, ParamsOf } from './messages/message.ts'

type CodeOf<K> = K extends `failure.${infer Code}` ? Code : never

/** The code of a failure: the name of a message in the catalogue, without `failure.` at its beginning. */
export type FailureCode = CodeOf<MessageKey>

/**
 * A failure. The code is for programs (the window chooses which help to offer, the command line its exit code);
 * together with its parameters, it identifies the message for the user: what happened, what is safe, what to do.
 */
export interface Failure {
  code: FailureCode
  params: Params
}

/** The result of a function that can fail: errors are values, so that callers cannot forget them. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/**
 * Makes a failure from its code in the catalogue and the parameters of its message.
 *
 * @example fail('photo.missing', { file: 'stage.png', folder: 'photos' })
 */
export function fail<C extends FailureCode>(
  code: C,
  ...[params]: ParamsOf<`failure.${C}`>
): { ok: false; error: Failure } {
  return { ok: false, error: { code, params: params ?? {} } }
}

/** A failure as a message, such as a finding, or a part of another message. */
export const messageOf = ({ code, params }: Failure): Message => ({ key: `failure.${code}`, params })

/** Whether a failure is due to invalid input, which can be corrected. */
export const isInvalidInput = ({ code }: Failure): boolean => code.startsWith('input.')

/** Whether a failure only says that the user cancelled, which they know. */
export const wasCancelled = ({ code }: Failure): boolean => code.startsWith('cancelled.')

/** Ends a `switch` over a union: a missing case is a compile error. */
export function assertNever(value: never): never {
  throw new Error(`Not handled: ${JSON.stringify(value)}`)
}
