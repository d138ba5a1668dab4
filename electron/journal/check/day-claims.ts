import { addDays, daysBetween } from '../../shared/time.ts'
import type { Trip } from '../../shared/trip.ts'
import { foldText } from '../../shared/fold-text.ts'

/** Words of a text that name a day: "2nd day", "Day 2", "Wednesday", "15 April". */
export interface DayClaim {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly form: 'number' | 'weekday' | 'date'
  /** Whether the words can mean a day. */
  readonly means: (day: string) => boolean
  /** The same words for another day; `null` if there is no such form. */
  readonly wordsFor: (day: string) => string | null
}

/** The days by which a trip counts. */
export interface DayCount {
  readonly firstDay: string
  readonly lastDay: string
  /** First days from which days may be counted: the trip's, and the programme's. */
  readonly starts: readonly string[]
  readonly ends: readonly string[]
  readonly language: string
}

export function dayCount({ firstDay, lastDay, language }: Trip, days: readonly string[]): DayCount {
  const sorted = days.toSorted()
  const starts = [...new Set([sorted[0] ?? firstDay, firstDay])]
  return { firstDay, lastDay, starts, ends: [...new Set([sorted.at(-1) ?? lastDay, lastDay])], language }
}

const english = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
const cardinals = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

interface Numbering {
  /** The words for each day, the first for the first. */
  words: readonly string[]
  pattern: RegExp
}

/** Ordinals before the word for a day, in the languages of reports. The first group is the ordinal. */
const ordinals: readonly Numbering[] = [
  {
    words: english,
    pattern: new RegExp(`\\b(${english.join('|')})(?= (?:conference |conf |main |full )?days?\\b)`, 'giu'),
  },
  ...[
    ['erste', 'zweite', 'dritte', 'vierte', 'fünfte', 'sechste'],
    ['ersten', 'zweiten', 'dritten', 'vierten', 'fünften', 'sechsten'],
    ['erster', 'zweiter', 'dritter', 'vierter', 'fünfter', 'sechster'],
  ].map((words) => ({ words, pattern: before(words, '(?:Konferenz|Messe)?tage?s?') })),
  {
    words: ['premier', 'deuxième', 'troisième', 'quatrième', 'cinquième'],
    pattern: before(['premier', 'deuxième', 'troisième', 'quatrième', 'cinquième'], 'jours?'),
  },
  {
    words: ['première', 'deuxième', 'troisième', 'quatrième', 'cinquième'],
    pattern: before(['première', 'deuxième', 'troisième', 'quatrième', 'cinquième'], 'journée'),
  },
  {
    words: ['primer', 'segundo', 'tercer', 'cuarto', 'quinto'],
    pattern: before(['primer', 'segundo', 'tercer', 'cuarto', 'quinto'], 'día'),
  },
  {
    words: ['primo', 'secondo', 'terzo', 'quarto', 'quinto'],
    pattern: before(['primo', 'secondo', 'terzo', 'quarto', 'quinto'], 'giorno'),
  },
  {
    words: ['eerste', 'tweede', 'derde', 'vierde', 'vijfde'],
    pattern: before(['eerste', 'tweede', 'derde', 'vierde', 'vijfde'], '(?:conferentie)?dag'),
  },
  {
    words: ['primeiro', 'segundo', 'terceiro', 'quarto', 'quinto'],
    pattern: before(['primeiro', 'segundo', 'terceiro', 'quarto', 'quinto'], 'dia'),
  },
]

function before(words: readonly string[], noun: string): RegExp {
  return new RegExp(`(?<![\\p{L}])(${words.join('|')})(?= ${noun}(?![\\p{L}]))`, 'giu')
}

/** "2nd day", "2. Tag", "2e jour", "2.º día": the first group is the number, the second its ending. */
const numberBefore =
  /(?<![\p{L}\p{N}])(\d{1,2})(st|nd|rd|th|er|ère|ème|e|\.º|º|\.)?(?= ?(?:conference )?(?:day|tag|konferenztag|jour|journée|día|giorno|dag|dia)(?![\p{L}]))/giu
/** "Day 2", "day two", "Tag 2": the first group is the number. */
const numberAfter = new RegExp(
  `(?<![\\p{L}])(?:days?|tag|jour|día|giorno|dag|dia)\\s+(\\d{1,2}|${cardinals.join('|')})(?![\\p{L}\\p{N}.,:]\\p{N}|[\\p{L}\\p{N}])`,
  'giu',
)
const lastDay = /\b(last|final)(?= (?:conference )?day\b)/giu

const suffix = new Intl.PluralRules('en', { type: 'ordinal' })
const suffixes: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }

