/** The part of a text that is searched, in UTF-16 units: names are shorter, and a file may hold anything. */
const MAX_LENGTH = 200

/** Folds a text for comparison: lower case, without accents. */
export function fold(text: string): string {
  return text.slice(0, MAX_LENGTH).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** What was typed, as folded words. */
export const wordsOf = (typed: string): readonly string[] => fold(typed).split(/\s+/).filter(Boolean)

/** A text to search in, prepared once. */
export interface Searchable {
  text: string
  /** Where its words begin. */
  starts: readonly number[]
}

/** Prepares a text for {@link rate}. */
export function searchable(text: string): Searchable {
  const folded = fold(text)
  return { text: folded, starts: [...folded.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index) }
}

/** How well each kind of match answers; a text in which nothing matches is rated 0. */
const ratings = { whole: 100, beginning: 80, wordBeginning: 60, inside: 40, initials: 30, misspelt: 15 } as const

/** Words shorter than this are not searched with a typing mistake: everything would match. */
const MIN_MISSPELT = 4

/**
 * Rates how well a text matches what was typed: 0 if one of the words is not in it, at most 100. A word matches at the
 * beginning of the text, of a word, inside, as the beginnings of several words ("newt" for "New talk"), or with one
 * letter mistyped.
 *
 * @param words as by {@link wordsOf}
 */
export function rate(words: readonly string[], { text, starts }: Searchable): number {
  let sum = 0
  for (const word of words) {
    const rating = rateWord(word, text, starts)
    if (rating === 0) return 0
    sum += rating
  }
  return words.length === 0 ? 0 : sum / words.length
}

function rateWord(word: string, text: string, starts: readonly number[]): number {
  if (text === word) return ratings.whole
  if (text.startsWith(word)) return ratings.beginning
  if (starts.some((start) => text.startsWith(word, start))) return ratings.wordBeginning
  if (text.includes(word)) return ratings.inside
  if (isOfBeginnings(word, text, starts)) return ratings.initials
  const isMisspelt = word.length >= MIN_MISSPELT && starts.some((start) => isNearly(word, text, start))
  return isMisspelt ? ratings.misspelt : 0
}

/** Whether a word consists of the beginnings of some words of a text, in their order. */
function isOfBeginnings(word: string, text: string, starts: readonly number[]): boolean {
  /** How many letters of the word the beginnings so far can be. */
  let reached = new Set([0])
  for (const start of starts) {
    const next = new Set(reached)
    for (const from of reached) {
      for (let length = 0; word[from + length] === text[start + length]; length++) {
        if (from + length + 1 === word.length) return true
        next.add(from + length + 1)
      }
    }
    reached = next
  }
  return false
}

/** Whether the letters of a text from some place on are a word with one letter missing, added, swapped or wrong. */
function isNearly(word: string, text: string, start: number): boolean {
  let same = 0
  while (same < word.length && word[same] === text[start + same]) same++
  // Almost everything shares no beginning, and a mistake in the first letter is rare.
  if (same === 0) return false
  const rest = word.slice(same)
  const swapped = (rest[1] ?? '') + (rest[0] ?? '') + rest.slice(2)
  const at = start + same
  return (
    text.startsWith(rest, at + 1) ||
    text.startsWith(rest.slice(1), at) ||
    text.startsWith(rest.slice(1), at + 1) ||
    text.startsWith(swapped, at)
  )
}
