import type { PostMeta } from '../../../shared/post.ts'
import { instantAt } from '../../../shared/zone-time.ts'

/** The date of a post, or the trip's last day if the author has not set one, for targets that need a date. */
export const someDay = ({ date, lastDay }: PostMeta): string => date ?? lastDay

/**
 * A day of a post as RFC 3339 with the time of publication, or else with the beginning of that day in the trip's zone:
 * a date alone would be midnight in UTC, which is still to come where the day begins earlier.
 *
 * @example '2026-01-31T19:00:00+01:00'
 */
export function momentOf({ time, timeZone }: PostMeta, day: string): string {
  return time === null ? instantAt(day, '00:00', timeZone) : `${day}T${time}`
}

/** A moment as Ruby writes it: `2026-01-31 19:00:00 +0100`. */
export function rubyTime(moment: string): string {
  return moment
    .replace('T', ' ')
    .replace(/Z$/, '+00:00')
    .replace(/([+-]\d\d):(\d\d)$/, ' $1$2')
}

/** A day, with the local time of publication if it is known: `2026-01-31 19:00`. */
export function dayAndTime({ time }: PostMeta, day: string): string {
  return time === null ? day : `${day} ${time.slice(0, 'HH:MM'.length)}`
}
