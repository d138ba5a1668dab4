/*
 * Reads fields of JSON that others wrote: a field may be missing, `null`, or of another type than its format says. What
 * makes no sense is as good as missing.
 */

/** An object whose fields are unknown. */
export type Fields = Readonly<Record<string, unknown>>

/** The value as an object; an empty one if it is not an object. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The items of a list, or the values of an object that is used as one. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return isFields(value) ? Object.values(value) : []
}

/** The objects in a list, or in an object that is used as one. */
export function objectsOf(value: unknown): readonly Fields[] {
  return listOf(value).filter(isFields)
}

const LANGUAGE = /^[a-z]{2,3}([-_][a-z0-9]+)*$/i

/**
 * A value as words: a text, a number, or a text in several languages, of which English is taken, or else the first that
 * is not empty. An object with a name or title counts as that.
 */
export function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (!isFields(value)) return ''
  const named = value['name'] ?? value['title'] ?? value['label']
  if (named !== undefined && named !== null) return isFields(named) ? localised(named) : wordsOf(named)
  return localised(value)
}

function localised(value: Fields): string {
  const texts = Object.entries(value).flatMap(([language, text]) =>
    LANGUAGE.test(language) && typeof text === 'string' && text.trim() !== '' ? [{ language, text }] : [],
  )
  return (texts.find(({ language }) => /^en\b/i.test(language)) ?? texts[0])?.text ?? ''
}

/** The first of these fields that says something, in words. */
export function firstWords(fields: Fields, ...names: readonly string[]): string {
  for (const name of names) {
    const words = wordsOf(fields[name])
    if (words.trim() !== '') return words
  }
  return ''
}

/** The first of these fields that is not missing. */
export function firstOf(fields: Fields, ...names: readonly string[]): unknown {
  for (const name of names) {
    const value = fields[name]
    if (value !== undefined && value !== null && value !== '') return value
  }
  return undefined
}
