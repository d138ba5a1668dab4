import { dayAt } from '../../electron/shared/time.ts'

const MINUTE = 60_000
/** Longer than any day, even one on which clocks go back. */
const DAY_MINUTES = 26 * 60

/**
 * The first moment after `now` at which another day begins in one of the time zones, to the minute.
 *
 * @param now in milliseconds since 1970
 * @param zones their IANA names
 * @returns milliseconds since 1970; a day later if there are no zones
 */
export function nextDay(now: number, zones: ReadonlySet<string>): number {
  const minute = Math.floor(now / MINUTE)
  const instantAt = (minutes: number) => new Date((minute + minutes) * MINUTE).toISOString()
  const first = Array.from(zones, (zone) => {
    const today = dayAt(instantAt(0), zone)
    // Days follow each other, so the change can be found by halves.
    let [before, after] = [0, DAY_MINUTES]
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2)
      if (dayAt(instantAt(middle), zone) === today) before = middle
      else after = middle
    }
    return after
  })
  return (minute + Math.min(DAY_MINUTES, ...first)) * MINUTE
}
