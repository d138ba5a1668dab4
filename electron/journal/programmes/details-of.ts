import type { ProgrammeDetails } from '../../shared/contract/programme.ts'
import { dayAt, daysBetween } from '../../shared/time.ts'
import { MAX_TRIP_DAYS } from '../../shared/trip-days.ts'
import type { Session } from '../../shared/programme.ts'
import { guessTimeZone } from './guess-time-zone.ts'
import type { ReadProgramme } from './read-programme.ts'
import { isDate } from './read-time.ts'
import { resolveProgramme } from './resolve-programme.ts'
import { tidyName } from './tidy-session.ts'

/**
 * What a new trip gets from a programme, and a guess for the zone if the programme does not say it.
 *
 * @param here the zone of this computer, which is the guess if nothing else is known
 */
export function detailsOf(read: ReadProgramme, here: string): { details: ProgrammeDetails; guessedTimeZone: string } {
  const guessedTimeZone = read.timeZone ?? guessTimeZone(read, here)
  const origin = { format: '', address: '', fileName: '', importedAt: '1970-01-01T00:00:00Z' }
  const { sessions } = resolveProgramme(read, guessedTimeZone, origin)
  return {
    details: {
      title: tidyName(read.title),
      venue: tidyName(read.venue),
      city: tidyName(read.city),
      country: tidyName(read.country),
      ...conferenceDates(read, sessions, guessedTimeZone),
      timeZone: read.timeZone,
    },
    guessedTimeZone,
  }
}

/** A longer conference is a mistake in the file, or its preparation. */
const MAX_CONFERENCE_DAYS = 30

/** From the first day to the last, as the file gives them and the sessions need them; `null` if that is no trip. */
function conferenceDates(
  read: ReadProgramme,
  sessions: readonly Session[],
  timeZone: string,
): Pick<ProgrammeDetails, 'firstDay' | 'lastDay'> {
  const given = [read.firstDay, read.lastDay].flatMap((day) => (day !== null && isDate(day) ? [day] : [])).toSorted()
  const held = [...new Set(sessions.flatMap(({ day }) => day ?? []))].toSorted()
  const isPlausible = held.length === 0 || lengthOf(given) <= MAX_CONFERENCE_DAYS
  // Some files end a day late, because the last evening lasts until after midnight.
  const night = lastNight(sessions, held.at(-1), timeZone)
  const all = [...(isPlausible ? given.filter((day) => day !== night) : []), ...held].toSorted()
  const [firstDay = null] = all
  const lastDay = all.at(-1) ?? null
  return lengthOf(all) >= MAX_TRIP_DAYS ? { firstDay: null, lastDay: null } : { firstDay, lastDay }
}

/** The date on which the last evening ends, if that is after the last day; otherwise `null`. */
function lastNight(sessions: readonly Session[], lastDay: string | undefined, timeZone: string): string | null {
  const ends = sessions.flatMap(({ day, start, end }) => (day === lastDay ? (end ?? start ?? []) : []))
  const last = ends
    .map((end) => dayAt(end, timeZone))
    .toSorted()
    .at(-1)
  return last === undefined || lastDay === undefined || last <= lastDay ? null : last
}

function lengthOf(days: readonly string[]): number {
  const [first] = days
  const last = days.at(-1)
  return first === undefined || last === undefined ? 0 : daysBetween(first, last)
}
