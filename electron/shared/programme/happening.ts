import type { Attendance, Plan, Programme, Session, Star } from '../programme.ts'
import { compareInstants } from '../time.ts'
import type { Entry, Speaker, Talk } from '../trip.ts'
import { isBreak } from './is-break.ts'

/** Something that takes place at a time: a session of the programme, or a talk of which there is only an entry. */
export interface Happening {
  /** `null` if it is only in the journal. */
  session: Session | null
  /** The entry about it; `null` if nothing was written yet. */
  entry: Entry | null
  title: string
  speakers: readonly Speaker[]
  room: string
  day: string
  start: string
  end: string
  /** Whether the end is unknown, and `end` is the start of what comes next in the room, or an hour later. */
  isEndGuessed: boolean
  star: Star | null
  attendance: Attendance | null
  isBreak: boolean
}

/** How long something is supposed to last if its end is not known and nothing follows it, in milliseconds. */
const USUAL_LENGTH = 60 * 60_000

type Open = Omit<Happening, 'end' | 'isEndGuessed'> & { end: string | null }

/**
 * Everything of a trip that has a time, sorted by its start. Cancelled and dropped sessions are not in it.
 *
 * @param programme `null` if none was imported
 * @param entries the trip's
 */
export function happeningsOf(programme: Programme | null, plan: Plan, entries: readonly Entry[]): Happening[] {
  const own = plan.own.flatMap(({ session, isRemoved }) => (isRemoved ? [] : [session]))
  const sessions = [...(programme?.sessions ?? []), ...own]
  const ids = new Set(sessions.map(({ id }) => id))
  const about = new Map(entries.toReversed().map((entry) => [entry.sessionId, entry]))
  const open: Open[] = []
  for (const session of sessions) {
    const { id, title, speakers, room, day, start, end } = session
    if (start === null || day === null || session.isCancelled || session.isDropped) continue
    const { star = null, attendance = null } = plan.marks[id] ?? {}
    const entry = about.get(id) ?? null
    open.push({ session, entry, title, speakers, room, day, start, end, star, attendance, isBreak: isBreak(session) })
  }
  for (const entry of entries) {
    if (entry.kind !== 'talk' || entry.start === null) continue
    if (entry.sessionId === undefined || !ids.has(entry.sessionId)) open.push(ofEntry(entry, entry.start))
  }
  return withEnds(open.toSorted((a, b) => compareInstants(a.start, b.start) || (a.title < b.title ? -1 : 1)))
}

function ofEntry(entry: Talk, start: string): Open {
  const { title, speakers, room, day, end } = entry
  return { session: null, entry, title, speakers, room, day, start, end, star: null, attendance: null, isBreak: false }
}

/** @param open sorted by start */
function withEnds(open: readonly Open[]): Happening[] {
  /** Room -> the start that was seen last, and the one after it. */
  const starts = new Map<string, { start: string; after: string | null }>()
  return open
    .toReversed()
    .map((one) => {
      const { start, end, room } = one
      const known = starts.get(room)
      const after = known?.start === start ? known.after : (known?.start ?? null)
      starts.set(room, { start, after })
      if (end !== null) return { ...one, end, isEndGuessed: false }
      const latest = new Date(Date.parse(start) + USUAL_LENGTH).toISOString()
      return { ...one, end: after !== null && compareInstants(after, latest) < 0 ? after : latest, isEndGuessed: true }
    })
    .toReversed()
}
