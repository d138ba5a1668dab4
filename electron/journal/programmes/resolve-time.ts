import { minuteAt } from '../../shared/time.ts'
import { instantAt } from '../../shared/zone-time.ts'
import type { ReadTime } from './read-programme.ts'

const MINUTE = 60 * 1000
/** All changes of a zone's offset are at whole quarters of an hour. */
const QUARTER = 15 * MINUTE
const DAY = 24 * 60 * MINUTE

/** A moment, and what the clocks at the venue show. */
export interface ResolvedTime {
  /** With the zone's offset; `null` for a whole date. */
  readonly instant: string | null
  readonly date: string
  /** `HH:MM`; `null` for a whole date. */
  readonly clock: string | null
}

/** Resolves times in one zone. Remembers offsets, because the sessions of a programme begin at few different times. */
export type ResolveTime = (time: ReadTime) => ResolvedTime

export function timesIn(timeZone: string): ResolveTime {
  const offsets = new Map<number, string>()
  const instants = new Map<string, string>()

  const offsetIn = (milliseconds: number): string => {
    const quarter = Math.floor(milliseconds / QUARTER)
    const known = offsets.get(quarter)
    if (known !== undefined) return known
    const offset = minuteAt(new Date(quarter * QUARTER).toISOString(), timeZone).slice(-6)
    offsets.set(quarter, offset)
    return offset
  }

  // On almost every day, the offset is the same from its beginning to its end.
  const offsetAt = (milliseconds: number): string => {
    const start = milliseconds - (milliseconds % DAY)
    const offset = offsetIn(start)
    return offset === offsetIn(start + DAY) ? offset : offsetIn(milliseconds)
  }

  const instantOf = (local: string): string => {
    const known = instants.get(local)
    if (known !== undefined) return known
    const [day = '', clock = ''] = local.split('T')
    const instant = instantAt(day, clock, timeZone)
    instants.set(local, instant)
    return instant
  }

  return (time) => {
    if ('date' in time) return { instant: null, date: time.date, clock: null }
    const instant = 'instant' in time ? withOffset(time.instant, offsetAt) : instantOf(time.local)
    return { instant, date: instant.slice(0, 10), clock: instant.slice(11, 16) }
  }
}

/** The same moment with the zone's offset, to the second. */
function withOffset(instant: string, offsetAt: (milliseconds: number) => string): string {
  const milliseconds = Date.parse(instant)
  const offset = offsetAt(milliseconds)
  if (instant.length === 25 && instant.endsWith(offset)) return instant
  const minutes = (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4))) * (offset.startsWith('-') ? -1 : 1)
  return `${new Date(milliseconds + minutes * MINUTE).toISOString().slice(0, 19)}${offset}`
}
