import { addDays, clockAt, dayAt } from '../time.ts'
import { dateFormat, formatFullDate, listOf, locale, numberFormat, t } from './translate.ts'

// Re-exported from where it is defined, because messages use it for their dates.
export { formatFullDate }

/** A number as the language writes it: "2,310". */
export const formatNumber = (value: number): string => numberFormat(locale(), {}).format(value)

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/**
 * An amount of data: "3.5 MB", "12 bytes".
 *
 * @param bytes a whole number
 */
export function formatSize(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  // A value that rounds to a thousand is shown in the next unit: 999,999 bytes are 1 MB.
  const isNext = power > 0 && power < units.length - 1 && Math.round(bytes / 1000 ** power) >= 1000
  const step = isNext ? power + 1 : power
  const value = bytes / 1000 ** step
  return numberFormat(locale(), {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value)
}

const dateStyles = {
  /** "14 April 2026" */
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  /** "14 April" */
  'without-year': { day: 'numeric', month: 'long' },
  /** "14 Apr" */
  short: { day: 'numeric', month: 'short' },
  /** "14" */
  'day-of-month': { day: 'numeric' },
  /** "Apr" */
  'short-month': { month: 'short' },
  /** "Tuesday" */
  weekday: { weekday: 'long' },
  /** "Tue" */
  'short-weekday': { weekday: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateStyle = keyof typeof dateStyles

const atMidnight = (day: string) => new Date(`${day}T00:00:00Z`)

/** A calendar date (`YYYY-MM-DD`) in words: "14 April 2026". */
export function formatDate(day: string, style: DateStyle = 'long'): string {
  return dateFormat(locale(), { ...dateStyles[style], timeZone: 'UTC' }).format(atMidnight(day))
}

/** A date with its weekday, or "Today" and "Yesterday" for the two days that have names. */
export function formatRelativeDay(day: string, today: string): string {
  if (day === today) return t('date.today')
  return day === addDays(today, -1) ? t('date.yesterday') : formatFullDate(day)
}

/** The range of a trip's days, both included: "14–16 April 2026", "31 January – 1 February 2026". */
export function formatDays(firstDay: string, lastDay: string): string {
  const range = dateFormat(locale(), { ...dateStyles.long, timeZone: 'UTC' }).formatRange(
    atMidnight(firstDay),
    atMidnight(lastDay),
  )
  // Versions of Intl disagree about spaces around the dash: there are none between bare days, and one on each side of
  // longer dates.
  return range
    .replaceAll(/[\u2009\u202f]/g, ' ')
    .replace(/^(\d+) – (\d+)/, firstDay.slice(0, 7) === lastDay.slice(0, 7) ? '$1–$2' : '$1 – $2')
}

/**
 * An instant inside a sentence, in the venue's time: "on Tuesday, 14 April 2026 at 10:15", "today at 10:15".
 *
 * @param timeZone IANA name of the zone to show it in
 * @param now the current instant, which decides what "today" is
 * @param clock the time of day, if it is shown with more than hours and minutes
 */
export function formatInstant(
  instant: string,
  timeZone: string,
  now: string,
  clock: string = clockAt(instant, timeZone),
): string {
  const day = dayAt(instant, timeZone)
  const today = dayAt(now, timeZone)
  if (day === today) return t('date.today-at', { clock })
  if (day === addDays(today, -1)) return t('date.yesterday-at', { clock })
  return t('date.at', { date: formatFullDate(day), clock })
}

/** The time of day on this computer's clock: "10:45", or with seconds "10:45:09". */
export function formatClock(moment: Date, precision: 'minute' | 'second' = 'minute'): string {
  const second = precision === 'second' ? ({ second: '2-digit' } as const) : {}
  return dateFormat(locale(), { hour: '2-digit', minute: '2-digit', ...second }).format(moment)
}

/** A list of counts, formatted for the language; zeros are left out. Each item is a message with its own plural. */
export const formatCounts = (items: readonly (readonly [count: number, text: string])[]): string =>
  listOf(items.flatMap(([count, text]) => (count > 0 ? [text] : [])))
