import type { EntryLink } from '../../shared/contract/programme.ts'
import { foldName } from '../../shared/fold-text.ts'
import type { Programme, Session } from '../../shared/programme.ts'
import type { Talk, Trip } from '../../shared/trip.ts'
import { momentAfter } from '../edits/moment-after.ts'
import { plainText } from './match/session-traits.ts'

/**
 * Finds the sessions of talks that were written before there was a programme: those with the same title that also agree
 * in a speaker or in their beginning. Whatever could be meant twice is left alone.
 */
export function findLinks({ entries, deleted }: Trip, { sessions }: Programme): EntryLink[] {
  const taken = new Set([...entries, ...deleted.map(({ entry }) => entry)].map(({ sessionId }) => sessionId))
  const free = sessions.filter(({ id, isDropped }) => !isDropped && !taken.has(id))
  const byTitle = new Map<string, Session[]>()
  for (const session of free) {
    const title = plainText(session.title)
    byTitle.set(title, [...(byTitle.get(title) ?? []), session])
  }
  const found = entries.flatMap((entry): EntryLink[] => {
    if (entry.kind !== 'talk' || entry.sessionId !== undefined || plainText(entry.title) === '') return []
    const session = clearest(entry, byTitle.get(plainText(entry.title)) ?? [])
    return session === null ? [] : [{ entryId: entry.id, sessionId: session.id }]
  })
  return found.filter(({ sessionId }) => found.filter((other) => other.sessionId === sessionId).length === 1)
}

/** The only session that a talk can be; of repetitions, the one at its time. `null` if that is not clear. */
function clearest(talk: Talk, sessions: readonly Session[]): Session | null {
  const possible = sessions.filter((session) => isPossible(talk, session))
  const narrowed = possible.length > 1 ? possible.filter((session) => isAtOnce(talk, session)) : possible
  const [session, ...others] = narrowed
  return session === undefined || others.length > 0 ? null : session
}

function isPossible(talk: Talk, session: Session): boolean {
  const [mine, theirs] = [namesOf(talk), namesOf(session)]
  // With other speakers, it is another talk, whenever it is.
  return mine.size > 0 && theirs.size > 0 ? [...mine].some((name) => theirs.has(name)) : isAtOnce(talk, session)
}

function isAtOnce({ start }: Talk, session: Session): boolean {
  return start !== null && session.start !== null && Date.parse(start) === Date.parse(session.start)
}

function namesOf({ speakers }: Pick<Talk, 'speakers'>): Set<string> {
  return new Set(speakers.map(({ name }) => foldName(name)).filter((name) => name !== ''))
}

/** Links entries that have no session to theirs. Returns the same trip if there is nothing to link. */
export function linkEntries(trip: Trip, links: readonly EntryLink[]): Trip {
  const sessionOf = new Map(links.map(({ entryId, sessionId }) => [entryId, sessionId]))
  if (!trip.entries.some(({ id, sessionId }) => sessionId === undefined && sessionOf.has(id))) return trip
  const entries = trip.entries.map((entry) => {
    const sessionId = sessionOf.get(entry.id)
    if (sessionId === undefined || entry.sessionId !== undefined) return entry
    return { ...entry, sessionId, updatedAt: momentAfter(entry.updatedAt) }
  })
  return { ...trip, entries }
}

/** Takes links away that are still as they were made. Returns the same trip if there is nothing to take away. */
export function unlinkEntries(trip: Trip, links: readonly EntryLink[]): Trip {
  const sessionOf = new Map(links.map(({ entryId, sessionId }) => [entryId, sessionId]))
  const isLinked = ({ id, sessionId }: Trip['entries'][number]) =>
    sessionId !== undefined && sessionOf.get(id) === sessionId
  if (!trip.entries.some(isLinked)) return trip
  const entries = trip.entries.map((entry) => {
    if (!isLinked(entry)) return entry
    const unlinked = { ...entry, updatedAt: momentAfter(entry.updatedAt) }
    delete unlinked.sessionId
    return unlinked
  })
  return { ...trip, entries }
}
