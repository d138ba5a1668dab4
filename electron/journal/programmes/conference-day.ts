import { addDays, daysBetween } from '../../shared/time.ts'
import { isDate } from './read-time.ts'

/** When a session begins, and the day that the organiser gives for it. */
interface Dated {
  readonly day: string | null
  /** The date in local time; `null` without a time. */
  readonly date: string | null
  /** `HH:MM` in local time; `null` for a whole date, or without a time. */
  readonly clock: string | null
}

/**
 * The conference day of each session. The organiser's word counts, unless it is far from the session's date. Otherwise a
 * session after midnight belongs to the evening before, if there is one: where nothing happened the day before, it is
 * early, not late.
 *
 * @param dayChange when a conference day ends, `HH:MM`
 */
export function conferenceDays(
  sessions: readonly Dated[],
  dayChange: string,
  firstDay: string | null,
): (string | null)[] {
  const evenings = new Set(
    sessions.flatMap(({ date, clock }) => (date !== null && clock !== null && clock >= dayChange ? [date] : [])),
  )
  return sessions.map(({ day, date, clock }) => {
    const given = day !== null && isDate(day) ? day : null
    if (date === null) return given
    if (given === date || (given !== null && Math.abs(daysBetween(given, date)) <= 1)) return given
    if (clock === null || clock >= dayChange) return date
    const before = addDays(date, -1)
    return evenings.has(before) && (firstDay === null || before >= firstDay) ? before : date
  })
}
