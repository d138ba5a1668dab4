import type { NameMention } from './check-names.ts'
import type { TitleMention } from './check-titles.ts'
import type { CheckedText } from './checked-texts.ts'
import { type Found, foundAt } from './found.ts'
import { keyOf } from './known-names.ts'
import type { KnownTalk } from './known-talk.ts'
import { plainWord, type Word, wordKey, wordsOf } from './words.ts'

/** Whether somebody speaks in the programme, and what is known of a talk's speakers. */
export interface SpeakerScene {
  /** The talk of the programme that an entry is about. */
  readonly ofEntry: ReadonlyMap<string, KnownTalk>
  /** The key of a name -> the talks that this person gives. */
  readonly talksOf: ReadonlyMap<string, readonly KnownTalk[]>
}

const speaksIn = ({ speakers }: KnownTalk, key: string) => speakers.some((speaker) => wordKey(speaker) === key)

/** Somebody in the field for a talk's speakers who gives other talks, but not this one. */
export function checkSpeakerField(text: CheckedText, { ofEntry, talksOf }: SpeakerScene): Found[] {
  const { entry, field, source } = text
  if (field.of !== 'speaker' || entry?.kind !== 'talk') return []
  const talk = ofEntry.get(entry.id)
  const key = wordKey(source)
  if (talk === undefined || talk.speakers.length === 0 || speaksIn(talk, key) || !talksOf.has(key)) return []
  const named = new Set(entry.speakers.map(({ name }) => wordKey(name)))
  const missing = talk.speakers.filter((name) => !named.has(wordKey(name)))
  return [wrongSpeaker(text, 0, source.length, talk, missing)]
}

/** Somebody whom a text names as the speaker of a talk that others give. */
export function checkSpeakersInText(
  text: CheckedText,
  titles: readonly TitleMention[],
  people: readonly NameMention[],
  scene: SpeakerScene,
): Found[] {
  const { words } = text
  const found: Found[] = []
  const speakers = people.filter(({ name }) => name.kind === 'person' && scene.talksOf.has(keyOf(name.words)))
  for (const mention of titles) {
    const { match } = mention
    const talks = match.known.talks.filter((talk) => talk.speakers.length > 0)
    const [talk] = talks
    if (talk === undefined) continue
    const isSpeaker = ({ name }: NameMention) => talks.some((one) => speaksIn(one, keyOf(name.words)))
    const [first, last] = [words[match.from]?.sentence ?? 0, words[match.to - 1]?.sentence ?? 0]
    const here = speakers.filter(({ from }) => isWithin(words[from]?.sentence, first, last))
    if (here.some(isSpeaker)) continue
    const isOnly = titles.every((other) => other === mention || !isWithin(other.sentence, first, last))
    const wrong = here.find((person) => isPresenter(words, person, match, isOnly))
    if (wrong !== undefined) found.push(ofMention(text, wrong, talk))
  }
  return found.length > 0 ? found : checkTalkText(text, titles, speakers, scene)
}

const isWithin = (sentence: number | undefined, first: number, last: number) =>
  sentence !== undefined && sentence >= first && sentence <= last

