import type { SessionKind, Speaker } from '../../../shared/trip.ts'
import { wordsOf } from '../../../shared/report/language.ts'
import { isName, readNames } from './read-names.ts'
import { beforeSession, isAside, mentionsTalks, takeSession, wholeSession } from './session-words.ts'
import { takeSpeakerLine } from './speaker-line.ts'
import { takeTimes } from './take-times.ts'

/** A heading of a report, with what is around it. */
export interface TalkHeading {
  /** In plain words. */
  words: string
  isLink: boolean
  /** The beginning of the text below it, as Markdown. */
  text: string
  /** The heading of its section; empty if it is one itself. */
  parent: string
}

/** The talk that a heading announces. */
export interface RecognisedTalk {
  title: string
  speakers: Speaker[]
  session: SessionKind
  /** `HH:MM` in the trip's zone; `null` if the heading has no time. */
  start: string | null
  end: string | null
}

/** The ways in which headings name speakers. */
type Form =
  'by' | 'parentheses' | 'title-name' | 'name-title' | 'name-colon' | 'colon-name' | 'with' | 'session' | 'line'

interface Candidate {
  form: Form
  title: string
  speakers: Speaker[]
}

interface Reading {
  heading: TalkHeading
  words: string
  session: SessionKind | null
  start: string | null
  end: string | null
  candidates: Candidate[]
}

/** How much speaks for a candidate before it is believed. A single "by" is enough; "X: Y" is mostly a subtitle. */
const needed: Record<Form, number> = {
  by: 1,
  with: 1,
  session: 1,
  line: 1,
  parentheses: 2,
  'title-name': 2,
  'name-title': 3,
  'name-colon': 3,
  'colon-name': 3,
}

/**
 * Recognises the talks among the headings of a report: "X by Y", "X - Y", "X (Y)", "Y: X", "Keynote: X". Most authors
 * write all of their headings in the same way, so what is unclear in one is decided by the others.
 *
 * @param language BCP 47, for the word "by"
 * @returns for each heading, the talk or `null`
 */
export function recogniseTalks(headings: readonly TalkHeading[], language: string): (RecognisedTalk | null)[] {
  const by = byPattern(language)
  const readings = headings.map((heading) => read(heading, by))
  const uses = new Map<Form, number>()
  for (const { candidates } of readings) {
    for (const { form } of candidates) uses.set(form, (uses.get(form) ?? 0) + 1)
  }
  const isTimetable = readings.filter(({ start, candidates }) => start !== null && candidates.length > 0).length >= 3
  return readings.map((reading) => decide(reading, uses, isTimetable))
}

function byPattern(language: string): RegExp {
  const own = wordsOf(language).by
  // In Spanish and Italian, the word means "of" as well, and "por" and "par" are used for speakers too.
  const words = [...new Set(['by', own, 'por', 'par'])].join('|')
  return new RegExp(String.raw`[\s,]\s*(?:(?:presented|given|held|delivered)\s)?(?:${words})\s+(?=\S)`, 'gi')
}

