import type { FactCode } from '../../shared/check/remark.ts'
import { isCommonWord } from '../importers/talks/common-words.ts'
import type { CheckedText } from './checked-texts.ts'
import { letterDistance } from '../../shared/letter-distance.ts'
import { type Found, foundAt } from './found.ts'
import { isDistinctive, type KnownName, type NameKind } from './known-names.ts'
import { areRelated, type Form, type formsIn, nameDistance, type NameIndex } from './name-index.ts'
import { isJoined, type Word } from './words.ts'

/** A name that a text mentions in full, rightly or nearly spelt. */
export interface NameMention {
  readonly name: KnownName
  /** Indices of the words: from the first to after the last. */
  readonly from: number
  readonly to: number
}

/** What is known while the names in the texts are checked. */
export interface NameScene {
  readonly index: NameIndex
  /** Words that are right wherever they are. */
  readonly vouched: ReadonlySet<string>
  /** Words that the texts have in lower case as well. */
  readonly ordinary: ReadonlySet<string>
  /** How often the texts have a word. */
  readonly counts: ReadonlyMap<string, number>
  readonly forms: ReturnType<typeof formsIn>
  /** Whether the user has said that two names are of different people. */
  readonly areDistinct: (written: string, name: string) => boolean
}

export interface NamesFound {
  readonly mentions: readonly NameMention[]
  readonly found: readonly Found[]
  /** Which words belong to a mention. */
  readonly covered: ReadonlySet<number>
}

/** Finds whole names in a text, and those that are one or two letters off. */
export function checkWholeNames(text: CheckedText, scene: NameScene): NamesFound {
  const mentions: NameMention[] = []
  const found: Found[] = []
  const covered = new Set<number>()
  const take = (name: KnownName, from: number, to: number) => {
    mentions.push({ name, from, to })
    for (let at = from; at < to; at++) covered.add(at)
  }
  const { words } = text
  for (let at = 0; at < words.length; at++) {
    const form = exactAt(words, at, scene.index)
    if (form === null) continue
    take(form.name, at, at + form.words.length)
    const odd = differently(text, at, form)
    if (odd !== null) found.push(odd)
    at += form.words.length - 1
  }
  for (let at = 0; at < words.length; at++) {
    if (covered.has(at) || words[at]?.isCapital !== true) continue
    const near = nearAt(words, at, scene, covered, text)
    if (near === null) continue
    const { form, from } = near
    take(form.name, from, from + form.words.length)
    found.push(nameFound(text, from, form))
  }
  return { mentions, found, covered }
}

/** The longest name of several words, or of one that is a whole field, which begins here exactly as it should. */
function exactAt(words: readonly Word[], at: number, index: NameIndex): Form | null {
  let longest: Form | null = null
  for (const form of index.beginningWith(words[at]?.plain ?? '')) {
    if (form.words.length < 2 || form.words.length <= (longest?.words.length ?? 0)) continue
    const fits = form.words.every(({ plain }, offset) => {
      const word = words[at + offset]
      return word?.plain === plain && (offset === 0 || isJoined(words[at + offset - 1], word))
    })
    if (fits) longest = form
  }
  return longest
}

/** The name of several words that is nearest to the words here. */
function nearAt(
  words: readonly Word[],
  at: number,
  { index, forms, areDistinct }: NameScene,
  covered: ReadonlySet<number>,
  { source }: CheckedText,
): { form: Form; from: number } | null {
  const plain = words[at]?.plain ?? ''
  const candidates = [plain, ...index.near(plain).map((near) => near.plain)].flatMap((one) => index.having(one))
  let best: { form: Form; from: number; distance: number } | null = null
  const tried = new Set<string>()
  for (const { form, at: offset } of candidates) {
    const from = at - offset
    const size = form.words.length
    const key = `${from} ${form.shown}`
    if (size < 2 || from < 0 || tried.has(key)) continue
    tried.add(key)
    const part = words.slice(from, from + size)
    if (part.length < size || part.some((_, offsetIn) => covered.has(from + offsetIn))) continue
    if (!part.every((word, offsetIn) => offsetIn === 0 || (isJoined(part[offsetIn - 1], word) && !word.isFirst)))
      continue
    if (!part.some(({ isCapital }) => isCapital) || (form.name.kind === 'person' && !isNamed(part))) continue
    const distance = nameDistance(
      part.map((word) => word.plain),
      form,
      forms.inName,
    )
    if (distance === null || !isWorthIt(part, form)) continue
    if (form.name.rank === 1 && part.some((word, offsetIn) => isVouchedFor(word, form.words[offsetIn], index))) continue
    if (areDistinct(source.slice(part[0]?.from, part.at(-1)?.to), form.name.name)) continue
    const isBetter =
      best === null ||
      distance < best.distance ||
      (distance === best.distance && (size > best.form.words.length || form.name.rank > best.form.name.rank))
    if (isBetter) best = { form, from, distance }
  }
  return best
}

