import { ok, type Result } from '../result.ts'
import { applySplices, type Splice, splicesBetween } from './list-change.ts'

/**
 * An answer with long lists, as JSON. Electron copies objects into the page value by value, which takes many times as
 * long as parsing them there: half a second for a trip of 40,000 entries, in which the window does nothing else.
 *
 * Even parsing takes a tenth of a second for such a trip. So a page that has been sent one is sent only what has changed
 * in it since, whichever call that is the answer to.
 */
export interface PackedAnswer {
  packed: string
  /** If a trip is in it: the name of this state, by which the page refers to it in its next calls. */
  state?: string
  /** Whether the answer has what has changed in the trip in its place. */
  isChange?: boolean
}

/** The state of a trip that a page has, and the name under which it was sent. */
export interface KnownState {
  name: string
  trip: LongTrip
}

/** Something with an id and long lists: a trip, of which nothing else is asked here. */
interface LongTrip {
  id: string
  entries: unknown[]
}

/** What has changed in a trip. */
interface TripChange {
  /** New values of its fields. */
  fields: Record<string, unknown>
  /** Changes in its long lists. */
  lists: Record<string, Splice[]>
  /** The fields that it has no longer. */
  gone: string[]
}

/** The length from which a list makes an answer one that is packed. */
const LONG = 1_000
/** Lists are at most this deep in answers: `value.trip.entries`, `value.post.tree.children`. */
const DEPTH = 4
/** How many states a page can refer to: its calls overlap. */
const MAX_STATES = 4

/**
 * Makes what packs the answers to one page.
 *
 * @returns packs an answer if it has long lists; `known` is the name of the state that the page has, which is not
 * trusted
 */
export function createPacker(): (answer: Result<unknown>, known?: unknown) => Result<unknown> | PackedAnswer {
  // States are never modified, so they are still what was sent.
  const sent = new Map<unknown, LongTrip>()
  return (answer, known) => {
    if (!hasLongList(answer, DEPTH)) return answer
    const trip = tripIn(answer)
    if (trip === null) return { packed: JSON.stringify(answer) }
    const before = sent.get(known)
    const change = before?.id === trip.id ? changeBetween(before, trip) : null
    const state = crypto.randomUUID()
    sent.set(state, trip)
    for (const oldest of [...sent.keys()].slice(0, -MAX_STATES)) sent.delete(oldest)
    if (change === null) return { packed: JSON.stringify(answer), state }
    return { packed: JSON.stringify(withTrip(answer, change)), state, isChange: true }
  }
}

/**
 * Unpacks an answer.
 *
 * @param known the state that the page named with the call
 * @returns the answer, and the state that is in it, or `null`
 */
export function unpack(
  { packed, state, isChange = false }: PackedAnswer,
  known: KnownState | null,
): { answer: Result<unknown>; known: KnownState | null } {
  // The shell packed what is an answer, and what is a change.
  const sent = JSON.parse(packed) as Result<unknown>
  if (state === undefined) return { answer: sent, known: null }
  const answer = isChange && known !== null ? withTrip(sent, applyChange(known.trip, tripOf(sent) as TripChange)) : sent
  const trip = tripIn(answer)
  return { answer, known: trip === null ? null : { name: state, trip } }
}

export function isPacked(answer: object): answer is PackedAnswer {
  return 'packed' in answer
}

function hasLongList(value: unknown, depth: number): boolean {
  if (Array.isArray(value)) return isLong(value)
  if (!isObject(value) || depth === 0) return false
  return Object.values(value).some((part) => hasLongList(part, depth - 1))
}

const isLong = (list: readonly unknown[]) => list.length >= LONG

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** What an answer has as its trip: next to other things, or alone. */
function tripOf(answer: Result<unknown>): unknown {
  if (!answer.ok) return undefined
  return isObject(answer.value) && 'trip' in answer.value ? answer.value['trip'] : answer.value
}

function tripIn(answer: Result<unknown>): LongTrip | null {
  const trip = tripOf(answer)
  return isObject(trip) && isLongTrip(trip) ? trip : null
}

const isLongTrip = (value: object): value is LongTrip =>
  'id' in value && typeof value.id === 'string' && 'entries' in value && Array.isArray(value.entries)

/** An answer with something else as its trip. */
function withTrip(answer: Result<unknown>, trip: unknown): Result<unknown> {
  if (!answer.ok) return answer
  return ok(isObject(answer.value) && 'trip' in answer.value ? { ...answer.value, trip } : trip)
}

function changeBetween(before: LongTrip, after: LongTrip): TripChange | null {
  const old = new Map<string, unknown>(Object.entries(before))
  const change: TripChange = { fields: {}, lists: {}, gone: [] }
  for (const [name, value] of Object.entries(after)) {
    const was = old.get(name)
    old.delete(name)
    if (value === was) continue
    if (value === undefined) change.gone.push(name)
    else if (!Array.isArray(value) || !isLong(value) || !Array.isArray(was)) change.fields[name] = value
    else {
      const splices = splicesBetween(was, value)
      if (splices === null) return null
      change.lists[name] = splices
    }
  }
  change.gone.push(...old.keys())
  return change
}

function applyChange(before: LongTrip, { fields, lists, gone }: TripChange): unknown {
  const after = new Map<string, unknown>([...Object.entries(before), ...Object.entries(fields)])
  for (const [name, splices] of Object.entries(lists)) {
    const list = after.get(name)
    after.set(name, applySplices(Array.isArray(list) ? list : [], splices))
  }
  for (const name of gone) after.delete(name)
  return Object.fromEntries(after)
}
