import type { MessageParams } from './message-params.ts'

/** The name of a message in the catalogue, such as `library.new-trip`. */
export type MessageKey = keyof MessageParams

/** The name of a message without parameters. */
export type PlainKey = { [K in MessageKey]: keyof MessageParams[K] extends never ? K : never }[MessageKey]

/** A calendar date (`YYYY-MM-DD`), which is formatted for the language. */
export interface DayValue {
  day: string
}

/**
 * What can be inserted into a message: text, a number, a date, another message, or a list of these, which is formatted
 * for the language.
 */
export type ParamValue = string | number | DayValue | Message | readonly ParamValue[]

export type Params = Readonly<Record<string, ParamValue>>

/** A sentence that has not been translated yet: it can be stored, compared and sent, and shown in any language. */
export interface Message {
  key: MessageKey
  params: Params
}

/** The arguments after a key: none for a message without parameters. */
export type ParamsOf<K extends MessageKey> = keyof MessageParams[K] extends never ? [] : [params: MessageParams[K]]

/**
 * A message and its parameters, both checked against the catalogue.
 *
 * @example message('library.trip-count', { count: 3 })
 */
export function message<K extends MessageKey>(key: K, ...[params]: ParamsOf<K>): Message {
  return { key, params: params ?? {} }
}

/** A text that needs no translation, or has none yet, as a message. */
export const verbatim = (text: string): Message => message('text.verbatim', { text })

/** Names in quotation marks, as a list. If `max` is given and there are more names, the last item counts the others. */
export function quoted(names: readonly string[], max: number = names.length): Message[] {
  const shown = names.slice(0, max).map((name) => message('text.quoted', { name }))
  return names.length > max ? [...shown, message('count.more', { count: names.length - max })] : shown
}
