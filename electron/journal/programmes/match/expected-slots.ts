import { bestAssignment } from './best-assignment.ts'
import type { SessionTraits } from './session-traits.ts'

/** Where and when a session is expected in the newer programme if the organiser moved whole days or renamed rooms. */
export interface ExpectedSlots {
  /** In milliseconds since 1970; `null` if the session has no time. */
  startOf(before: SessionTraits): number | null
  roomOf(before: SessionTraits): string
}

export type Pair = readonly [before: SessionTraits, after: SessionTraits]

/** Where sessions are if nothing was moved or renamed. */
export const sameSlots: ExpectedSlots = { startOf: ({ start }) => start, roomOf: ({ session }) => session.room }

/** Learns how days were shifted. @param anchors pairs that belong together beyond doubt */
export function expectStarts(anchors: readonly Pair[]): ExpectedSlots['startOf'] {
  const shifts = new Votes()
  for (const [before, after] of anchors) {
    if (before.start === null || after.start === null) continue
    const shift = String(after.start - before.start)
    shifts.add(dayOf(before), shift)
    shifts.add(ALL_DAYS, shift)
  }
  return (traits) => {
    const shift = shifts.winner(dayOf(traits)) ?? shifts.winner(ALL_DAYS) ?? '0'
    return traits.start === null ? null : traits.start + Number(shift)
  }
}

const ALL_DAYS = ''

function dayOf({ session }: SessionTraits): string {
  return `day ${session.day ?? ''}`
}

/**
 * Learns how rooms were renamed: each room gets at most one new name, so that two rooms with the same sessions at the same
 * times are told apart by the few that only one of them has.
 *
 * @param possible for each session of the earlier programme, what it may be; several have a part of a vote each
 */
export function expectRooms(possible: Iterable<readonly Pair[]>): ExpectedSlots['roomOf'] {
  const votes = new Votes()
  for (const pairs of possible) {
    for (const [before, after] of pairs) votes.add(before.session.room, after.session.room, 1 / pairs.length)
  }
  const [before, after] = [votes.keys(), votes.values()]
  const places = new Map(after.map((room, index) => [room, index]))
  const assigned = bestAssignment(
    before.map((room) => votes.of(room).map(([value, score]) => ({ to: places.get(value) ?? 0, score }))),
  )
  const renamed = new Map(before.map((room, index) => [room, after[assigned[index] ?? -1]]))
  return ({ session: { room } }) => renamed.get(room) ?? room
}

/** Counts which value goes with each key most often. */
class Votes {
  readonly #counts = new Map<string, Map<string, number>>()

  add(key: string, value: string, weight = 1): void {
    const counts = this.#counts.get(key) ?? new Map<string, number>()
    counts.set(value, (counts.get(value) ?? 0) + weight)
    this.#counts.set(key, counts)
  }

  keys(): string[] {
    return [...this.#counts.keys()]
  }

  values(): string[] {
    return [...new Set([...this.#counts.values()].flatMap((counts) => [...counts.keys()]))]
  }

  of(key: string): [value: string, votes: number][] {
    return [...(this.#counts.get(key) ?? [])]
  }

  /** The value with the most votes; `null` without votes, or if several have as many. */
  winner(key: string): string | null {
    const [first, second] = this.of(key).toSorted(([, one], [, other]) => other - one)
    return first === undefined || first[1] === second?.[1] ? null : first[0]
  }
}
