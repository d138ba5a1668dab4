import type { Plan } from '../../shared/programme.ts'
import type { Trip } from '../../shared/trip.ts'

/** The ids of the sessions that are starred, attended or written about. A deleted entry counts: it can come back. */
export function findYours(
  { marks }: Pick<Plan, 'marks'>,
  { entries, deleted = [] }: Pick<Trip, 'entries'> & Partial<Pick<Trip, 'deleted'>>,
): Set<string> {
  const marked = Object.entries(marks).filter(([, { star, attendance }]) => star !== null || attendance !== null)
  const written = [...entries, ...deleted.map(({ entry }) => entry)].flatMap(({ sessionId }) => sessionId ?? [])
  return new Set([...marked.map(([id]) => id), ...written])
}
