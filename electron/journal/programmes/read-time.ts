import { addDays } from '../../shared/time.ts'
import type { ReadTime } from './read-programme.ts'

const MINUTE = 60 * 1000

const isoTime =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/i

/**
 * Reads a time as programmes write it: ISO 8601 with or without an offset, or a whole date; a number is the time since
 * 1970, in seconds or milliseconds. `null` if it is something else.
 */
export function readTime(value: unknown): ReadTime | null {
  if (typeof value === 'number') return readEpoch(value)
  if (typeof value !== 'string') return null
  const [found, year, month, day, hours, minutes, seconds = '00', offset] = isoTime.exec(value.trim()) ?? []
  if (found === undefined) return null
  const date = `${year}-${month}-${day}`
  if (!isDate(date)) return null
  if (hours === undefined) return { date }
  // Midnight at the end of a day.
  const isNextDay = hours === '24' && minutes === '00'
  const clock = `${isNextDay ? '00' : hours.padStart(2, '0')}:${minutes}:${seconds}`
  const local = `${isNextDay ? addDays(date, 1) : date}T${clock}`
  if (Number.isNaN(Date.parse(`${local}Z`))) return null
  return offset === undefined ? { local } : { instant: `${local}${isoOffset(offset)}` }
}

/**
 * Reads a time as above, or as people and programs write it in English: `05/15/2026 9:00 AM`, `May 15, 2026 09:00`,
 * `Fri, 15 May 2026 09:00:00 +0200`, `20260515T090000Z`, and the seconds since 1970 as a text.
 */
export function readWrittenTime(value: unknown): ReadTime | null {
  const read = readTime(value)
  if (read !== null || typeof value !== 'string') return read
  const text = value.trim().replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i, '')
  if (/^\d{10}(?:\d{3})?$/.test(text)) return readEpoch(Number(text))
  const [, date = '', clock = '', offset = ''] =
    /^(\d{8}|.*?\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?:,?\s+(?:at\s+)?|T)(\d{1,2}(?::?\d\d){1,2}(?:\.\d+)?\s*(?:[ap]\.?m\.?)?)\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i.exec(
      text,
    ) ?? []
  const [day, time] = [writtenDate(date), readClock(clock.replace(/^(\d\d)(\d\d)\d\d$/, '$1:$2').replace(/\.\d+$/, ''))]
  return day === null || time === null ? null : readTime(`${day} ${time} ${offset}`.trim())
}

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** With slashes, the month comes first unless it cannot; with dots, the day. */
function writtenDate(text: string): string | null {
  const [, year, month, day] = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})$/.exec(text) ?? []
  if (year !== undefined) return dateOfParts(year, Number(month), Number(day))
  const [, first, sign, second, last] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text) ?? []
  if (last !== undefined) {
    const isDayFirst = sign !== '/' || Number(first) > 12
    return dateOfParts(last, Number(isDayFirst ? second : first), Number(isDayFirst ? first : second))
  }
  const [, before, name = '', after, spelled] =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})$/i.exec(text) ?? []
  const month12 = englishMonths.indexOf(name.slice(0, 3).toLowerCase()) + 1
  return spelled === undefined || month12 === 0 ? null : dateOfParts(spelled, month12, Number(before ?? after))
}

function dateOfParts(year: string, month: number, day: number): string | null {
  const date = `${year}-${twoDigits(month)}-${twoDigits(day)}`
  return isDate(date) ? date : null
}

function isoOffset(written: string): string {
  if (/^[A-Z]/i.test(written)) return 'Z'
  const digits = written.slice(1).replace(':', '').padEnd(4, '0')
  return `${written[0] ?? '+'}${digits.slice(0, 2)}:${digits.slice(2)}`
}

function readEpoch(value: number): ReadTime | null {
  const milliseconds = value < 1e11 ? value * 1000 : value
  // Smaller numbers are minutes of a day, or identities.
  if (!(value > 1e8) || milliseconds > 4e12) return null
  return { instant: new Date(milliseconds).toISOString() }
}