/** Whether a word that is off is a word of a better known name, which says more about it. */
function isVouchedFor({ plain }: Word, right: Form['words'][number] | undefined, index: NameIndex): boolean {
  return plain !== right?.plain && index.near(plain).some((near) => index.rankOf(near.plain) > 1)
}

/** Whether all longer words have capital letters: in "the miller", nobody is named. */
const isNamed = (part: readonly Word[]) =>
  part.every(({ isCapital, plain, gap }) => isCapital || plain.length <= 3 || gap === '-' || particles.has(plain))

const particles = new Set('van von der den del della dos das bin ibn'.split(' '))

/** For other names than people's, the words that are off have to be telling ones. */
function isWorthIt(part: readonly Word[], { name, words }: Form): boolean {
  if (name.kind === 'person') return true
  return words.every((word, index) => {
    const written = part[index]
    if (written === undefined || written.plain === word.plain) return true
    return (
      written.isCapital &&
      !isCommonWord(written.text) &&
      word.plain.length >= 4 &&
      !areRelated(written.plain, word.plain)
    )
  })
}

/** A whole name whose letters are right but whose accents or inner capitals are not. */
function differently(text: CheckedText, at: number, form: Form): Found | null {
  if (form.name.kind !== 'person' || form.name.rank < 2) return null
  const part = text.words.slice(at, at + form.words.length)
  if (form.words.length !== form.name.words.length && form.shown === form.name.name) return nameFound(text, at, form)
  if (part.some(({ text: written, isCapital }) => !isCapital && written.length > 3)) return null
  const isOdd = form.words.some((word, index) => isSpeltOddly(part[index]?.text ?? '', word.text))
  return isOdd ? nameFound(text, at, form) : null
}

function isSpeltOddly(written: string, right: string): boolean {
  const [one, other] = [written.normalize('NFC').replaceAll('’', "'"), right.normalize('NFC').replaceAll('’', "'")]
  if (one === other || one === one.toUpperCase()) return false
  if (one.toLowerCase() !== other.toLowerCase()) return true
  // "Mcdonald" for "McDonald", but not "Van" for "van".
  return one.slice(1) !== other.slice(1) && other !== other.toUpperCase() && other !== other.toLowerCase()
}

const codes: Record<NameKind, FactCode> = { person: 'name', place: 'place', room: 'room', community: 'community' }

function nameFound(text: CheckedText, at: number, { name, words, shown }: Form): Found {
  // Of a place or a community, and of a name that may be none, only the word that is off is named.
  const [from, to] = name.kind === 'person' && name.rank > 1 ? [0, words.length] : offWords(text, at, words)
  const [first, last] = [text.words[at + from], text.words[at + to - 1]]
  const suggestion =
    to - from === words.length
      ? shown
      : words
          .slice(from, to)
          .map((word) => word.text)
          .join(' ')
  return toFound(text, first, last, name, suggestion)
}

function offWords({ words }: CheckedText, at: number, right: Form['words']): [number, number] {
  const off = right.flatMap(({ plain }, index) => (words[at + index]?.plain === plain ? [] : [index]))
  return [off[0] ?? 0, (off.at(-1) ?? right.length - 1) + 1]
}

function toFound(
  checked: CheckedText,
  first: Word | undefined,
  last: Word | undefined,
  { kind, rank }: KnownName,
  suggestion: string,
): Found {
  const [from, to] = [first?.from ?? 0, last?.to ?? 0]
  const code = kind === 'person' && rank < 3 ? 'name-spelling' : codes[kind]
  return {
    code,
    ...foundAt(checked, from, to),
    suggestion: likeWritten(checked.source.slice(from, to), suggestion),
    reason: { is: rank === 3 ? 'spelling' : 'other-spelling' },
  }
}

/** The right form with the capital letters of the written one, for tags: `webassembly` becomes `Webassembly`. */
function likeWritten(written: string, right: string): string {
  if (right !== right.toLowerCase()) return right
  if (written === written.toUpperCase()) return right.toUpperCase()
  return /^\p{Lu}/u.test(written) ? right.charAt(0).toUpperCase() + right.slice(1) : right
}

/** Which names are near at hand for a text: those of its talk, and all that the trip mentions. */
export interface Nearby {
  readonly names: ReadonlySet<KnownName>
  /** The words in which some name is off in its whole: all of them are off then. */
  readonly aliases: ReadonlySet<string>
}

