import { foldName, foldText } from '../../../shared/fold-text.ts'
import type { Session } from '../../../shared/programme.ts'

/** What a session is recognised by, prepared once for many comparisons. */
export interface SessionTraits {
  readonly session: Session
  /** Its place in the list that it comes from. */
  readonly index: number
  /** Its identity in the file without the time, room or title that distinguishes repetitions. */
  readonly identity: string
  /** Folded, without punctuation. */
  readonly title: string
  /** Its different words. */
  readonly words: readonly string[]
  readonly wordPrint: Print
  readonly trigramPrint: Print
  /** Folded names. */
  readonly speakers: ReadonlySet<string>
  readonly speakerPrint: Print
  /** Folded, without punctuation; empty if it is too short to recognise anything. */
  readonly abstract: string
  readonly abstractPrint: Print
  /** In milliseconds since 1970; `null` without a time. */
  readonly start: number | null
  /** In milliseconds; `null` if unknown. */
  readonly duration: number | null
}

/** A shorter abstract ("TBA", "See the web page.") may belong to any session. */
const SHORTEST_ABSTRACT = 60
/** As much of an abstract as is compared, in UTF-16 units. */
const COMPARED = 600

export function traitsOf(session: Session, index: number): SessionTraits {
  const title = plainText(session.title)
  const abstract = plainText(session.abstract.slice(0, COMPARED))
  const start = session.start === null ? null : Date.parse(session.start)
  const end = session.end === null ? null : Date.parse(session.end)
  const isLong = abstract.length >= SHORTEST_ABSTRACT
  const words = wordsOf(title)
  const speakers = new Set(session.speakers.map(({ name }) => foldName(name)).filter((name) => name !== ''))
  return {
    session,
    index,
    identity: identityOf(session.source),
    title,
    words,
    wordPrint: printOf(words),
    trigramPrint: printOf(trigramsOf(title)),
    speakers,
    speakerPrint: printOf([...speakers]),
    abstract: isLong ? abstract : '',
    abstractPrint: printOf(isLong ? wordsOf(abstract) : []),
    start,
    duration: start === null || end === null ? null : end - start,
  }
}

/**
 * A session that is given several times has its time, room and title after the identity that all of them share. If it
 * moves, that part changes.
 */
function identityOf(source: string): string {
  return source.replace(/ ?\d{4}-\d\d-\d\d(?:T| |$).*$/s, '')
}

/** A text without case, accents and punctuation, for comparing. */
export function plainText(text: string): string {
  return foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function wordsOf(text: string): string[] {
  return text === '' ? [] : [...new Set(text.split(' '))]
}

function trigramsOf(text: string): string[] {
  const padded = `  ${text} `
  return Array.from({ length: Math.max(0, padded.length - 2) }, (_, index) => padded.slice(index, index + 3))
}

/** A set of texts, as sorted numbers that can be compared fast. Two texts have the same number once in billions of pairs. */
export type Print = Uint32Array

function printOf(texts: readonly string[]): Print {
  return Uint32Array.from(new Set(texts.map(hashOf))).toSorted()
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** How much two sets have in common, from 0 to 1. */
export function overlap(one: Print, other: Print): number {
  if (one.length + other.length === 0) return 0
  let [first, second, common] = [0, 0, 0]
  while (first < one.length && second < other.length) {
    const difference = (one[first] ?? 0) - (other[second] ?? 0)
    if (difference === 0) common++
    if (difference <= 0) first++
    if (difference >= 0) second++
  }
  return (2 * common) / (one.length + other.length)
}
