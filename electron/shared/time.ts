import { z } from 'zod'

/** A calendar date as `YYYY-MM-DD`. */
export const daySchema = z.iso.date()
/** A moment as ISO 8601 with an offset: `2026-04-14T10:45:00+02:00`. */
export const instantSchema = z.iso.datetime({ offset: true })
/** An IANA time zone that this runtime knows: `Europe/Berlin`. */
export const timeZoneSchema = z.string().refine(isTimeZone, 'not a time zone that this computer knows')

export function isTimeZone(name: string): boolean {
  // Intl accepts a bare offset ("+02:00"), but that is not a place: it has no summer time.
  if (!/^[A-Za-z]/.test(name)) return false
  const known = zones.get(name)
  if (known !== undefined) return known
  const isZone = canFormat(name)
  // There are some 600 real ones.
  if (zones.size < MAX_ZONES) zones.set(name, isZone)
  return isZone
}

/** Asking takes up to a millisecond, and an imported journal has a zone in each of its thousands of entries. */
const zones = new Map<string, boolean>()
const MAX_ZONES = 1000

function canFormat(timeZone: string): boolean {
  try {
    return Boolean(Intl.DateTimeFormat('en', { timeZone }))
  } catch {
    return false
  }
}

/** The current time in UTC, with milliseconds. */
export function now(): string {
  return new Date().toISOString()
}

// Dates and clocks come from Intl and not from Temporal, whose polyfill is as large as a fifth of the page's first file.

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Formats a moment as numbers in local time of a zone. */
function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(timeZone, made)
  return made
}

/** A moment in local time of the zone, as if that were UTC; in milliseconds since 1970, without fractions of a second. */
function localTime(instant: string, timeZone: string): number {
  const parts = formatterFor(timeZone).formatToParts(Date.parse(instant))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '0'
  const date = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
  return Date.parse(`${date}T${part('hour')}:${part('minute')}:${part('second')}Z`)
}

/** The date of a moment given in milliseconds since 1970, in UTC. */
const dateOf = (milliseconds: number): string => new Date(milliseconds).toISOString().split('T', 1)[0] ?? ''

const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`)

const DAY = 24 * 60 * 60 * 1000
const MINUTE = 60 * 1000

/** The date at a moment, in local time of the zone. */
export function dayAt(instant: string, timeZone: string): string {
  return dateOf(localTime(instant, timeZone))
}

/** The time of day at a moment, in local time of the zone: `10:45`. */
export function clockAt(instant: string, timeZone: string): string {
  return new Date(localTime(instant, timeZone)).toISOString().slice(-13, -8)
}

/** The beginning of a moment's minute, with the zone's offset. */
export function minuteAt(instant: string, timeZone: string): string {
  const local = localTime(instant, timeZone)
  const offset = Math.round((local - Date.parse(instant)) / MINUTE)
  const sign = offset < 0 ? '-' : '+'
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
  const zone = `${sign}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
  return `${new Date(local).toISOString().slice(0, -8)}:00${zone}`
}

/** The number of days from one date to another; negative if the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return (midnight(to) - midnight(from)) / DAY
}

/** The date a number of days later. */
export function addDays(day: string, days: number): string {
  return dateOf(midnight(day) + days * DAY)
}

/** Each date from the first to the last, both included; empty if the last is before the first. */
export function daysFromTo(first: string, last: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => addDays(first, index))
}

/** Orders two moments, regardless of their offsets: negative if `a` is earlier. */
export function compareInstants(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b) || belowMillisecond(a) - belowMillisecond(b)
}

/** What a moment has beyond milliseconds, which `Date` cuts off; in nanoseconds. */
function belowMillisecond(instant: string): number {
  const [, digits = ''] = /\.\d{3}(\d{1,6})/.exec(instant) ?? []
  return Number(digits.padEnd(6, '0'))
}