/** Whether the words between a name and a title make that person its speaker. */
function isPresenter(
  words: readonly Word[],
  person: NameMention,
  title: { from: number; to: number },
  isOnly: boolean,
) {
  if (person.from >= title.to) {
    const between = words.slice(title.to, person.from)
    const last = between.at(-1)?.plain ?? ''
    if (between.length === 0) return /^[\p{P}\s]*[(–—,:|·-][\p{P}\s]*$/u.test(words[person.from]?.gap ?? '')
    if (between.length <= (isOnly ? 14 : 4) && byWords.has(last)) return true
    return (
      isOnly &&
      between.length <= 8 &&
      hasSpeech(words.slice(person.to, person.to + 4)) &&
      inWords.has(words[title.from - 1]?.plain ?? '')
    )
  }
  const between = words.slice(person.to, title.from)
  if (between.length === 0)
    return /[:–—'’]/.test(words[title.from]?.gap ?? '') || words[person.to - 1]?.isPossessive === true
  if (between.length > (isOnly ? 10 : 5)) return false
  return words[person.to - 1]?.isPossessive === true || hasSpeech(between)
}

const wordSet = (words: string) => new Set(words.split(' ').map(plainWord))
const byWords = wordSet('by von par por di da door av af with from mit avec con')
const inWords = wordSet('in during at on dans en im nella')

const speech = wordSet(
  'talk talks keynote session workshop tutorial lecture presentation poster panel spoke speaks speaking presented presents ' +
    'presenting gave gives giving delivered delivers held holds led leads showed shows showing explained explains ' +
    'demonstrated demonstrates introduced introduces talked walked opened closed taught argued asked told described ' +
    'discussed shared vortrag sprach hielt zeigte erklarte stellte redete keynotete workshop conference presentait presente ' +
    'presentation parlait parle montre expliquait charla presento hablo explico dio ponencia talkte sprak vertelde ' +
    'intervento parlato presentato apresentou falou palestra',
)

const hasSpeech = (words: readonly Word[]) => words.some(({ plain }) => speech.has(plain))

/** The text of a talk that begins with somebody else, or gives the talk to somebody else in its first sentence. */
function checkTalkText(
  text: CheckedText,
  titles: readonly TitleMention[],
  speakers: readonly NameMention[],
  { ofEntry }: SpeakerScene,
): Found[] {
  const { entry, words, field } = text
  if (entry?.kind !== 'talk' || field.of === 'speaker') return []
  const talk = ofEntry.get(entry.id)
  const [first] = speakers
  const begin = words[first?.from ?? -1]
  if (talk === undefined || talk.speakers.length === 0 || first === undefined || begin === undefined) return []
  if (begin.sentence > 1 || titles.some(({ sentence }) => sentence <= begin.sentence)) return []
  const own = new Set(talk.speakers.flatMap((name) => wordsOf(name).map(({ plain }) => plain)))
  const isOwn = ({ plain, isCapital }: Word) => isCapital && plain.length >= 3 && own.has(plain)
  if (speakers.some(({ name }) => speaksIn(talk, keyOf(name.words)))) return []
  const sentence = words.filter((word) => word.sentence === begin.sentence)
  const after = words.slice(first.to, first.to + 4)
  if (first.from === 0) {
    const isCompany = sentence.some(isOwn) || after.slice(0, 2).some(({ plain }) => company.has(plain))
    return isCompany ? [] : [ofMention(text, first, talk)]
  }
  if (words.some(isOwn)) return []
  const before = words[first.from - 1]?.plain ?? ''
  const isSubject = begin.isFirst || words[first.to - 1]?.isPossessive === true || byWords.has(before)
  if (!isSubject || (notPresenting.has(before) && !begin.isFirst)) return []
  return hasSpeech(after) || byWords.has(before) || hasSpeech(words.slice(0, first.from))
    ? [ofMention(text, first, talk)]
    : []
}

/** What people do at talks that they do not give; "and I". */
const company = wordSet('i sat joined introduced moderated chaired recommended invited accompanied ich je yo io ik eu')

const notPresenting = wordSet('with mit avec con from beside met unlike like')

function ofMention(text: CheckedText, { from, to }: NameMention, talk: KnownTalk): Found {
  return wrongSpeaker(text, text.words[from]?.from ?? 0, text.words[to - 1]?.to ?? 0, talk, talk.speakers)
}

function wrongSpeaker(
  checked: CheckedText,
  from: number,
  to: number,
  { title, speakers }: KnownTalk,
  right: readonly string[],
): Found {
  const [only, ...others] = right
  return {
    code: 'speaker',
    ...foundAt(checked, from, to),
    suggestion: only !== undefined && others.length === 0 ? only : null,
    reason: { is: 'speaker', title, speakers },
  }
}
