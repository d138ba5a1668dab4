import { type DayRef, toDay } from '../../shared/import-days.ts'
import { reportLanguages, wordsOf } from '../../shared/report/language.ts'
import { alternatives, months, weekdays } from '../../shared/calendar-words.ts'
import { readDay } from './read-day.ts'

const MAX_NUMBER = 31
/** Longer than any heading that names a day. */
const MAX_LENGTH = 200

/** "first" -> 1, and the like in all languages, as far as conferences last. */
const ordinals = new Map(
  [
    [
      'first',
      'erster',
      'premier',
      'première',
      'primer',
      'primero',
      'primo',
      'eerste',
      'primeiro',
      'one',
      'eins',
      'un',
      'uno',
      'i',
    ],
    [
      'second',
      'zweiter',
      'deuxième',
      'segundo',
      'secondo',
      'tweede',
      'two',
      'zwei',
      'deux',
      'dos',
      'due',
      'twee',
      'dois',
      'ii',
    ],
    [
      'third',
      'dritter',
      'troisième',
      'tercer',
      'tercero',
      'terzo',
      'derde',
      'terceiro',
      'three',
      'drei',
      'trois',
      'tres',
      'tre',
      'drie',
      'três',
      'iii',
    ],
    [
      'fourth',
      'vierter',
      'quatrième',
      'cuarto',
      'quarto',
      'vierde',
      'four',
      'vier',
      'quatre',
      'cuatro',
      'quattro',
      'quatro',
      'iv',
    ],
    ['fifth', 'fünfter', 'cinquième', 'quinto', 'vijfde', 'five', 'fünf', 'cinq', 'cinco', 'cinque', 'vijf', 'v'],
  ].flatMap((words, index) => words.map((word) => [word, index + 1] as const)),
)

/** "1st Day", "Tag 2" -> the number of the day. */
const numbered = new Map<string, number>(
  reportLanguages.flatMap(({ code }) =>
    Array.from({ length: MAX_NUMBER }, (_, index) => index + 1).flatMap((number) => [
      [wordsOf(code).ordinalDay(number).toLowerCase(), number] as const,
      [wordsOf(code).numberedDay(number).toLowerCase(), number] as const,
    ]),
  ),
)

const dayWords = 'day|tag|jour|journée|día|dia|giorno|dag'
const dayFirst = new RegExp(`^(?:${dayWords})\\s?#?(\\d{1,2}|${alternatives(ordinals)})$`)
const dayLast = new RegExp(
  `^(?:the\\s|der\\s|le\\s|el\\s|il\\s|de\\s|o\\s)?(${alternatives(ordinals)})\\s(?:${dayWords})$`,
)
const monthDay = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th|er|\\.º|\\.|º)?\\s(?:of\\s|de\\s)?(${alternatives(months)})\\.?$`,
)
const monthFirst = new RegExp(`^(${alternatives(months)})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?$`)
const partOfDay =
  /\s(?:morning|afternoon|evening|night|noon|vormittag|nachmittag|abend|matin|après-midi|soir|mañana|tarde)$/

/**
 * The day that a heading is about: "1st Day", "Day 2: Talks", "Tuesday", "Tuesday, 14 April 2026". Words after a
 * separator may follow. `null` if the heading is about something else.
 */
export function dayOfHeading(heading: string): DayRef | null {
  const [first, ...others] = segmentsOf(heading)
  if (first === undefined || dayOfSegment(first) === null) return null
  return best([first, ...others])
}

/** The day that any part of a title names: "FOSDEM 2026 - Day 2". */
export function dayOfTitle(title: string): DayRef | null {
  return best(segmentsOf(title))
}

function segmentsOf(text: string): string[] {
  if (text.length > MAX_LENGTH) return []
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(\d{1,2}(?:st|nd|rd|th)?), (\d{4})\b/g, '$1 $2')
    .split(/\s*[:,|·•()–—]\s*|\s-\s/u)
    .map((part) => part.replace(/^[^\p{L}\d]+|[^\p{L}\d.º]+$/gu, ''))
    .filter(Boolean)
}

const precedence: readonly DayRef['by'][] = ['date', 'month-day', 'number', 'weekday']

/** The most exact of the days that the parts of a heading name; `null` if they contradict each other. */
function best(segments: readonly string[]): DayRef | null {
  const refs = segments.flatMap((segment) => dayOfSegment(segment) ?? [])
  const found = precedence.flatMap((by) => refs.find((ref) => ref.by === by) ?? []).at(0)
  const weekday = refs.find((ref) => ref.by === 'weekday')
  if (found?.by === 'date' && weekday?.by === 'weekday') {
    if (new Date(`${found.date}T00:00:00Z`).getUTCDay() !== weekday.weekday) return null
  }
  return found ?? null
}

function dayOfSegment(segment: string): DayRef | null {
  const number = numberOf(segment)
  if (number !== null) return { by: 'number', number }
  const whole = weekdayOf(segment.replace(partOfDay, ''))
  if (whole !== null) return { by: 'weekday', weekday: whole }
  // "tuesday 14 april" has no separator.
  const [head = '', ...tail] = segment.split(' ')
  const hasWeekday = tail.length > 0 && weekdays.has(head.replace(/\.$/, ''))
  const words = hasWeekday ? tail.join(' ') : segment
  const date = readDay(words)
  if (date !== null) {
    const isWrong = hasWeekday && new Date(`${date}T00:00:00Z`).getUTCDay() !== weekdays.get(head.replace(/\.$/, ''))
    return isWrong ? null : { by: 'date', date }
  }
  const [, day, month] = monthDay.exec(words) ?? swapped(monthFirst.exec(words))
  const found = months.get(month ?? '')
  // Any leap year: whether the day exists is decided with the year.
  if (day === undefined || found === undefined || toDay(2024, found, Number(day)) === null) return null
  return { by: 'month-day', month: found, day: Number(day) }
}

function swapped(match: RegExpExecArray | null): (string | undefined)[] {
  return match === null ? [] : [match[0], match[2], match[1]]
}

function numberOf(segment: string): number | null {
  const known = numbered.get(segment)
  if (known !== undefined) return known
  const [, word] = dayFirst.exec(segment) ?? dayLast.exec(segment) ?? []
  if (word === undefined) return null
  const number = ordinals.get(word) ?? Number(word)
  return number <= MAX_NUMBER ? number : null
}

/** Only names in full: "So" and "Do" are words too. */
function weekdayOf(segment: string): number | null {
  return segment.length >= 5 ? (weekdays.get(segment) ?? null) : null
}
