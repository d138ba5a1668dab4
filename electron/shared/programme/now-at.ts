import type { Plan, Programme } from '../programme.ts'
import { addDays, compareInstants, dayAt } from '../time.ts'
import type { Entry } from '../trip.ts'
import { type Happening, happeningsOf } from './happening.ts'
import { roomParts } from './room-parts.ts'

export interface NowInput {
  /** `null` if none was imported. */
  programme: Programme | null
  plan: Plan
  /** The trip's. */
  entries: readonly Entry[]
  /** The trip's days. */
  firstDay: string
  lastDay: string
  /** The venue's zone. */
  timeZone: string
  /** The moment. */
  at: string
}

/** Something that is on, or comes next. */
export interface Timed extends Happening {
  /** Minutes until its end if it is on, otherwise until its start, as one counts them on a clock without seconds. */
  minutes: number
}

/** A moment at a conference. */
export interface Now {
  at: string
  /** The conference day: a talk after midnight belongs to the evening before. */
  day: string
  /** Whether the conference takes place on that day. */
  isConferenceDay: boolean
  /**
   * What is on: what the owner attends or writes about first, then what is starred, then by room; breaks and
   * exhibitions last.
   */
  on: readonly Timed[]
  /**
   * The talk that the owner is at: the one that is being written about, otherwise a starred one, otherwise the only one
   * that is on. `null` if that is not clear.
   */
  current: Timed | null
  /** What comes next in each room on that day, by start. */
  next: readonly Timed[]
  /** The next on that day that is starred to go to, perhaps, or planned. */
  nextStarred: Timed | null
  /** What the next conference day begins with, if nothing else happens on this one. */
  nextDay: Timed | null
}

type PartsOf = ReturnType<typeof roomParts>

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** What lasts longer goes on beside the talks: an exhibition, registration. In milliseconds. */
const LONG = 4 * HOUR
/** What lasts longer does not prolong its day beyond midnight: a hack space. In milliseconds. */
const HALF_A_DAY = 12 * HOUR

/** What is on at a moment, and what comes next. Without a programme, it goes by the entries about talks. */
export function nowAt(input: NowInput): Now {
  const { programme, plan, entries, timeZone, at } = input
  const all = happeningsOf(programme, plan, entries)
  const partsOf = roomParts(all.map(({ room }) => room))
  const seen = all.filter((one) => isShown(one, plan, partsOf))
  const day = conferenceDay(all, dayAt(at, timeZone), at)
  const rooms = new Map((programme?.rooms ?? []).map((room, index) => [room, index]))
  const place = ({ room }: Happening) => rooms.get(room) ?? rooms.size
  const byPlace = (a: Happening, b: Happening) => rank(a) - rank(b) || distance(a) - distance(b) || place(a) - place(b)
  const byStart = (a: Happening, b: Happening) => compareInstants(a.start, b.start) || byPlace(a, b)

  const on = seen
    .filter(({ start, end }) => compareInstants(start, at) <= 0 && compareInstants(end, at) > 0)
    .toSorted(byPlace)
    .map((one) => timed(one, one.end, at))
  const later = seen.filter(({ start }) => compareInstants(start, at) > 0)
  const ofDay = later
    .filter((one) => one.day === day)
    .toSorted(byStart)
    .map((one) => timed(one, one.start, at))
  const [tomorrow] = on.length + ofDay.length === 0 ? later : []
  return {
    at,
    day,
    isConferenceDay: isConferenceDay(all, day, input),
    on,
    current: currentOf(on),
    next: firstPerRoom(ofDay, partsOf),
    nextStarred: ofDay.find(isWanted) ?? null,
    nextDay: tomorrow === undefined ? null : timed(tomorrow, tomorrow.start, at),
  }
}

/** How much the owner has to do with something; less is more. */
const Rank = { there: 0, go: 1, maybe: 2, none: 3 } as const

/** Whether the owner is not there, or no longer. */
const isAway = ({ attendance }: Happening): boolean =>
  attendance === 'missed' || attendance === 'left-early' || attendance === 'watch-later'

function rank(one: Happening): number {
  if (isAway(one)) return Rank.none
  if (one.attendance === 'attended' || one.entry !== null) return Rank.there
  if (one.attendance === 'planned' || one.star === 'go') return Rank.go
  return one.star === 'maybe' ? Rank.maybe : Rank.none
}

const isWanted = (one: Happening): boolean =>
  !isAway(one) && (one.star === 'go' || one.star === 'maybe' || one.attendance === 'planned')

const length = ({ start, end }: Happening): number => Date.parse(end) - Date.parse(start)

/** How far something is from being a talk: breaks are between them, and exhibitions beside them. */
const distance = (one: Happening): number => (length(one) > LONG ? 2 : Number(one.isBreak))

/** Hidden rooms and tracks are left out, except for what is starred, attended or written about there. */
function isShown(one: Happening, plan: Plan, partsOf: PartsOf): boolean {
  const { session, entry, star, attendance } = one
  if (session === null || entry !== null || star !== null || attendance !== null) return true
  const isHidden = (room: string) => plan.hiddenRooms[room]?.value === true
  const isRoomHidden = isHidden(session.room) || partsOf(session.room).every(isHidden)
  return !isRoomHidden && plan.hiddenTracks[session.track]?.value !== true
}

/**
 * The conference day at a moment: the date, or the day before if a session of its evening is still to end and none of
 * the new day has begun.
 */
function conferenceDay(all: readonly Happening[], date: string, at: string): string {
  const evening = addDays(date, -1)
  const isLate = all.some((one) => one.day === evening && compareInstants(one.end, at) > 0 && length(one) <= HALF_A_DAY)
  const isBegun = all.some((one) => one.day === date && compareInstants(one.start, at) <= 0)
  return isLate && !isBegun ? evening : date
}

function isConferenceDay(all: readonly Happening[], day: string, { firstDay, lastDay }: NowInput): boolean {
  const planned = all.filter(({ session }) => session !== null)
  return planned.length === 0 ? firstDay <= day && day <= lastDay : planned.some((one) => one.day === day)
}

/** A moment in minutes since 1970; its seconds are dropped. */
const minuteOf = (instant: string): number => Math.floor(Date.parse(instant) / MINUTE)

const timed = (one: Happening, until: string, at: string): Timed => ({
  ...one,
  minutes: minuteOf(until) - minuteOf(at),
})

/** In each room, what begins first; without a room, what begins first of that. */
function firstPerRoom(later: readonly Timed[], partsOf: PartsOf): Timed[] {
  const starts = new Map<string, string>()
  for (const { room, start } of later) {
    for (const part of partsOf(room)) if (!starts.has(part)) starts.set(part, start)
  }
  const isFirst = (part: string, start: string) => compareInstants(starts.get(part) ?? start, start) === 0
  return later.filter(({ room, start }) => partsOf(room).some((part) => isFirst(part, start)))
}

function currentOf(on: readonly Timed[]): Timed | null {
  const best = Math.min(...on.map(rank))
  if (best === Rank.none) {
    const talks = on.filter((one) => distance(one) === 0 && !isAway(one))
    return talks.length === 1 ? (talks[0] ?? null) : null
  }
  // Of two, the one that began later: one goes from the first to the second.
  const theirs = on.filter((one) => rank(one) === best)
  return theirs.toSorted((a, b) => compareInstants(b.start, a.start)).at(0) ?? null
}
