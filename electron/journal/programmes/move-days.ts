import { addDays, daysBetween } from '../../shared/time.ts'
import type { ReadProgramme, ReadTime } from './read-programme.ts'

/**
 * A programme whose days were assumed, on the days of the trip that its owner has chosen. A year is the one in which the
 * programme is nearest to the trip, which may begin with a journey; counted days begin with the trip.
 */
export function moveDays(read: ReadProgramme, firstDay: string): ReadProgramme {
  const [first] = read.sessions.flatMap(({ start }) => (start === null ? [] : [dateOf(start)])).toSorted()
  if (read.assumed === null || first === undefined) return read
  const days = read.assumed === 'days' ? daysBetween(first, firstDay) : daysToYear(first, firstDay)
  if (days === 0) return read
  const move = (time: ReadTime | null) => (time === null ? null : moved(time, days))
  return {
    ...read,
    sessions: read.sessions.map((session) => ({ ...session, start: move(session.start), end: move(session.end) })),
  }
}

function daysToYear(first: string, firstDay: string): number {
  const year = Number(firstDay.slice(0, 4))
  const [nearest = 0] = [year - 1, year, year + 1]
    .map((one) => daysBetween(first, `${one}${first.slice(4)}`))
    .filter((days) => !Number.isNaN(days))
    .toSorted((a, b) => distance(first, a, firstDay) - distance(first, b, firstDay))
  return nearest
}

const distance = (first: string, days: number, firstDay: string) =>
  Math.abs(daysBetween(addDays(first, days), firstDay))

function dateOf(time: ReadTime): string {
  if ('date' in time) return time.date
  return ('local' in time ? time.local : time.instant).slice(0, 10)
}

/** What has an offset has a whole date. */
function moved(time: ReadTime, days: number): ReadTime {
  if ('date' in time) return { date: addDays(time.date, days) }
  return 'local' in time ? { local: addDays(time.local.slice(0, 10), days) + time.local.slice(10) } : time
}