function read(heading: TalkHeading, by: RegExp): Reading {
  const numbered = heading.words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:\d{1,3}[.)]|#\d{1,3}:?)\s+(?=\D)/, '')
  const plain = numbered.replace(/^[^\p{L}\p{N}"“„«‘'@([{<`_]+|[\s\p{Extended_Pictographic}\u{FE0F}]+$/gu, '')
  const { start, end, rest: untimed } = takeTimes(plain)
  const taken = takeSession(untimed)
  const words = taken?.rest ?? untimed
  const reading = { heading, words, session: taken?.kind ?? null, start, end }
  if (words === '' || words.length > 500 || isAside(words)) return { ...reading, candidates: [] }
  const spoken = [...byName(words, by), ...aroundDash(words)]
  const places = spoken.flatMap(({ speakers }) => speakers.map(({ affiliation }) => affiliation))
  const candidates = [
    ...spoken,
    // "X by Y (Company)": what is in parentheses is where they work.
    ...(places.some((place) => place !== '' && words.endsWith(`${place})`)) ? [] : inParentheses(words)),
    ...aroundColon(words),
    ...withName(words),
    ...besideSession(words, taken !== null),
    ...inFirstLine(words, heading),
  ]
  return { ...reading, candidates }
}

/** Words before "by" that make it no speaker: "Dinner hosted by A B". */
const passive =
  /\b(?:inspired|driven|powered|written|caused|made|influenced|hosted|organi[sz]ed|sponsored|run|followed|owned|built|designed|created|run|backed|lunch|dinner|step|side|one|day|death|learning|stand|standing|passing)$/i

function byName(words: string, by: RegExp): Candidate[] {
  const splits = [...words.matchAll(by)].map(({ 0: found, index }) => ({
    title: words.slice(0, index),
    names: words.slice(index + found.length),
  }))
  const possible = splits.filter(({ title }) => /\S/.test(title) && !passive.test(title))
  // The first one that is followed by full names: "von" can be a part of them.
  for (const { title, names } of possible) {
    const speakers = readNames(names)
    if (speakers !== null) return speaking('by', title, speakers)
  }
  const last = possible.at(-1)
  return last === undefined ? [] : speaking('by', last.title, readNames(last.names, 'single'))
}

function inParentheses(words: string): Candidate[] {
  const [, title, names] = /^(.+\S)\s*[([]([^()[\]]+)[)\]]$/.exec(words) ?? []
  return title === undefined || names === undefined ? [] : speaking('parentheses', title, readNames(names))
}

const dash = /\s+(?:[-–—|•·]|\/\/)\s+|\s*—\s*/g

function aroundDash(words: string): Candidate[] {
  const dashes = [...words.matchAll(dash)]
  const first = dashes.at(0)
  const last = dashes.at(-1)
  if (first === undefined || last === undefined) return []
  return [
    ...speaking('title-name', words.slice(0, last.index), readNames(words.slice(last.index + last[0].length))),
    ...speaking('name-title', words.slice(first.index + first[0].length), readNames(words.slice(0, first.index))),
  ]
}

function aroundColon(words: string): Candidate[] {
  const [, first, rest] = /^([^:]+):\s+(\S.*)$/.exec(words) ?? []
  if (first === undefined || rest === undefined) return []
  return [...speaking('name-colon', rest, readNames(first)), ...speaking('colon-name', first, readNames(rest))]
}

const conversation =
  /^(.*\b(?:panel|fireside chat|chat|conversation|interview|q\s?&\s?a|discussion|gespräch|interview|entretien|entrevista|podium)\b.*?)\s(?:with|mit|avec|con|com|met)\s(\S.*)$/i

function withName(words: string): Candidate[] {
  const [, , names] = conversation.exec(words) ?? []
  // "with" belongs to the title: "A conversation" alone says nothing.
  return names === undefined ? [] : speaking('with', words, readNames(names))
}

/** "Keynote: Jay Miller" and "Jay Miller's Keynote". */
function besideSession(words: string, isTaken: boolean): Candidate[] {
  if (isTaken) {
    const speakers = readNames(words)
    return speakers === null ? [] : [{ form: 'session', title: words, speakers }]
  }
  const found = beforeSession(words)
  const speakers = found === null || found.kind === 'talk' ? null : readNames(found.before)
  return speakers === null ? [] : [{ form: 'session', title: words, speakers }]
}

function inFirstLine(words: string, { text }: TalkHeading): Candidate[] {
  const speakers = takeSpeakerLine(text)
  return speakers === null ? [] : [{ form: 'line', title: words, speakers }]
}

function speaking(form: Form, title: string, speakers: Speaker[] | null): Candidate[] {
  const clean = title
    .trim()
    .replace(/[,:–—-]$/, '')
    .trim()
  if (speakers === null || clean === '' || isAside(clean)) return []
  return [{ form, title: unquote(clean), speakers }]
}

function unquote(title: string): string {
  const [, inner] = /^(?:"([^"]+)"|“[^“”]+”|„[^„“”]+[“”]|«[^«»]+»|‘[^‘’]+’)$/.exec(title) ?? []
  return (
    inner ??
    (/^[“„«‘]/.test(title) && /[”“»’]$/.test(title) && !/[“„«].*[“„«]/.test(title.slice(1, -1))
      ? title.slice(1, -1).trim()
      : title)
  )
}

