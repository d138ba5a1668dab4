import type { Session } from '../../../shared/programme.ts'
import { bestAssignment } from './best-assignment.ts'
import { type ExpectedSlots, expectRooms, expectStarts, type Pair, sameSlots } from './expected-slots.ts'
import { candidateFinder } from './find-candidates.ts'
import {
  BEST_SLOT,
  ENOUGH,
  isSameIdentity,
  scoreContent,
  scoreIdentity,
  scoreSlot,
  type TitleCounter,
} from './score-match.ts'
import { type SessionTraits, traitsOf } from './session-traits.ts'

/** A session that is in both programmes. */
export interface MatchedSession {
  readonly before: Session
  readonly after: Session
  /** Whether it was recognised by its content, because the organiser's identity has changed. */
  readonly isGuessed: boolean
}

/**
 * Finds which sessions of a newer programme are those of an earlier one: by their identity in the file and, where that has
 * changed or means another session now, by title, speakers, abstract, time and room. Each is used at most once, and the
 * whole assignment is the best possible one. A session without enough evidence stays alone rather than being taken for
 * another one.
 */
export function matchSessions(before: readonly Session[], after: readonly Session[]): MatchedSession[] {
  const [earlier, later] = [before.map(traitsOf), after.map(traitsOf)]
  const countOfTitle = titleCounter(earlier, later)
  const isAlike = ([one, other]: Pair) => scoreContent(one, other, countOfTitle) + scoreSlot(one, other, sameSlots) > 0
  const identical = pairsBy(earlier, later, ({ identity }) => identity)
  const alike = identical.filter(isAlike)
  // Otherwise the organiser numbers the sessions again for each version.
  const areIdentitiesTrusted = alike.length * 2 >= identical.length
  const anchors = [...(areIdentitiesTrusted ? alike : []), ...pairsBy(earlier, later, titleAndSpeakers)]
  const startOf = expectStarts(anchors)
  const possible = findPossible(earlier, candidateFinder(later, startOf), areIdentitiesTrusted, countOfTitle)
  // The rooms are known better once it is known which sessions may be which.
  const first = { startOf, roomOf: expectRooms(anchors.map((pair) => [pair])) }
  const roomOf = expectRooms(
    possible.map((matches) => likeliest(scoreAll(matches, first)).map((match): Pair => [match.before, match.after])),
  )
  const scored = possible.map((matches) => scoreAll(matches, { startOf, roomOf }))
  const assigned = bestAssignment(
    scored.map((matches) => matches.map(({ after: { index }, score }) => ({ to: index, score }))),
  )
  return scored.flatMap((matches, index) => {
    const found = matches.find((match) => match.after.index === assigned[index])
    if (found === undefined) return []
    const isKnown =
      areIdentitiesTrusted && isSameIdentity(found.before, found.after) && isAlike([found.before, found.after])
    return [{ before: found.before.session, after: found.after.session, isGuessed: !isKnown }]
  })
}

interface PossibleMatch {
  readonly before: SessionTraits
  readonly after: SessionTraits
  readonly score: number
}

/** For each session of the earlier programme, those that it may be, with what speaks for it apart from time and room. */
function findPossible(
  earlier: readonly SessionTraits[],
  candidatesOf: (before: SessionTraits) => readonly SessionTraits[],
  areIdentitiesTrusted: boolean,
  countOfTitle: TitleCounter,
): PossibleMatch[][] {
  return earlier.map((before) =>
    candidatesOf(before).flatMap((after) => {
      if (before.session.isDropped && !isUnmistakable(before, after)) return []
      const identity = areIdentitiesTrusted ? scoreIdentity(before, after) : 0
      const score = identity + scoreContent(before, after, countOfTitle)
      return score + BEST_SLOT < ENOUGH ? [] : [{ before, after, score }]
    }),
  )
}

/** The matches with enough evidence, together with time and room. */
function scoreAll(matches: readonly PossibleMatch[], slots: ExpectedSlots): PossibleMatch[] {
  return matches.flatMap(({ before, after, score }) => {
    // What few sessions say about the others can be wrong: some are still where they were.
    const all = score + Math.max(scoreSlot(before, after, slots), scoreSlot(before, after, sameSlots) - 1)
    return all < ENOUGH ? [] : [{ before, after, score: all - ENOUGH + SLIGHTLY }]
  })
}

/** A match with just enough evidence is better than none. */
const SLIGHTLY = 0.01

/** The matches that are about as likely as the likeliest one. */
function likeliest(matches: readonly PossibleMatch[]): PossibleMatch[] {
  const best = Math.max(...matches.map(({ score }) => score))
  return matches.filter(({ score }) => score >= best - 3)
}

/** A session that was dropped long ago comes back only as itself. */
function isUnmistakable(before: SessionTraits, after: SessionTraits): boolean {
  return isSameIdentity(before, after) || titleAndSpeakers(before) === titleAndSpeakers(after)
}

const titleAndSpeakers = ({ title, speakers }: SessionTraits) => JSON.stringify([title, ...[...speakers].toSorted()])

/** The pairs whose key occurs exactly once in each of the two lists. */
function pairsBy(
  earlier: readonly SessionTraits[],
  later: readonly SessionTraits[],
  keyOf: (traits: SessionTraits) => string,
): Pair[] {
  const [before, after] = [uniqueBy(earlier, keyOf), uniqueBy(later, keyOf)]
  return [...before].flatMap(([key, one]): Pair[] => {
    const other = after.get(key)
    return one === null || other === undefined || other === null ? [] : [[one, other]]
  })
}

/** Key -> the only session with it; `null` if there are several. */
function uniqueBy(
  all: readonly SessionTraits[],
  keyOf: (traits: SessionTraits) => string,
): Map<string, SessionTraits | null> {
  const unique = new Map<string, SessionTraits | null>()
  for (const traits of all) unique.set(keyOf(traits), unique.has(keyOf(traits)) ? null : traits)
  return unique
}

function titleCounter(...lists: (readonly SessionTraits[])[]): TitleCounter {
  const counts = lists.map((list) => {
    const ofList = new Map<string, number>()
    for (const { title } of list) ofList.set(title, (ofList.get(title) ?? 0) + 1)
    return ofList
  })
  return (title) => Math.max(...counts.map((ofList) => ofList.get(title) ?? 0))
}
