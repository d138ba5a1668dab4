import { t } from '../../electron/shared/messages/translate.ts'
import type { Happening } from '../../electron/shared/programme/happening.ts'
import type { Now, Timed } from '../../electron/shared/programme/now-at.ts'
import { clockAt } from '../../electron/shared/time.ts'
import { localTimeZone } from '../format/clocks.ts'

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ')

/** "10:45–11:15", or "10:45" if nobody knows the end. */
export function formatTimes({ start, end, isEndGuessed }: Happening, timeZone: string): string {
  const from = clockAt(start, timeZone)
  return isEndGuessed ? from : t('date.from-to', { from, to: clockAt(end, timeZone) })
}

/** How long it goes on: "23 min left", or "until 18:00" if that is hours. */
export function formatLeft({ minutes, end, isEndGuessed }: Timed, timeZone: string): string {
  if (isEndGuessed) return ''
  return minutes < LONG ? t('now.minutes-left', { minutes }) : t('now.until', { clock: clockAt(end, timeZone) })
}

/** How long it is until it begins: "in 33 min"; empty if that is hours. */
export const formatUntil = ({ minutes }: Timed): string => (minutes < LONG ? t('now.in-minutes', { minutes }) : '')

/** From here on, minutes say less than the time of day. */
const LONG = 120

/** The time at the venue, which is named if the computer shows another one: "10:52", "10:52 at the venue". */
export function formatVenueClock(at: string, timeZone: string): string {
  const clock = clockAt(at, timeZone)
  return clock === clockAt(at, localTimeZone()) ? clock : t('now.venue-clock', { clock })
}

/** The bar's sentence: what the owner is at, or how much is on, and what comes next. */
export function formatBar({ at, on, current, next, nextStarred, nextDay }: Now, timeZone: string): string {
  const following = nextStarred ?? next[0] ?? null
  const talks = on.filter((one) => !one.isBreak)
  return joined([
    formatVenueClock(at, timeZone),
    ...(current === null
      ? [talks.length === 0 ? (on[0]?.title ?? '') : t('now.talks-on', { count: talks.length })]
      : [current.title, current.room, formatLeft(current, timeZone)]),
    following === null
      ? ''
      : joined([
          t('now.next-at', { clock: clockAt(following.start, timeZone), title: following.title }),
          following.room,
        ]),
    nextDay === null ? '' : t('now.next-day', { clock: clockAt(nextDay.start, timeZone), title: nextDay.title }),
  ])
}
