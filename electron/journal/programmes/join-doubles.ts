import { foldName } from '../../shared/fold-text.ts'
import { noMark, type Plan, type Programme, type Session } from '../../shared/programme.ts'
import type { Trip } from '../../shared/trip.ts'
import { momentAfter } from '../edits/moment-after.ts'
import { mergeMarks } from '../trip-folder/plan.ts'
import { plainText } from './match/session-traits.ts'

/** The id of a dropped session -> that of the same session as the programme has it now. */
export type Doubles = ReadonlyMap<string, string>

/**
 * Finds sessions that a trip has twice. Two computers that imported a programme apart, one as a calendar and one as
 * `schedule.json`, know the same session by different ids; after a merge, the earlier one is a dropped session. Only one
 * with the same title, speakers and start is the same beyond doubt.
 *
 * @param yours the ids of the sessions that are starred, attended or written about; others are not shown anyway
 */
export function findDoubles({ sessions }: Programme, yours: ReadonlySet<string>): Doubles {
  const dropped = sessions.filter(({ id, isDropped }) => isDropped && yours.has(id))
  if (dropped.length === 0) return new Map()
  const live = new Map<string, string | null>()
  for (const session of sessions) {
    const key = session.isDropped ? null : keyOf(session)
    if (key !== null) live.set(key, live.has(key) ? null : session.id)
  }
  return new Map(
    dropped.flatMap((session) => {
      const id = live.get(keyOf(session) ?? '')
      return id === undefined || id === null ? [] : [[session.id, id] as const]
    }),
  )
}

/** `null` if the session cannot be told from others. */
function keyOf({ title, speakers, start }: Session): string | null {
  const name = plainText(title)
  if (name === '' || start === null) return null
  return JSON.stringify([name, speakers.map((one) => foldName(one.name)).toSorted(), Date.parse(start)])
}

/** Moves the marks of doubles to the sessions that stay. Of two choices, the later one wins. */
export function joinMarks(plan: Plan, doubles: Doubles): Plan {
  const marks = { ...plan.marks }
  for (const [from, to] of doubles) {
    const mark = marks[from]
    if (mark === undefined) continue
    marks[to] = mergeMarks(marks[to], mark)
    // Another computer that still has the mark must not bring it back: what was taken away later wins.
    marks[from] = {
      ...noMark,
      starredAt: mark.starredAt && momentAfter(mark.starredAt),
      attendedAt: mark.attendedAt && momentAfter(mark.attendedAt),
    }
  }
  return { ...plan, marks }
}

/** Links the entries about doubles to the sessions that stay. Returns the same trip if no entry is about a double. */
export function joinEntries(trip: Trip, doubles: Doubles): Trip {
  const isDouble = ({ sessionId }: Trip['entries'][number]) => doubles.has(sessionId ?? '')
  const join = (entry: Trip['entries'][number]) => {
    const sessionId = doubles.get(entry.sessionId ?? '')
    return sessionId === undefined ? entry : { ...entry, sessionId, updatedAt: momentAfter(entry.updatedAt) }
  }
  const { entries, deleted } = trip
  if (!entries.some(isDouble) && !deleted.some(({ entry }) => isDouble(entry))) return trip
  return {
    ...trip,
    entries: entries.map(join),
    deleted: deleted.map((one) => (isDouble(one.entry) ? { ...one, entry: join(one.entry) } : one)),
  }
}
