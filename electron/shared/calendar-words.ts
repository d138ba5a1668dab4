import { reportLanguages } from './report/language.ts'

/* The names of months and weekdays in the languages of reports, in lower case and without a dot at the end. */

const codes = reportLanguages.map(({ code }) => code)

type Style = 'long' | 'short'

function namesOf(part: 'month' | 'weekday', dates: readonly number[]): Map<string, number> {
  const names = new Map<string, number>()
  for (const code of codes) {
    for (const style of ['long', 'short'] satisfies Style[]) {
      // Formatted with a day: in some languages, a month's name is different on its own.
      const format = new Intl.DateTimeFormat(code, {
        ...(part === 'month' ? { day: 'numeric', month: style } : { weekday: style }),
        timeZone: 'UTC',
      })
      for (const [index, date] of dates.entries()) {
        const name = format.formatToParts(date).find(({ type }) => type === part)?.value ?? ''
        const word = name.toLowerCase().replace(/\.$/, '')
        if (!names.has(word)) names.set(word, index)
      }
    }
  }
  return names
}

/** Month names -> their numbers, from 1. */
export const months: ReadonlyMap<string, number> = new Map(
  [
    ...namesOf(
      'month',
      Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1)),
    ),
    ['sept', 8] as const,
  ].map(([name, index]) => [name, index + 1] as const),
)

/** Weekday names -> their numbers, from 0 for Sunday. */
export const weekdays: ReadonlyMap<string, number> = namesOf(
  'weekday',
  Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 5, 2 + day)),
)

/** The names as alternatives of a regular expression, the longest first. */
export function alternatives(names: ReadonlyMap<string, number>): string {
  return [...names.keys()].toSorted((a, b) => b.length - a.length).join('|')
}