/** Whether a date written as `YYYY-MM-DD` is in the calendar. */
export function isDate(date: string): boolean {
  const [found, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? []
  if (found === undefined) return false
  // Every month has 28 days; the other days are rarer, and take longer to check.
  if (Number(day) >= 1 && Number(day) <= 28) return Number(month) >= 1 && Number(month) <= 12
  const parsed = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return parsed.getUTCMonth() === Number(month) - 1 && parsed.getUTCDate() === Number(day)
}

/** A date, or the date of a time as it is written; `null` if the value is neither. */
export function readDate(value: unknown): string | null {
  const time = readTime(value)
  if (time === null) return null
  if ('date' in time) return time.date
  return ('local' in time ? time.local : time.instant).slice(0, 10)
}

/** Reads a time of day: `9:30`, `09:30`, `09:30:00`, `9:30 pm`, `0930`. Returns `HH:MM`; `null` if it is not a time. */
export function readClock(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const [found, hours, minutes, half] =
    /^(\d{1,2})[:.h]?(\d\d)(?:[:.]\d\d)?\s*([ap]\.?m\.?)?$/i.exec(value.trim()) ?? []
  if (found === undefined || Number(minutes) > 59) return null
  const isAfternoon = half?.toLowerCase().startsWith('p') ?? false
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isAfternoon ? 12 : 0)
  return hour > 23 ? null : `${String(hour).padStart(2, '0')}:${minutes}`
}

/**
 * A time of day on a conference day, which lasts beyond midnight: what is earlier than the change of days is on the next
 * date.
 */
export function clockOnDay(day: string, clock: string, dayChange: string): ReadTime {
  return { local: `${clock < dayChange ? addDays(day, 1) : day}T${clock}:00` }
}

/**
 * Reads a duration in minutes: a number of minutes, `90`, `1:30`, `01:30:00`, `PT1H30M`, `90 min`, `1h 30`. Returns
 * `null` for anything else.
 */
export function readDuration(value: unknown): number | null {
  if (typeof value === 'number') return value >= 0 && Number.isFinite(value) ? value : null
  if (typeof value !== 'string') return null
  const text = value.trim()
  const [isClock, hours, minutes] = /^(\d{1,4}):(\d\d)(?::\d\d(?:\.\d+)?)?$/.exec(text) ?? []
  if (isClock !== undefined) return Number(hours) * 60 + Number(minutes)
  const [isMinutes, number] = /^(\d{1,5})(?:\.0+)?\s*(?:m|min|mins|minutes|minuten)?\.?$/i.exec(text) ?? []
  if (isMinutes !== undefined) return Number(number)
  const [isSpoken, spokenHours = '', spokenMinutes = '0'] =
    /^(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:h|hrs?|hours?|std|stunden?|heures?|horas?|ore|ora)\.?(?:\s*(?:and\s+)?(\d{1,2})\s*(?:m|min|mins|minutes?|minuten)?\.?)?$/i.exec(
      text,
    ) ?? []
  if (isSpoken !== undefined) return Math.round(Number(spokenHours.replace(',', '.')) * 60) + Number(spokenMinutes)
  const [isWeeks, weeks] = /^P(\d{1,3})W$/i.exec(text) ?? []
  if (isWeeks !== undefined) return Number(weeks) * 7 * 24 * 60
  const [isIso, isoDays = 0, isoHours = 0, isoMinutes = 0] =
    /^P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:\d+(?:\.\d+)?S)?)?$/i.exec(text) ?? []
  return isIso === undefined ? null : (Number(isoDays) * 24 + Number(isoHours)) * 60 + Number(isoMinutes)
}

/** A time some minutes later; `null` for a whole date, or without a duration. */
export function later(time: ReadTime | null, minutes: number | null): ReadTime | null {
  if (time === null || minutes === null || 'date' in time) return null
  if ('local' in time) return { local: shifted(time.local, minutes) }
  // The offset is kept, so that the end is written like the start.
  const [, local = '', offset = ''] = /^(.{19})(?:\.\d+)?(.+)$/.exec(time.instant) ?? []
  return { instant: `${shifted(local, minutes)}${offset}` }
}

/** @param local `YYYY-MM-DDTHH:MM:SS` */
function shifted(local: string, minutes: number): string {
  const at = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16)) + minutes
  // Almost all sessions end on the same day. Calendars are only needed for the others.
  if (Number.isInteger(at) && at >= 0 && at < 24 * 60) {
    return `${local.slice(0, 11)}${twoDigits(Math.floor(at / 60))}:${twoDigits(at % 60)}${local.slice(16, 19)}`
  }
  return new Date(Date.parse(`${local}Z`) + minutes * MINUTE).toISOString().slice(0, 19)
}

const twoDigits = (number: number) => String(number).padStart(2, '0')