function decide(reading: Reading, uses: ReadonlyMap<Form, number>, isTimetable: boolean): RecognisedTalk | null {
  const { heading, words, session, start, end } = reading
  const weighed = reading.candidates
    .map((candidate) => ({ candidate, score: weigh(candidate, reading, uses) - needed[candidate.form] }))
    .filter(({ score }) => score >= 0)
    .toSorted((a, b) => b.score - a.score || (uses.get(b.candidate.form) ?? 0) - (uses.get(a.candidate.form) ?? 0))
  const [best] = weighed
  const suffix = beforeSession(words)
  if (best !== undefined) {
    const { title, speakers } = best.candidate
    const kind = session ?? takeSession(title)?.kind ?? sessionOf(heading, suffix?.kind ?? null)
    return { title, speakers, session: kind, start, end }
  }
  const whole = wholeSession(words)
  if (whole !== null) return { title: words, speakers: [], session: whole, start, end }
  if (session !== null && session !== 'talk' && session !== 'opening' && !isAside(words)) {
    return { title: words, speakers: [], session, start, end }
  }
  // A heading that is nothing but a name, above a text about their talk.
  if (isName(words) && (mentionsTalks(heading.text.slice(0, 300)) || mentionsTalks(heading.parent))) {
    const speakers = readNames(words) ?? []
    return { title: words, speakers, session: sessionOf(heading, null), start, end }
  }
  const isTimed = isTimetable && start !== null
  if ((mentionsTalks(heading.parent) || isTimed) && words !== '' && !isAside(words)) {
    return { title: words, speakers: [], session: 'talk', start, end }
  }
  return null
}

function sessionOf({ words, text }: TalkHeading, found: SessionKind | null): SessionKind {
  if (found !== null) return found
  if (/\bkeynotes?\b/i.test(words)) return 'keynote'
  return /\bkeynote\b/i.test(text.slice(0, 200)) && isName(words) ? 'keynote' : 'talk'
}

function weigh({ form, speakers }: Candidate, { heading, session }: Reading, uses: ReadonlyMap<Form, number>): number {
  const isFull = speakers.every(({ name }) => isName(name))
  const names = speakers.flatMap(({ name }) => name.split(' ')).filter((part) => part.length > 2)
  const isMentioned = names.some((name) => hasWord(heading.text, name))
  const count = uses.get(form) ?? 0
  // A single word after "by" is a speaker only where others are named like that too, and the text is about them.
  if (!isFull && form === 'by') return count >= 3 && isMentioned ? 1 : 0
  return (
    1 +
    (count >= 2 ? 1 : 0) +
    (count >= 4 ? 1 : 0) +
    (isMentioned ? 1 : 0) +
    (heading.isLink ? 1 : 0) +
    (mentionsTalks(heading.parent) ? 1 : 0) +
    (session !== null ? 1 : 0) +
    (speakers.length > 1 ? 1 : 0)
  )
}

function hasWord(text: string, word: string): boolean {
  for (let from = 0; ;) {
    const at = text.indexOf(word, from)
    if (at === -1) return false
    const [before = ' ', after = ' '] = [text[at - 1], text[at + word.length]]
    if (!/\p{L}/u.test(before) && !/\p{L}/u.test(after)) return true
    from = at + word.length
  }
}
