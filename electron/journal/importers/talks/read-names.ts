import type { Speaker } from '../../../shared/trip.ts'
import { isCommonWord } from './common-words.ts'

/** Longer than any list of speakers in a heading. */
const MAX_LENGTH = 400
const MAX_SPEAKERS = 20

const particles = new Set(
  "van von der den de del della dello degli di da do dos das du la le les el al bin ibn ter ten te zu zum zur y e af av auf ’t 't san st. ben mac".split(
    ' ',
  ),
)
const honorifics = /^(?:dr|prof|mr|mrs|ms|sir|dipl|ing|phd|jr|sr)\.?$/i
const capitalised = /^(?:(?:al|el|d|l|o|de|da|di|la|le|mc|mac)[-'’])?\p{Lu}[\p{L}\p{M}'’.-]*$/u
const initials = /^\p{Lu}(?:\.?-?\p{Lu})?\.?$/u

/** How much a text must look like a name: `full` needs a first name and a surname. */
export type NameForm = 'full' | 'single'

/** Whether a text looks like the name of a person. */
export function isName(text: string, form: NameForm = 'full'): boolean {
  if (text.length > 60) return false
  const parts = text.split(' ').filter(Boolean)
  if (parts.length === 1 && /^@[\w.-]{2,40}$/.test(text)) return true
  // Scripts without capital letters: only very short texts are names.
  if (/^[\p{Lo}\s・·]{2,10}$/u.test(text)) return true
  const names = parts.filter((part) => !particles.has(part.toLowerCase()) && !honorifics.test(part))
  if (names.length < (form === 'full' ? 2 : 1) || names.length > 4 || parts.length > 6) return false
  const [first = ''] = names
  if (first !== parts.find((part) => !honorifics.test(part)) && !particles.has(parts[0]?.toLowerCase() ?? ''))
    return false
  if (/^\p{Lu}{3,}$/u.test(first) || (first.length >= 6 && /^[^-]+ing$/.test(first))) return false
  // A name ends with a name: "Programming in Go" has no particle that could end it.
  if (particles.has(parts.at(-1)?.toLowerCase() ?? '') && parts.length > 1) return false
  if (!names.some((part) => /\p{Ll}/u.test(part))) return false
  return names.every((part) => {
    if (initials.test(part)) return true
    if (!capitalised.test(part) || part.endsWith('.')) return false
    if (/\p{Ll}\p{Lu}{2,}/u.test(part)) return false
    const pieces = part.split('-')
    // "von der Au": what follows a particle is a name, whatever it means.
    const follows = particles.has(parts[parts.indexOf(part) - 1] ?? '')
    return follows || (!pieces.every(isCommonWord) && !isCommonWord(part))
  })
}

const conjunctions = String.raw`\s(?:and|und|et|y|e|en|plus)\s|\s*[&+]\s*`
const separator = new RegExp(`(${conjunctions})|\\s*[,;/]\\s*(?:(?:and|und|et|y|e|en|&)\\s)?`, 'u')
const firm = /\s(?:from|of|at|@|aus|de chez|bei|bij)\s+(\S.*)$/

/**
 * Reads a list of speakers: "A B (Company), C D & E F". What follows a name after a comma and is not a name is where
 * they work: "A B, Company".
 *
 * @param form whether a single word can be a name
 * @returns `null` if any part is neither
 */
export function readNames(text: string, form: NameForm = 'full'): Speaker[] | null {
  const list = text
    .trim()
    .replace(/\s+(?:et al\.?|and others|u\.\s?a\.)$/, '')
    .replace(/^(?:speakers?|by)\s*:?\s+/i, '')
    .replace(/[.:]$/, '')
  if (list === '' || list.length > MAX_LENGTH) return null
  const pieces = splitList(list)
  if (pieces.length > MAX_SPEAKERS) return null
  const isList = pieces.some(({ isJoined }) => isJoined)
  const speakers: Speaker[] = []
  for (const { words, isJoined } of pieces) {
    const speaker = readName(words, isList && speakers.length > 0 ? 'single' : form)
    const previous = speakers.at(-1)
    if (speaker !== null && (isJoined || speakers.length === 0 || isName(speaker.name) || isList))
      speakers.push(speaker)
    else if (previous === undefined || isJoined || previous.affiliation !== '' || !isAffiliation(words)) return null
    else previous.affiliation = words
  }
  return speakers.length === 0 ? null : speakers
}

function readName(words: string, form: NameForm): Speaker | null {
  const [, before = words, inside = ''] = /^(.+?)\s*[([]([^()[\]]{1,80})[)\]]$/.exec(words) ?? []
  const firmAt = firm.exec(before)
  const place = firmAt?.[1] ?? ''
  const name = before.slice(0, firmAt?.index ?? before.length).trim()
  if (!isName(name, form)) return null
  return { name, role: '', affiliation: (inside || place).trim() }
}

function isAffiliation(words: string): boolean {
  return words.length <= 80 && /^[\p{Lu}\d]/u.test(words) && !/[.!?]\s/.test(words)
}

interface Piece {
  words: string
  /** Whether a word such as "and" joins it to the one before. */
  isJoined: boolean
}

/** Splits a list at commas and conjunctions that are not inside parentheses. */
function splitList(list: string): Piece[] {
  const pieces: Piece[] = []
  let words = ''
  let isJoined = false
  const add = () => {
    if (words.trim() !== '') pieces.push({ words: words.trim(), isJoined })
    words = ''
  }
  for (const part of list.split(/([([][^()[\]]*[)\]])/)) {
    if (/^[([]/.test(part)) {
      words += part
      continue
    }
    let rest = part
    for (;;) {
      const match = separator.exec(rest)
      if (match === null) break
      words += rest.slice(0, match.index)
      add()
      isJoined = match[1] !== undefined || /[&]|\p{L}/u.test(match[0])
      rest = rest.slice(match.index + match[0].length)
    }
    words += rest
  }
  add()
  return pieces
}
