import { t } from '../../electron/shared/messages/translate.ts'
import { clockAt, dayAt } from '../../electron/shared/time.ts'

/** The IANA name of this computer's time zone. */
export function localTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** The time of day of an instant in a zone, with seconds: `10:45:09`. */
function clockWithSeconds(instant: string, timeZone: string): string {
  return `${clockAt(instant, timeZone)}:${new Date(instant).toISOString().slice(17, 19)}`
}

/**
 * The times of day of a list of instants. Those that would look the same on the same day have seconds.
 *
 * @returns in the order of the instants
 */
export function formatClocks(instants: readonly string[], timeZone: string): string[] {
  const counts = new Map<string, number>()
  const minuteOf = (instant: string) => `${dayAt(instant, timeZone)} ${clockAt(instant, timeZone)}`
  for (const instant of instants) counts.set(minuteOf(instant), (counts.get(minuteOf(instant)) ?? 0) + 1)
  return instants.map((instant) =>
    (counts.get(minuteOf(instant)) ?? 0) > 1 ? clockWithSeconds(instant, timeZone) : clockAt(instant, timeZone),
  )
}

/**
 * Tells which zone the times on the screen are in: "All times are in Berlin time (UTC+2)."
 *
 * @param offset the zone's distance from UTC, if it is to be shown
 */
export function formatTimeZone(timeZone: string, offset = ''): string {
  const city = (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
  if (city === 'UTC') return t('date.clocks-utc')
  return offset === '' ? t('date.clocks', { city }) : t('date.clocks-offset', { city, offset })
}

/**
 * The same, but only if this computer's clock shows other times.
 *
 * @param instants the instants that are shown
 * @returns empty if this computer's clock shows the same times
 */
export function formatForeignTimeZone(instants: readonly string[], timeZone: string, localZone: string): string {
  const isSame = instants.every((instant) => clockAt(instant, timeZone) === clockAt(instant, localZone))
  return isSame ? '' : formatTimeZone(timeZone)
}
