import type { CheckedField } from '../../shared/check/remark.ts'
import { entryPart } from '../../shared/report/post-places.ts'
import { automaticDayHeading } from '../../shared/report/day-heading.ts'
import { addDays } from '../../shared/time.ts'
import type { Trip } from '../../shared/trip.ts'
import type { NameMention } from './check-names.ts'
import type { TitleMention } from './check-titles.ts'
import type { CheckedText } from './checked-texts.ts'
import { type DayClaim, dayClaims, type DayCount } from './day-claims.ts'
import { type Found, foundAt } from './found.ts'
import { keyOf } from './known-names.ts'
import type { KnownTalk } from './known-talk.ts'
import type { SpeakerScene } from './check-speakers.ts'
import { plainWord, proseOf, type Word } from './words.ts'

export interface DayScene extends SpeakerScene {
  readonly trip: Trip
  readonly count: DayCount
}

/** Entries about talks that the programme has on another day. */
export function checkEntryDays({ trip, ofEntry }: DayScene): Found[] {
  return trip.entries.flatMap((entry) => {
    const talk = ofEntry.get(entry.id)
    const [day] = talk?.days ?? []
    if (talk === undefined || day === undefined || talk.days.includes(entry.day)) return []
    return {
      code: 'day' as const,
      field: { of: 'day' as const, entryId: entry.id, day },
      entryId: entry.id,
      at: entryPart(entry.id),
      from: 0,
      to: 0,
      text: automaticDayHeading(trip, entry.day),
      suggestion: automaticDayHeading(trip, day),
      reason: { is: 'day' as const, title: talk.title, day },
    }
  })
}

/** Words for a day in a text that do not fit the talk that they are about, or the day of the entry. */
export function checkDaysInText(
  text: CheckedText,
  titles: readonly TitleMention[],
  people: readonly NameMention[],
  scene: DayScene,
): Found[] {
  const { source, words, field, holds } = text
  if (holds !== 'prose' || words.length === 0) return []
  const claims = dayClaims(proseOf(source), scene.count)
  if (claims.length === 0) return []
  const heading = headingDays(field, scene)
  if (heading !== null) {
    const [claim] = claims
    return claim === undefined ? [] : ofDays(text, claim, heading.days, heading.title, scene)
  }
  const bySentence = new Map<number, DayClaim[]>()
  for (const claim of claims) {
    const sentence = sentenceAt(words, claim.from)
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), claim])
  }
  const found: Found[] = []
  for (const [sentence, [claim, ...others]] of bySentence) {
    if (claim === undefined || others.some(({ form }) => form === claim.form)) continue
    const inSentence = words.filter((word) => word.sentence === sentence)
    if (isElsewhere(claim, inSentence)) continue
    if (claim.form === 'number' && !isDuring(claim, scene.count) && text.entry !== null) {
      found.push(...ofEntryDay(text, claim, scene))
      continue
    }
    const talk = subject(sentence, text, titles, people, scene, inSentence)
    if (talk === 'several') continue
    if (talk !== null) found.push(...ofDays(text, claim, talk.days, talk.title, scene))
    else if (isAboutEntry(claim, inSentence, text)) found.push(...ofEntryDay(text, claim, scene))
  }
  return found
}

const wordSet = (words: string) => new Set(words.split(' ').map(plainWord))

/** Words of sentences that are about two days. */
const elsewhere = wordSet(
  'tomorrow yesterday ago morgen gestern demain hier mañana ayer domani ieri amanhã ontem gisteren',
)
/** Words before a day that is compared with another one. */
const comparing = wordSet(
  'as like unlike since until before after previous next following than from wie als seit bis vor nach comme avant après ' +
    'depuis como desde antes después come dopo prima zoals sinds na voor',
)

/** Whether a sentence, or the words before its day, are about another day than the one that it is in. */
function isElsewhere(claim: DayClaim, sentence: readonly Word[]): boolean {
  const before = sentence.filter(({ to }) => to <= claim.from).slice(-3)
  return sentence.some(({ plain }) => elsewhere.has(plain)) || before.some(({ plain }) => comparing.has(plain))
}

const sentenceAt = (words: readonly Word[], at: number) => words.findLast(({ from }) => from <= at)?.sentence ?? 0

/** The days of the entries below a heading of the report. */
function headingDays(field: CheckedField, { trip }: DayScene): { days: string[]; title: string } | null {
  if (field.of === 'day-heading') return { days: [field.day], title: '' }
  if (field.of !== 'section' || field.field !== 'heading') return null
  const ids = new Set(trip.report.sections.find(({ id }) => id === field.sectionId)?.entryIds)
  return { days: [...new Set(trip.entries.filter(({ id }) => ids.has(id)).map(({ day }) => day))], title: '' }
}