/** All words of a text that name a day. */
export function dayClaims(text: string, count: DayCount): DayClaim[] {
  const claims: DayClaim[] = []
  const numbered = (number: number) => (day: string) =>
    count.starts.some((start) => daysBetween(start, day) + 1 === number)
  const numberOf = (day: string) => daysBetween(count.starts[0] ?? count.firstDay, day) + 1
  const add = (match: RegExpMatchArray, claim: Omit<DayClaim, 'from' | 'to' | 'text'>) => {
    const [words] = match
    const from = match.index ?? 0
    claims.push({ ...claim, from, to: from + words.length, text: words })
  }
  for (const { words, pattern } of ordinals) {
    for (const match of text.matchAll(pattern)) {
      const number = words.findIndex((word) => foldText(word) === foldText(match[0])) + 1
      const wordsFor = (day: string) => likeCase(match[0], words[numberOf(day) - 1] ?? null)
      add(match, { form: 'number', means: numbered(number), wordsFor })
    }
  }
  for (const match of text.matchAll(numberBefore)) {
    const ending = match[2] ?? ''
    const wordsFor = (day: string) =>
      `${numberOf(day)}${/^(?:st|nd|rd|th)$/i.test(ending) ? englishEnding(numberOf(day)) : ending}`
    // "3 days" and "5 day trip" count days rather than name one.
    if (ending !== '') add(match, { form: 'number', means: numbered(Number(match[1])), wordsFor })
  }
  for (const match of text.matchAll(numberAfter)) {
    const [words, digits = ''] = match
    const word = cardinals.indexOf(digits.toLowerCase()) + 1
    const wordsFor = (day: string) => {
      const right = word > 0 ? cardinals[numberOf(day) - 1] : String(numberOf(day))
      return right === undefined ? null : words.slice(0, -digits.length) + (likeCase(digits, right) ?? right)
    }
    add(match, { form: 'number', means: numbered(word > 0 ? word : Number(digits)), wordsFor })
  }
  for (const match of text.matchAll(lastDay)) {
    const wordsFor = (day: string) => likeCase(match[0], english[numberOf(day) - 1] ?? null)
    add(match, { form: 'number', means: (day) => count.ends.includes(day), wordsFor })
  }
  addCalendar(text, count, add)
  return claims.toSorted((a, b) => a.from - b.from)
}

const englishEnding = (number: number) => suffixes[suffix.select(number)] ?? 'th'

function likeCase(written: string, right: string | null): string | null {
  if (right === null) return null
  return /^\p{Lu}/u.test(written) ? right.charAt(0).toUpperCase() + right.slice(1) : right
}

type Add = (match: RegExpMatchArray, claim: Omit<DayClaim, 'from' | 'to' | 'text'>) => void

interface Calendar {
  readonly weekdays: readonly string[]
  readonly months: readonly string[]
  readonly weekday: RegExp
  readonly dayFirst: RegExp
  readonly monthFirst: RegExp
}

const calendars = new Map<string, Calendar>()

/** The names of a language, and the patterns for them, which take longer to make than a text to read. */
function calendarOf(language: string): Calendar {
  const known = calendars.get(language)
  if (known !== undefined) return known
  const { weekdays, months } = namesIn(language)
  const month = months.join('|')
  const made = {
    weekdays,
    months,
    weekday: new RegExp(`(?<![\\p{L}])(${weekdays.join('|')})(?:s)?(?![\\p{L}])`, 'giu'),
    dayFirst: new RegExp(
      `(?<![\\p{N}\\p{L}–-])(\\d{1,2})(st|nd|rd|th|\\.)?(?: of)?( )(?:de )?(${month})(?![\\p{L}])`,
      'giu',
    ),
    monthFirst: new RegExp(
      `(?<![\\p{L}])(${month}) (\\d{1,2})(st|nd|rd|th)?(?![\\p{N}\\p{L}]|[–-]\\d| ?[–-] ?\\d)`,
      'giu',
    ),
  }
  calendars.set(language, made)
  return made
}

/** Weekdays and dates, in English and the language of the report. */
function addCalendar(text: string, count: DayCount, add: Add): void {
  for (const language of new Set(['en', count.language.slice(0, 2)])) {
    const { weekdays, months, weekday, dayFirst, monthFirst } = calendarOf(language)
    for (const match of text.matchAll(weekday)) {
      const at = weekdays.findIndex((name) => name.toLowerCase() === match[1]?.toLowerCase())
      if (match[0] !== match[1]) continue
      add(match, {
        form: 'weekday',
        means: (day) => weekdayOf(day) === at,
        wordsFor: (day) => likeCase(match[0], weekdays[weekdayOf(day)] ?? null),
      })
    }
    for (const match of text.matchAll(dayFirst))
      addDate(match, Number(match[1]), months.findIndex(isName(match[4])), add)
    for (const match of text.matchAll(monthFirst))
      addDate(match, Number(match[2]), months.findIndex(isName(match[1])), add)
  }
}

const isName = (found: string | undefined) => (name: string) => name.toLowerCase() === found?.toLowerCase()

function addDate(match: RegExpMatchArray, date: number, month: number, add: Add): void {
  const means = (day: string) => Number(day.slice(8)) === date && Number(day.slice(5, 7)) === month + 1
  const wordsFor = (day: string) => {
    if (Number(day.slice(5, 7)) !== month + 1) return null
    const right = Number(day.slice(8))
    const ending = /\d(?:st|nd|rd|th)/.test(match[0]) ? englishEnding(right) : ''
    return match[0].replace(/\d{1,2}(?:st|nd|rd|th)?/, `${right}${ending}`)
  }
  add(match, { form: 'date', means, wordsFor })
}

const weekdayOf = (day: string) => ((daysBetween('2024-01-01', day) % 7) + 7) % 7

const known = new Map<string, { weekdays: string[]; months: string[] }>()

/** The names of the weekdays, Monday first, and of the months. */
function namesIn(language: string): { weekdays: string[]; months: string[] } {
  const names = known.get(language)
  if (names !== undefined) return names
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' })
  const monthOf = (day: string) => month.formatToParts(new Date(day)).find(({ type }) => type === 'month')?.value ?? day
  const made = {
    weekdays: Array.from({ length: 7 }, (_, index) => weekday.format(new Date(addDays('2024-01-01', index)))),
    months: Array.from({ length: 12 }, (_, index) => monthOf(`2024-${String(index + 1).padStart(2, '0')}-01`)),
  }
  known.set(language, made)
  return made
}
