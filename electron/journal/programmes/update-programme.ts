import type { ProgrammeChange } from '../../shared/contract/programme.ts'
import { type ChangeKind, MAX_SESSIONS, type Programme, type Session } from '../../shared/programme.ts'
import { sortSessions } from '../../shared/programme/sort-sessions.ts'
import { compareInstants } from '../../shared/time.ts'
import { justAfter } from '../trip-file/sides.ts'
import { kindsOfChange, sortChanges } from './compare-programmes.ts'
import { type MatchedSession, matchSessions } from './match/match-sessions.ts'
import { sessionIdOf } from './resolve-programme.ts'

/** The result of importing a programme into a trip that has one. */
export interface ProgrammeUpdate {
  programme: Programme
  /** Those that concern the owner first. */
  changes: ProgrammeChange[]
}

/**
 * Replaces a programme with a newer one. A session that is in both keeps its id, and with it what the owner noted and
 * wrote. Sessions that are only in the earlier one are kept as dropped ones, whoever starred them: a star may still be on
 * its way from another computer.
 *
 * @param current `null` if nothing was imported yet
 * @param next as resolved from a file; its ids follow from the identities in the file
 * @param yours the ids of the sessions that are starred, attended or written about
 */
export function updateProgramme(
  current: Programme | null,
  next: Programme,
  yours: ReadonlySet<string>,
): ProgrammeUpdate {
  if (current === null || current.sessions.length === 0) return { programme: next, changes: [] }
  const matched = new Map(matchSessions(current.sessions, next.sessions).map((match) => [match.after.id, match]))
  const kept = new Set([...matched.values()].map(({ before }) => before.id))
  const taken = new Set(current.sessions.map(({ id }) => id))
  const compared = next.sessions.map((session) => compareSession(session, matched.get(session.id), yours, taken))
  const left = current.sessions.filter(({ id }) => !kept.has(id))
  const changes = [
    ...compared.flatMap((one) => one.changes),
    ...left.flatMap((session) => droppedChange(session, yours)),
  ]
  const sessions = [...compared.map(({ session }) => session), ...asDropped(left, next.sessions.length, yours)]
  return {
    programme: {
      ...next,
      importedAt:
        compareInstants(next.importedAt, current.importedAt) > 0 ? next.importedAt : justAfter(current.importedAt),
      sessions: sortSessions(sessions, next.rooms),
      changed: changedOf(changes),
    },
    changes: sortChanges(changes),
  }
}

function compareSession(
  found: Session,
  match: MatchedSession | undefined,
  yours: ReadonlySet<string>,
  taken: Set<string>,
): { session: Session; changes: ProgrammeChange[] } {
  if (match === undefined) {
    const session = { ...found, id: freeId(found, taken) }
    return { session, changes: [added(session)] }
  }
  const { before, isGuessed } = match
  const session = { ...found, id: before.id }
  const isYours = yours.has(before.id)
  // It was left out for a while, and nobody has seen it since.
  if (before.isDropped && !isYours) return { session, changes: [added(session)] }
  const kinds = kindsOfChange(before, session)
  return { session, changes: kinds.map((kind) => ({ kind, before, after: session, isYours, isGuessed })) }
}

function added(session: Session): ProgrammeChange {
  return { kind: 'added', before: null, after: session, isYours: false, isGuessed: false }
}

function droppedChange(session: Session, yours: ReadonlySet<string>): ProgrammeChange[] {
  if (session.isDropped) return []
  return [{ kind: 'dropped', before: session, after: null, isYours: yours.has(session.id), isGuessed: false }]
}

/** If there are too many, those that nobody noted anything about are given up first. */
function asDropped(sessions: readonly Session[], others: number, yours: ReadonlySet<string>): Session[] {
  const byImportance = sessions.toSorted((one, other) => Number(yours.has(other.id)) - Number(yours.has(one.id)))
  return byImportance.slice(0, MAX_SESSIONS - others).map((session) => ({ ...session, isDropped: true }))
}

/** An id that no other session has: an organiser may give an identity that was in use to another session. */
function freeId({ id, source }: Session, taken: Set<string>): string {
  let free = id
  for (let number = 2; taken.has(free); number++) free = sessionIdOf(`${source} ${number}`)
  taken.add(free)
  return free
}

function changedOf(changes: readonly ProgrammeChange[]): Record<string, ChangeKind[]> {
  const changed: Record<string, ChangeKind[]> = {}
  for (const { kind, before, after } of changes) {
    const id = (after ?? before)?.id
    if (id !== undefined) changed[id] = [...(changed[id] ?? []), kind]
  }
  return changed
}