type Subject = Pick<KnownTalk, 'days' | 'title'> | null | 'several'

/** The talk that a sentence is about: the one that it names, or that of the person of whom it says that they spoke. */
function subject(
  sentence: number,
  { words }: CheckedText,
  titles: readonly TitleMention[],
  people: readonly NameMention[],
  { talksOf }: DayScene,
  inSentence: readonly Word[],
): Subject {
  const named = titles.filter(({ match }) => {
    const [first, last] = [words[match.from]?.sentence ?? -1, words[match.to - 1]?.sentence ?? -1]
    return first <= sentence && sentence <= last
  })
  const talks = named.flatMap(({ match }) => match.known.talks)
  if (named.length > 0) return together(talks)
  if (!inSentence.some(({ plain }) => speaking.has(plain))) return null
  const speakers = people.filter(
    ({ name, from }) => words[from]?.sentence === sentence && talksOf.has(keyOf(name.words)),
  )
  if (speakers.length === 0) return null
  return together(speakers.flatMap(({ name }) => talksOf.get(keyOf(name.words)) ?? []))
}

/** Talks of which each has a day. Of those on several days, any can be meant. */
function together(talks: readonly KnownTalk[]): Subject {
  const [first] = talks
  if (first === undefined || talks.some(({ days }) => days.length === 0)) return 'several'
  return { title: first.title, days: [...new Set(talks.flatMap(({ days }) => days))] }
}

const speaking = wordSet(
  'talk keynote session workshop tutorial lecture presentation panel spoke gave presented opened closed held delivered ' +
    'explained showed vortrag sprach hielt conference presente charla ponencia intervento palestra',
)

/** How far into a sentence it may name the day that it tells about. */
const NEAR_START = 4
const happening = wordSet('place held happened scheduled statt')

/** Whether a sentence says on which day its entry was: a heading, the beginning of the text, or "took place on". */
function isAboutEntry(claim: DayClaim, sentence: readonly Word[], { entry, words, field }: CheckedText): boolean {
  const [first] = sentence
  if (entry === null || first === undefined) return false
  const isTitle = field.of === 'entry' && field.field === 'title'
  if (isTitle || (field.of === 'telling' && field.field === 'heading')) return true
  const before = sentence.filter(({ to }) => to <= claim.from)
  const isHeading = /#\s*[^\n]*$/.test(first.gap)
  if (isHeading) return true
  if (entry.kind === 'talk' && sentence.some(({ plain }) => happening.has(plain))) return true
  // "On Sunday" in a note may be a plan or a memory.
  if (claim.form !== 'number' && entry.kind !== 'talk') return false
  return (first === words[0] || entry.kind === 'talk') && before.length <= NEAR_START
}

function ofEntryDay(text: CheckedText, claim: DayClaim, { count, trip, ofEntry }: DayScene): Found[] {
  const { entry } = text
  if (entry === null) return []
  const talk = ofEntry.get(entry.id)
  if (talk !== undefined && talk.days.length > 0) return ofDays(text, claim, talk.days, talk.title, { count })
  // A note of the evening before, or on the way home, counts days that are not its own. By theme, nobody sees the day.
  if (entry.day < count.firstDay || entry.day > count.lastDay || trip.report.arrangement === 'theme') return []
  return ofDays(text, claim, [entry.day], '', { count })
}

function ofDays(
  checked: CheckedText,
  claim: DayClaim,
  days: readonly string[],
  title: string,
  { count }: Pick<DayScene, 'count'>,
): Found[] {
  const [day] = days
  if (day === undefined || days.some(claim.means)) return []
  // "On 3 March I sent my proposal": the date is of no day of the trip.
  if (claim.form === 'date' && !isDuring(claim, count)) return []
  const { from, to } = claim
  const suggestion = days.length === 1 ? claim.wordsFor(day) : null
  return [
    {
      code: 'day',
      ...foundAt(checked, from, to),
      suggestion,
      reason: { is: 'day', title, day },
    },
  ]
}

function isDuring(claim: DayClaim, { firstDay, lastDay }: DayCount): boolean {
  for (let day = firstDay, left = 40; day <= lastDay && left > 0; left--) {
    if (claim.means(day)) return true
    day = addDays(day, 1)
  }
  return false
}
