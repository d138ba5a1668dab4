import type { ExpectedSlots } from './expected-slots.ts'
import { overlap, type SessionTraits } from './session-traits.ts'

/** At least as much evidence is needed to recognise a session. */
export const ENOUGH = 4
/** What the same identity in both files adds. */
const SAME_IDENTITY = 8
/** Distinguishes repetitions of one session, which share their identity. */
const SAME_SOURCE = 1

/** How many sessions of the programme have a title. */
export type TitleCounter = (title: string) => number

export function isSameIdentity(before: SessionTraits, after: SessionTraits): boolean {
  return before.identity === after.identity
}

/** What the identity in the file says for two sessions being the same one. */
export function scoreIdentity(before: SessionTraits, after: SessionTraits): number {
  if (!isSameIdentity(before, after)) return 0
  return SAME_IDENTITY + (before.session.source === after.session.source ? SAME_SOURCE : 0)
}

/**
 * How much the content says for two sessions being the same one, apart from time and room. The terms weigh like evidence:
 * what differs between most sessions counts most if it agrees, and what rarely changes counts most if it does not.
 */
export function scoreContent(before: SessionTraits, after: SessionTraits, countOfTitle: TitleCounter): number {
  return (
    scoreTitle(before, after, countOfTitle) +
    scoreSpeakers(before, after) +
    scoreAbstract(before, after) +
    scoreKind(before, after)
  )
}

/** A typing mistake makes a title of fewer characters another one. */
const SHORT = 12

function scoreTitle(before: SessionTraits, after: SessionTraits, countOfTitle: TitleCounter): number {
  if (before.title === after.title) {
    // "Lunch" says little if there is one on each day.
    const count = Math.max(countOfTitle(before.title), 1)
    return 2 + 4 / count
  }
  const likeness = titleLikeness(before, after)
  if (likeness < 0.3) return Math.max(before.title.length, after.title.length) < SHORT ? -1.5 : -3
  return 9 * (likeness - 0.5) + (likeness > 0.5 ? 1 : 0)
}

/** How alike two titles are, from 0 to 1. Words that were added before or after do not make a title another one. */
function titleLikeness(before: SessionTraits, after: SessionTraits): number {
  const likeness = Math.max(
    overlap(before.trigramPrint, after.trigramPrint),
    overlap(before.wordPrint, after.wordPrint),
  )
  const [short, long] = before.words.length <= after.words.length ? [before, after] : [after, before]
  const isContained = short.words.length >= 3 && ` ${long.title} `.includes(` ${short.title} `)
  return isContained ? Math.max(likeness, 0.85) : likeness
}

function scoreSpeakers({ speakerPrint: before }: SessionTraits, { speakerPrint: after }: SessionTraits): number {
  if (before.length === 0 && after.length === 0) return 0
  if (before.length === 0 || after.length === 0) return -0.5
  const common = overlap(before, after)
  return common === 0 ? -4 : 1 + 4 * common
}

function hasOtherSpeakers({ speakerPrint: before }: SessionTraits, { speakerPrint: after }: SessionTraits): boolean {
  return before.length > 0 && after.length > 0 && overlap(before, after) === 0
}

function scoreAbstract(before: SessionTraits, after: SessionTraits): number {
  if (before.abstract === '' || after.abstract === '') return 0
  if (before.abstract === after.abstract) return 5
  const score = 8 * (overlap(before.abstractPrint, after.abstractPrint) - 0.4)
  // Where a session of the same title has another speaker, another abstract is no surprise.
  return before.title === after.title && hasOtherSpeakers(before, after) ? Math.max(score, 0) : score
}

/** At most this much can time and room say. */
export const BEST_SLOT = 4

/** How much time and room say for two sessions being the same one. */
export function scoreSlot(before: SessionTraits, after: SessionTraits, slots: ExpectedSlots): number {
  const start = slots.startOf(before)
  const isSameRoom = slots.roomOf(before) === after.session.room
  const room = isSameRoom ? 1 : -0.5
  if (start === null || after.start === null) return room
  if (after.start === start) return isSameRoom ? BEST_SLOT : 1.5
  return room - (Math.abs(after.start - start) <= HALF_A_DAY ? 1 : 1.5)
}

const HALF_A_DAY = 12 * 60 * 60 * 1000

function agree(one: string, other: string): number {
  if (one === '' || other === '') return 0
  return one === other ? 0.5 : -0.5
}

function scoreKind({ session: before, duration }: SessionTraits, after: SessionTraits): number {
  const { session } = after
  return (
    agree(before.type, session.type) +
    agree(before.track, session.track) +
    agree(before.language, session.language) +
    (duration === null || after.duration === null ? 0 : duration === after.duration ? 0.5 : -0.5)
  )
}
