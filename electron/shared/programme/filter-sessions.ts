import { foldText } from '../fold-text.ts'
import type { Plan } from '../programme.ts'
import { foldedAbstract, type IndexedSession } from './index-sessions.ts'

/** What a programme is limited to. `null` lets everything through. */
export interface ProgrammeFilter {
  /** Words that have to occur in the title, a speaker, the room, the track, the type or the abstract. */
  readonly query: string
  readonly day: string | null
  readonly room: string | null
  readonly track: string | null
  readonly type: string | null
  readonly language: string | null
  readonly only: SessionGroup | null
}

/** Sessions that are shown together on request. */
export const sessionGroups = ['starred', 'clashes', 'changed', 'hidden'] as const
export type SessionGroup = (typeof sessionGroups)[number]

export const noFilter: ProgrammeFilter = {
  query: '',
  day: null,
  room: null,
  track: null,
  type: null,
  language: null,
  only: null,
}

/** Whether a session is in a room or a track that its owner has hidden. */
export const isHidden = (
  { session: { room, track }, rooms }: Pick<IndexedSession, 'session' | 'rooms'>,
  { hiddenRooms, hiddenTracks }: Pick<Plan, 'hiddenRooms' | 'hiddenTracks'>,
): boolean =>
  hiddenRooms[room]?.value === true ||
  rooms.every((one) => hiddenRooms[one]?.value === true) ||
  hiddenTracks[track]?.value === true

/** The sessions of each group, by their ids. */
export type GroupedSessions = Readonly<Record<SessionGroup, ReadonlySet<string>>>

export interface FilteredSessions {
  /** In the order of the programme. */
  readonly shown: readonly IndexedSession[]
  /** Day -> the number of sessions that the rest of the filter lets through on it. */
  readonly perDay: ReadonlyMap<string, number>
  /** Those that the rest of the filter lets through on any day. */
  readonly total: number
}

/**
 * The sessions that a filter lets through. Hidden ones are shown only if the filter asks for them, or for all starred
 * ones: what was starred must not be missed.
 *
 * @param search remembers what it found before
 */
export function filterSessions(
  sessions: readonly IndexedSession[],
  filter: ProgrammeFilter,
  groups: GroupedSessions,
  search: WordSearch = wordSearch(),
): FilteredSessions {
  const found = search(sessions, filter.query)
  const group = filter.only === null ? null : groups[filter.only]
  const shown: IndexedSession[] = []
  const perDay = new Map<string, number>()
  let total = 0
  for (const indexed of found) {
    const { id, track, type, language, day } = indexed.session
    const isOut =
      (group === null ? groups.hidden.has(id) && !groups.starred.has(id) : !group.has(id)) ||
      (filter.room !== null && !indexed.rooms.includes(filter.room)) ||
      (filter.track !== null && track !== filter.track) ||
      (filter.type !== null && type !== filter.type) ||
      (filter.language !== null && language !== filter.language)
    if (isOut) continue
    total++
    if (day !== null) perDay.set(day, (perDay.get(day) ?? 0) + 1)
    if (filter.day === null || filter.day === day) shown.push(indexed)
  }
  return { shown, perDay, total }
}

/** Finds the sessions with all words of a query, in their order. */
export type WordSearch = (sessions: readonly IndexedSession[], query: string) => readonly IndexedSession[]

/** More queries are not remembered. */
const MAX_REMEMBERED = 50

/**
 * A search that remembers its last results: the next letter is only looked for in what was found before it, and the
 * letter that is deleted costs nothing.
 */
export function wordSearch(): WordSearch {
  let searched: readonly IndexedSession[] = []
  const results = new Map<string, readonly IndexedSession[]>()
  return (sessions, query) => {
    if (sessions !== searched || results.size > MAX_REMEMBERED) results.clear()
    searched = sessions
    const words = foldText(query).split(/\s+/u).filter(Boolean)
    const key = words.join(' ')
    const known = results.get(key)
    if (known !== undefined) return known
    // Whatever has these words has the beginning of them too.
    const shorter = [...results.keys()].filter((one) => key.startsWith(one)).toSorted((a, b) => b.length - a.length)
    const found = (results.get(shorter[0] ?? '') ?? sessions).filter((indexed) => hasWords(indexed, words))
    results.set(key, found)
    return found
  }
}

function hasWords({ names, session }: IndexedSession, words: readonly string[]): boolean {
  return words.every((word) => names.includes(word) || foldedAbstract(session).includes(word))
}

const filled = (values: readonly string[]): ReadonlySet<string> => new Set(values.filter((value) => value !== ''))

/** The values by which sessions can be filtered, those that occur, in the programme's order or else sorted. */
export function filterValues(
  sessions: readonly IndexedSession[],
  order: { readonly rooms: readonly string[]; readonly tracks: readonly string[] },
): Readonly<Record<'rooms' | 'tracks' | 'types' | 'languages' | 'days', readonly string[]>> {
  const of = (pick: (session: IndexedSession['session']) => string) =>
    filled(sessions.map(({ session }) => pick(session)))
  return {
    rooms: inOrder(filled(sessions.flatMap(({ rooms }) => rooms)), order.rooms),
    tracks: inOrder(
      of(({ track }) => track),
      order.tracks,
    ),
    types: inOrder(
      of(({ type }) => type),
      [],
    ),
    languages: inOrder(
      of(({ language }) => language),
      [],
    ),
    days: [...of(({ day }) => day ?? '')].toSorted(),
  }
}

function inOrder(values: ReadonlySet<string>, order: readonly string[]): string[] {
  const first = [...new Set(order)].filter((value) => values.has(value))
  const others = [...values].filter((value) => !first.includes(value))
  return [...first, ...others.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))]
}
