import { formatSpeakers } from '../format/speakers.ts'
import { formatDay } from '../journal/format-day.ts'
import { listOf, t } from '../../electron/shared/messages/translate.ts'
import type { Mark, Session } from '../../electron/shared/programme.ts'
import { clockAt } from '../../electron/shared/time.ts'
import type { Sessions } from './use-sessions.ts'

const clocks = new Map<string, string>()

/** The time of day at the venue. Sessions begin at a few moments, and a list is drawn again with every keystroke. */
export function formatStart(instant: string, timeZone: string): string {
  const key = `${instant} ${timeZone}`
  const known = clocks.get(key)
  if (known !== undefined) return known
  const clock = clockAt(instant, timeZone)
  clocks.set(key, clock)
  return clock
}

/** The times of a session at the venue: "10:45–11:15"; empty if it has none yet. */
export function formatTimes({ start, end }: Pick<Session, 'start' | 'end'>, timeZone: string): string {
  if (start === null) return ''
  const from = formatStart(start, timeZone)
  return end === null ? from : t('date.from-to', { from, to: formatStart(end, timeZone) })
}

/** Its room and its speakers, for the line below its title. */
export function formatDetail({ room, speakers }: Pick<Session, 'room' | 'speakers'>): string {
  return [room, formatSpeakers(speakers)].filter((part) => part !== '').join(' · ')
}

/** What is noted about a session, in words. */
export function formatMarks(mark: Mark | undefined, hasEntry: boolean): string[] {
  return [
    mark?.star ? t(`programme.star.${mark.star}`) : '',
    mark?.attendance ? t(`programme.attendance.${mark.attendance}`) : '',
    hasEntry ? t('programme.has-entry') : '',
  ].filter((part) => part !== '')
}

/** What is unusual about a session, in words. */
export function formatState({ isCancelled, isDropped }: Pick<Session, 'isCancelled' | 'isDropped'>): string {
  if (isDropped) return t('programme.dropped')
  return isCancelled ? t('programme.cancelled') : ''
}

/** Everything that a screen reader says about a session in a list or grid. */
export function describeSession(
  session: Session,
  timeZone: string,
  more: { mark: Mark | undefined; isClashing: boolean; hasEntry: boolean; withDay: boolean; gap: string },
): string {
  const parts = [
    more.gap,
    more.withDay && session.day !== null ? formatDay(session.day) : '',
    formatTimes(session, timeZone),
    session.title,
    formatDetail(session),
    formatState(session),
    ...formatMarks(more.mark, more.hasEntry),
    more.isClashing ? t('programme.clashing') : '',
  ]
  return listOf(
    parts.filter((part) => part !== ''),
    'unit',
  )
}

/** The free time before planned sessions, in words, by the session that ends it. */
export function formatGaps(
  { gaps, all }: Pick<Sessions, 'gaps' | 'all'>,
  timeZone: string,
): ReadonlyMap<string, string> {
  const clock = (moment: number) => clockAt(new Date(moment).toISOString(), timeZone)
  const byEnd = new Map(gaps.map((gap) => [`${gap.day} ${gap.to}`, gap]))
  const words = new Map<string, string>()
  for (const { session, startsAt } of all) {
    const gap = byEnd.get(`${session.day} ${startsAt}`)
    if (gap !== undefined) words.set(session.id, t('programme.gap', { from: clock(gap.from), to: clock(gap.to) }))
  }
  return words
}
