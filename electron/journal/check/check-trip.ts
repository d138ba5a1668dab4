import type { CheckedField, CheckRemark } from '../../shared/check/remark.ts'
import { type Message, message } from '../../shared/messages/message.ts'
import { personKey } from '../../shared/people/choices.ts'
import { checkDoubledWords } from './check-doubled-words.ts'
import { checkDaysInText, checkEntryDays } from './check-days.ts'
import { checkSingleWords, checkWholeNames, type NamesFound, type NameScene } from './check-names.ts'
import { checkRooms, roomKeys } from './check-rooms.ts'
import { checkSpeakerField, checkSpeakersInText } from './check-speakers.ts'
import { checkTitles, type TitlesFound } from './check-titles.ts'
import { type CheckedText, checkedTexts } from './checked-texts.ts'
import { dayCount } from './day-claims.ts'
import type { Found } from './found.ts'
import { type CheckedTrip, fieldNames, keyOf, type KnownName, vouchedNames, vouchedWords } from './known-names.ts'
import type { KnownTalk } from './known-talk.ts'
import { linkTalks } from './linked-talks.ts'
import { formsIn, NameIndex } from './name-index.ts'
import { namesInTexts, withoutVariants } from './names-in-texts.ts'
import { type Word, wordKey, wordsOf } from './words.ts'

/**
 * Compares names, titles, rooms, days and places in a trip with its programme, its people and itself. Returns what is
 * probably wrong, in the order of the texts. A pure function; for a long trip it takes a second.
 */
export function checkTrip(checked: CheckedTrip): CheckRemark[] {
  const { trip, programme } = checked
  const texts = checkedTexts(trip)
  const names = vouchedNames(checked)
  const forms = formsIn(trip.language)
  const index = new NameIndex(names)
  const fields = Array.from(fieldNames(checked), ([name, count]) => ({ name, count }))
  const unlike = fields.filter(({ name }) => !isVariant(name, index))
  for (const name of withoutVariants(unlike, forms.inName)) index.add(name)

  const { counts, ordinary } = countWords(texts)
  const vouched = vouchedWords(programme, names)
  const scene: NameScene = { index, vouched, ordinary, counts, forms, areDistinct: distinctPairs(checked) }
  const certain = new Map(texts.map((text) => [text, checkWholeNames(text, scene).covered]))
  const isTaken = (text: CheckedText, { plain }: Word, at: number) =>
    certain.get(text)?.has(at) === true || ordinary.has(plain)
  for (const name of namesInTexts(texts, isTaken, forms.inName)) index.add(name)

  const talks = linkTalks(trip, programme)
  const found: Found[] = []
  const whole = new Map<CheckedText, NamesFound>()
  const titled = new Map<CheckedText, TitlesFound>()
  // A word of a title is in lower case where it is wrong too.
  const isWord = ({ plain }: Word) => vouched.has(plain) || (ordinary.has(plain) && (counts.get(plain) ?? 0) > 1)
  for (const text of texts) {
    whole.set(text, checkWholeNames(text, scene))
    titled.set(text, checkTitles(text, { index: talks.titles, isWord }))
  }

  const nearby = { names: namesNearby(whole.values(), talks.ofEntry.values(), index), aliases: aliasesIn(whole) }
  const talksOf = speakersOf(talks.titles.titles.flatMap((title) => title.talks))
  const days = talks.titles.titles.flatMap((title) =>
    title.talks.flatMap((talk) => (talk.isInProgramme ? talk.days.slice(0, 1) : [])),
  )
  const speakers = { ofEntry: talks.ofEntry, talksOf }
  const dayScene = { ...speakers, trip, count: dayCount(trip, days) }
  const rooms = roomKeys(programme)
  for (const text of texts) {
    const [inNames, inTitles] = [whole.get(text), titled.get(text)]
    if (inNames === undefined || inTitles === undefined) continue
    const { mentions } = inTitles
    found.push(
      ...inTitles.found,
      ...checkSpeakerField(text, speakers),
      ...checkSpeakersInText(text, mentions, inNames.mentions, speakers),
      ...checkRooms(text, { rooms, ofEntry: talks.ofEntry }),
      ...inNames.found,
      ...checkSingleWords(text, scene, nearby, inNames.covered),
      ...checkDaysInText(text, mentions, inNames.mentions, dayScene),
      ...checkDoubledWords(text),
    )
  }
  // A report by theme has no days.
  if (trip.report.arrangement === 'day') found.push(...checkEntryDays(dayScene))
  return withoutOverlaps(found).map(toRemark)
}