/** Finds single words that are one or two letters off a word of a name. */
export function checkSingleWords(
  text: CheckedText,
  scene: NameScene,
  nearby: Nearby,
  covered: ReadonlySet<number>,
): Found[] {
  const found: Found[] = []
  const { words } = text
  for (const [at, word] of words.entries()) {
    if (covered.has(at) || !word.isCapital || word.plain.length < 3 || word.hasDigit) continue
    if (scene.vouched.has(word.plain) || scene.ordinary.has(word.plain) || isCommonWord(word.text)) continue
    if (scene.index.rankOf(word.plain) >= 2) continue
    const match = singleMatch(words, at, scene, nearby)
    if (match === null) continue
    found.push(toFound(text, word, word, match.name, match.text))
  }
  return found
}

function singleMatch(words: readonly Word[], at: number, scene: NameScene, { names, aliases }: Nearby) {
  const word = words[at]
  if (word === undefined) return null
  const { index } = scene
  let best: { name: KnownName; text: string; weight: number } | null = null
  for (const { plain, distance } of index.near(word.plain)) {
    for (const { form, at: offset } of index.having(plain)) {
      const right = form.words[offset]
      const { name } = form
      if (right === undefined || !(isDistinctive(right) || isWholeName(form, right))) continue
      const isNear = name.kind !== 'person' || names.has(name)
      if (!isPlausible(word, right.plain, distance, name, isNear, scene, aliases)) continue
      if (name.kind === 'person' ? scene.forms.alone(word.plain, plain) : areRelated(word.plain, plain)) continue
      if (name.rank === 1 && areRelated(word.plain, plain)) continue
      if (name.kind === 'person' && (isOfAnother(words, at, form, scene) || index.has(word.plain))) continue
      // Given names that differ in a letter are those of two people, unless one of them is at hand.
      if (name.kind === 'person' && !isNear && offset !== form.words.length - 1) continue
      const weight = distance * 10 - (isNear ? 5 : 0) - name.rank
      if (best === null || weight < best.weight) best = { name, text: right.text, weight }
    }
  }
  return best
}

/** Whether a word that other names may have is a name of a person, or the only word of another name. */
const isWholeName = ({ name, words }: Form, { plain }: Form['words'][number]) =>
  name.kind === 'person' ? plain.length >= 3 : words.length === 1 && plain.length >= 5

/** Whether a single word that differs this much is a mistake rather than another word. */
function isPlausible(
  word: Word,
  right: string,
  distance: number,
  { kind, rank }: KnownName,
  isNear: boolean,
  { counts }: NameScene,
  aliases: ReadonlySet<string>,
): boolean {
  if (aliases.has(`${word.plain} ${right}`)) return true
  const length = Math.min(right.length, word.plain.length)
  const isRare = (counts.get(word.plain) ?? 0) <= Math.max(2, (counts.get(right) ?? 0) / 2)
  if (!isRare) return false
  const isSameStart = word.plain[0] === right[0]
  if (kind === 'person' && !isNear) return distance === 1 && length >= 6 && isSameStart && rank === 3
  if (rank === 1) return distance === 1 && length >= 5 && isSameStart
  if (distance === 2) return length >= 7 && isSameStart
  if (length >= 6) return true
  if (kind === 'person') return isSameStart ? length >= 4 || isSwap(word.plain, right) : isSwap(word.plain, right)
  return isSameStart && length >= 4 && (kind !== 'room' || right.length >= 5)
}

const sortedLetters = (word: string) => Array.from(word).toSorted().join('')

/** Whether two neighbouring letters are swapped. */
const isSwap = (a: string, b: string) =>
  a.length === b.length && letterDistance(a, b, 1) === 1 && sortedLetters(a) === sortedLetters(b)

/** Whether the words beside it make it part of somebody else's name. */
function isOfAnother(words: readonly Word[], at: number, form: Form, { vouched, ordinary }: NameScene): boolean {
  const own = new Set(form.name.words.map(({ plain }) => plain))
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]]
  const isForeign = (one: Word | undefined) =>
    one !== undefined &&
    one.isCapital &&
    !one.isOpening &&
    !own.has(one.plain) &&
    !isCommonWord(one.text) &&
    !ordinary.has(one.plain) &&
    one.plain.length >= 2
  if (word === undefined) return false
  if (
    after !== undefined &&
    isJoined(word, after) &&
    !after.isFirst &&
    isForeign(after) &&
    !isTitleWord(after, vouched)
  ) {
    return true
  }
  return before !== undefined && isJoined(before, word) && !word.isFirst && isForeign(before)
}

/** Whether a word with a capital letter follows names without being one: "Raschka LLM". */
const isTitleWord = ({ plain, text }: Word, vouched: ReadonlySet<string>) =>
  text === text.toUpperCase() && vouched.has(plain)
