import { toDay } from '../../../shared/import-days.ts'
import { clockAt, dayAt, isTimeZone } from '../../../shared/time.ts'

/** When an entry was written, as its journal says. */
export interface LocalTime {
  day: string
  clock: string | null
  zone: string | null
}

const withOffset = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)(?::\d{2}(?:\.\d+)?)?[+-]\d{2}:?\d{2}$/

/**
 * The local day and time of a moment.
 *
 * @param instant milliseconds since 1970, or ISO 8601
 * @param zone as the journal says it; if this computer does not know it, the other one is used
 * @returns `null` unless it is a moment of this or the last century
 */
export function localTime(instant: unknown, zone: unknown, otherZone: string): LocalTime | null {
  const milliseconds = typeof instant === 'number' ? instant : typeof instant === 'string' ? Date.parse(instant) : NaN
  const own = typeof zone === 'string' && isTimeZone(zone) ? zone : null
  const [, written, clock] = typeof instant === 'string' ? (withOffset.exec(instant) ?? []) : []
  // The time on the clock of the writer, in a zone that only its offset is known of.
  if (own === null && written !== undefined && clock !== undefined) return { day: written, clock, zone: null }
  const timeZone = own ?? otherZone
  // One day less than a date can have, which the zone may add.
  if (!Number.isFinite(milliseconds) || Math.abs(milliseconds) > 8.64e15 - 86_400_000) return null
  const moment = new Date(milliseconds).toISOString()
  const [year = '', month = '', date = ''] = dayAt(moment, timeZone).split('-')
  const day = toDay(Number(year), Number(month), Number(date))
  return day === null ? null : { day, clock: clockAt(moment, timeZone), zone: timeZone }
}

/**
 * A time as people write it, without a zone: `2026-04-14 09:00`, `2026-04-14 09:00:00 AM`, `14.04.2026 9:00`,
 * `14/04/2026`, `14 April 2026 at 09:00:00`.
 *
 * @returns `null` if it is not a time
 */
export function readLocalTime(written: string, readDay: (text: string) => string | null): LocalTime | null {
  const [, date = '', hours, minutes = '', half = ''] =
    /^(.*?)(?:(?:[T,\s]|\sat\s)\s*(\d{1,2})[:.h](\d{2})(?::\d{2})?(?:\s*([ap])\.?m\.?)?(?:\s+(?:[A-Z]{2,5}(?:[+-]\d+)?|[+-]\d{2}:?\d{2}))?)?$/i.exec(
      written.trim().slice(0, 100),
    ) ?? []
  const day = readDay(date.replace(/,$/, '').trim())
  if (day === null) return null
  if (hours === undefined) return { day, clock: null, zone: null }
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  if (hour > 23 || Number(minutes) > 59) return { day, clock: null, zone: null }
  return { day, clock: `${String(hour).padStart(2, '0')}:${minutes}`, zone: null }
}