/** Whether a name in a field is one or two letters off a vouched name, so that it is a mistake rather than a name. */
function isVariant(name: KnownName, index: NameIndex): boolean {
  if (name.words.length === 1) {
    const [word] = name.words
    return word !== undefined && word.plain.length >= 6 && !index.has(word.plain) && index.near(word.plain).length > 0
  }
  const scene: NameScene = {
    index,
    vouched: new Set(),
    ordinary: new Set(),
    counts: new Map(),
    forms: formsIn('en'),
    areDistinct: () => false,
  }
  const words = wordsOf(name.name)
  const field: CheckedField = { of: 'report', field: 'title' }
  const text: CheckedText = { field, entry: null, at: 'title', source: name.name, words, holds: 'name' }
  return checkWholeNames(text, scene).found.length > 0
}

/** How often each word is there, and which words there are in lower case too. */
function countWords(texts: readonly CheckedText[]): { counts: Map<string, number>; ordinary: Set<string> } {
  const counts = new Map<string, number>()
  const ordinary = new Set<string>()
  for (const { words } of texts) {
    for (const { plain, isCapital } of words) {
      counts.set(plain, (counts.get(plain) ?? 0) + 1)
      if (!isCapital) ordinary.add(plain)
    }
  }
  return { counts, ordinary }
}

/** The names that the texts mention in full, and the speakers of the talks that the entries are about. */
function namesNearby(
  found: Iterable<NamesFound>,
  talks: Iterable<KnownTalk>,
  index: NameIndex,
): ReadonlySet<KnownName> {
  const names = new Set<KnownName>()
  for (const { mentions } of found) for (const { name } of mentions) names.add(name)
  for (const { speakers } of talks) {
    for (const speaker of speakers) {
      const words = wordsOf(speaker)
      for (const { form } of index.having(words[0]?.plain ?? '')) {
        if (keyOf(form.name.words) === keyOf(words)) names.add(form.name)
      }
    }
  }
  return names
}

/** Words in which a whole name is off, with the right ones: each of them is off wherever it stands alone. */
function aliasesIn(whole: ReadonlyMap<CheckedText, NamesFound>): Set<string> {
  const aliases = new Set<string>()
  for (const [{ words }, { mentions }] of whole) {
    for (const { name, from } of mentions) {
      for (const [offset, { plain }] of name.words.entries()) {
        const written = words[from + offset]?.plain
        if (written !== undefined && written !== plain) aliases.add(`${written} ${plain}`)
      }
    }
  }
  return aliases
}

function speakersOf(talks: readonly KnownTalk[]): Map<string, KnownTalk[]> {
  const found = new Map<string, KnownTalk[]>()
  for (const talk of talks) {
    for (const speaker of talk.speakers) {
      const key = wordKey(speaker)
      found.set(key, [...(found.get(key) ?? []), talk])
    }
  }
  return found
}

/** Pairs of names of which the user has said that they are of two people. */
function distinctPairs({ choices }: CheckedTrip): (written: string, name: string) => boolean {
  const pairs = new Set(
    (choices?.pairs ?? []).flatMap(({ keys, isSame, otherTripId }) =>
      isSame === false && otherTripId === null ? [keys.join('\n')] : [],
    ),
  )
  return (written, name) => pairs.size > 0 && pairs.has([personKey(written), personKey(name)].toSorted().join('\n'))
}

/** Of several remarks on the same words, the first one, which is about the most. */
function withoutOverlaps(found: readonly Found[]): Found[] {
  const kept: Found[] = []
  const byField = new Map<string, Found[]>()
  for (const one of found) {
    const key = JSON.stringify(one.field)
    const others = byField.get(key) ?? []
    if (one.field.of !== 'day' && others.some(({ from, to }) => from < one.to && one.from < to)) continue
    kept.push(one)
    byField.set(key, [...others, one])
  }
  return kept
}

function toRemark({ code, entryId, field, from, to, text, suggestion, reason, at }: Found): CheckRemark {
  return {
    code,
    entryId,
    where: { field, from, to },
    text,
    suggestion,
    message: sentenceOf(text, suggestion, reason),
    at,
  }
}

function sentenceOf(text: string, suggestion: string | null, reason: Found['reason']): Message {
  const right = suggestion ?? ''
  switch (reason.is) {
    case 'spelling':
      return message('check.spelling', { text, right })
    case 'other-spelling':
      return message('check.other-spelling', { text, right })
    case 'doubled-word':
      return message('check.doubled-word', { text })
    case 'title':
      return message('check.title', { text, right })
    case 'speaker':
      return message('check.speaker', { text, title: reason.title, speakers: [...reason.speakers] })
    case 'room':
      return message('check.room', { text, title: reason.title, right })
    case 'day':
      return reason.title === ''
        ? message('check.entry-day', { text, day: { day: reason.day } })
        : message('check.day', { text, title: reason.title, day: { day: reason.day } })
    default:
      return reason satisfies never
  }
}
