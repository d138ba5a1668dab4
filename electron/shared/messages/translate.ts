import format, { type FormatOptions, type FormatValues } from 'icu-minify/format'
import type { Failure } from '../result.ts'
import type { Catalogue } from './catalogue.ts'
import { englishAtStart } from './english-at-start.ts'
import { languages, type LanguageTag } from './languages.ts'
import type { DayValue, Message, MessageKey, Params, ParamsOf, ParamValue } from './message.ts'
import type { RichParams } from './message-params.ts'

/** The language of this process or page. Until {@link speak} is called, messages are in English. */
let language: LanguageTag = 'en'
let catalogue: Catalogue = englishAtStart

/** Switches to another language. English is always available and takes no time. */
export async function speak(tag: LanguageTag): Promise<void> {
  if (tag === language) return
  const loaded = await languages[tag].load()
  language = tag
  catalogue = loaded
}

/** Pending or done; `null` before it starts, or if it has failed and can be retried. */
let rest: Promise<void> | null = null

/**
 * Resolves when all messages are loaded, not only those of the page's first screen. Anything shown later, such as a
 * dialog or a failure, waits for this.
 */
export function everyMessage(): Promise<void> {
  rest ??= loadRest().catch((error: unknown) => {
    rest = null
    throw error
  })
  return rest
}

/**
 * Loads code that is not in the page's first file together with all messages, so that it is never shown without its
 * words.
 *
 * @example await withMessages(() => import('../help/keys-dialog.tsx'))
 */
export async function withMessages<T>(load: () => Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([load(), everyMessage()])
  return loaded
}

async function loadRest(): Promise<void> {
  const tag = language
  const loaded = await languages[tag].load()
  // Switching to another language has loaded all of its messages.
  if (tag === language) catalogue = loaded
}

/** How text that is inserted into a message is shown. */
let showValue = (value: string): string => value

/** Changes how text that is inserted into messages is shown, for a shell in which some characters have an effect. */
export function showValuesAs(show: (value: string) => string): void {
  showValue = show
}

/** The current language, as a BCP 47 tag for `lang` attributes. */
export const spokenLanguage = (): LanguageTag => language

/** The current locale for dates, numbers and lists. */
export const locale = (): string => languages[language].locale

/**
 * Translates a message.
 *
 * @example t('library.trip-count', { count: 3 }) // "3 trips"
 */
export function t<K extends MessageKey>(key: K, ...[params]: ParamsOf<K>): string {
  return write(key, params ?? {})
}

/** Translates a message or a failure that was created elsewhere. */
export function render(what: Message | Failure): string {
  return write('key' in what ? what.key : `failure.${what.code}`, what.params)
}

/**
 * A message with marked-up parts, such as `Press <key>Enter</key>`: each tag is a function that receives its content.
 * The parts are returned in order, to be rendered among other elements.
 */
export function rich<K extends keyof RichParams<Part>, Part>(
  key: K,
  params: RichParams<Part>[K] & Readonly<Record<string, ParamValue | ((inside: string) => Part)>>,
): (string | Part)[] {
  const values: Record<string, FormatValues<Part>[string]> = {}
  for (const [name, value] of Object.entries<ParamValue | ((inside: string) => Part)>(params)) {
    values[name] = typeof value === 'function' ? (chunks) => value(chunks.join('')) : inWords(value)
  }
  const parts = format<Part>(catalogue(key) ?? key, locale(), values, { formatters })
  return Array.isArray(parts) ? parts : [parts]
}

/** A date (`YYYY-MM-DD`) with its weekday: "Tuesday, 14 April 2026". */
export function formatFullDate(day: string): string {
  const midnight = new Date(`${day}T00:00:00Z`)
  const part = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale(), { ...options, timeZone: 'UTC' }).format(midnight)
  // Versions of Intl disagree about the comma, so the order of the two is a message.
  return t('date.with-weekday', {
    weekday: part({ weekday: 'long' }),
    date: part({ day: 'numeric', month: 'long', year: 'numeric' }),
  })
}

/** A list formatted for the language: "a, b and c"; as a disjunction "a, b or c", as a unit "a, b, c". */
export function listOf(items: readonly string[], type: Intl.ListFormatType = 'conjunction'): string {
  return listFormat(locale(), type).format(items)
}

function write(key: string, params: Params): string {
  const message = catalogue(key)
  // The page's first messages are available at once; whatever needs others is rendered again when they have been
  // loaded.
  if (message === undefined) return ''
  const values: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(params)) values[name] = inWords(value)
  return String(format(message, locale(), values, { formatters }))
}

function inWords(value: ParamValue): string | number {
  if (typeof value === 'string') return showValue(value)
  if (typeof value === 'number') return value
  if (isList(value)) return listOf(value.map((item) => String(inWords(item))))
  return 'day' in value ? formatFullDate(value.day) : render(value)
}

// `Array.isArray` cannot distinguish a readonly array from an object.
const isList = (value: DayValue | Message | readonly ParamValue[]): value is readonly ParamValue[] =>
  Array.isArray(value)

/** Creating one of Intl's formatters costs more than a thousand uses of it. */
function remember<A extends unknown[], F>(make: (...args: A) => F): (...args: A) => F {
  const made = new Map<string, F>()
  return (...args) => {
    const key = JSON.stringify(args)
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(...args)
    made.set(key, fresh)
    return fresh
  }
}

const listFormat = remember((of: string, type: Intl.ListFormatType) => new Intl.ListFormat(of, { type }))

/** Intl's formatters, each created once. */
export const numberFormat = remember(
  (...args: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...args),
)
export const dateFormat = remember(
  (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args),
)

const formatters: FormatOptions['formatters'] = {
  getDateTimeFormat: dateFormat,
  getNumberFormat: numberFormat,
  getPluralRules: remember((...args) => new Intl.PluralRules(...args)),
}
