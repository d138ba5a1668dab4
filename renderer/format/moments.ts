import { addDays, clockAt, dayAt } from '../../electron/shared/time.ts'

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })

/** The zone of this computer. */
export function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** A date as people say it: "Tuesday, 14 April 2026". */
export function sayDate(day: string): string {
  const moment = new Date(`${day}T00:00:00Z`)
  return `${weekday.format(moment)}, ${date.format(moment)}`
}

/** The same with "Today" and "Yesterday" for the two days that have names of their own. */
export function sayDay(day: string, today: string): string {
  if (day === today) return 'Today'
  return day === addDays(today, -1) ? 'Yesterday' : sayDate(day)
}

/**
 * A moment by the clocks of the venue, inside a sentence: "on Tuesday, 14 April 2026 at 10:15", "today at 10:15".
 *
 * @param clock the time of day, where it is told otherwise than in hours and minutes
 */
export function sayMoment(
  instant: string,
  timeZone: string,
  now: string,
  clock: string = clockAt(instant, timeZone),
): string {
  const day = sayDay(dayAt(instant, timeZone), dayAt(now, timeZone))
  const isNamed = !day.includes(' ')
  return `${isNamed ? day.toLowerCase() : `on ${day}`} at ${clock}`
}

/** Hours, minutes and seconds at a moment, by the clocks in the zone: `10:45:09`. */
function clockToSecond(instant: string, timeZone: string): string {
  return `${clockAt(instant, timeZone)}:${new Date(instant).toISOString().slice(17, 19)}`
}

/**
 * The times of day of some moments, told to the second where two of them would read the same.
 *
 * @returns in the order of the moments
 */
export function sayClocks(instants: readonly string[], timeZone: string): string[] {
  const counts = new Map<string, number>()
  const minuteOf = (instant: string) => `${dayAt(instant, timeZone)} ${clockAt(instant, timeZone)}`
  for (const instant of instants) counts.set(minuteOf(instant), (counts.get(minuteOf(instant)) ?? 0) + 1)
  return instants.map((instant) =>
    (counts.get(minuteOf(instant)) ?? 0) > 1 ? clockToSecond(instant, timeZone) : clockAt(instant, timeZone),
  )
}

/**
 * Says whose clocks the times are, where this computer's show others.
 *
 * @param instants the moments that are shown
 * @param hereZone this computer's zone
 * @returns "Times are those of Berlin."; empty where they are those of this computer
 */
export function sayWhoseClocks(instants: readonly string[], timeZone: string, hereZone: string): string {
  const isSame = instants.every((instant) => clockAt(instant, timeZone) === clockAt(instant, hereZone))
  if (isSame) return ''
  const place = (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
  return place === 'UTC' ? 'Times are in UTC.' : `Times are those of ${place}.`
}
