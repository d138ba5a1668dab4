import { countBits, letterDistance, lettersOf } from '../../shared/letter-distance.ts'
import { keyOf, type KnownName } from './known-names.ts'
import { wordsOf } from './words.ts'

/** A sequence of words that names somebody or something: a whole name, or its first and last word. */
export interface Form {
  readonly name: KnownName
  readonly words: KnownName['words']
  /** As it is suggested. */
  readonly shown: string
}

/** A known word near another one. */
export interface NearWord {
  readonly plain: string
  readonly distance: number
}

/** Names by their words, and the words near another one. */
export class NameIndex {
  readonly #byFirst = new Map<string, Form[]>()
  readonly #byWord = new Map<string, { form: Form; at: number }[]>()
  readonly #byLength: KnownWord[][] = []
  readonly #near = new Map<string, Neighbours>()

  constructor(names: Iterable<KnownName>) {
    for (const name of names) this.add(name)
  }

  add(name: KnownName): void {
    for (const form of formsOf(name)) {
      const [first] = form.words
      if (first === undefined) continue
      append(this.#byFirst, first.plain, form)
      for (const [at, { plain }] of form.words.entries()) {
        if (!this.#byWord.has(plain)) this.#addWord(plain)
        append(this.#byWord, plain, { form, at })
      }
    }
  }

  /** The forms that begin with a word, the longest first. */
  beginningWith(plain: string): readonly Form[] {
    return this.#byFirst.get(plain) ?? []
  }

  /** The forms that have a word, and where. */
  having(plain: string): readonly { form: Form; at: number }[] {
    return this.#byWord.get(plain) ?? []
  }

  has(plain: string): boolean {
    return this.#byWord.has(plain)
  }

  /** The rank of the best known name that has a word, or 0. */
  rankOf(plain: string): number {
    return Math.max(0, ...this.having(plain).map(({ form }) => form.name.rank))
  }

  /** Known words that are one or two letters off, the nearest first. */
  near(plain: string): readonly NearWord[] {
    const known = this.#near.get(plain)
    const { word, found, compared } = known ?? { word: toWord(plain), found: [], compared: [] }
    if (known === undefined) this.#near.set(plain, { word, found, compared })
    const before = found.length
    for (let length = Math.max(2, plain.length - 2); length <= plain.length + 2; length++) {
      const bucket = this.#byLength[length] ?? []
      for (let at = compared[length] ?? 0; at < bucket.length; at++) {
        const other = bucket[at]
        if (other !== undefined) addNear(found, word, other)
      }
      compared[length] = bucket.length
    }
    if (found.length > before) found.sort((a, b) => a.distance - b.distance)
    return found
  }

  #addWord(plain: string): void {
    const bucket = (this.#byLength[plain.length] ??= [])
    bucket.push(toWord(plain))
  }
}

/** What is near a word, as far as it was compared: names are added while others are looked for. */
interface Neighbours {
  readonly word: KnownWord
  readonly found: NearWord[]
  /** Length of words -> how many of them it was compared with. */
  readonly compared: number[]
}

/** A word, with what tells quickly whether another one can be near. */
interface KnownWord {
  readonly plain: string
  readonly letters: number
  readonly limit: number
}

const toWord = (plain: string): KnownWord => ({ plain, letters: lettersOf(plain), limit: allowedDistance(plain) })

function addNear(found: NearWord[], word: KnownWord, { plain, letters, limit: other }: KnownWord): void {
  const limit = Math.min(word.limit, other)
  if (limit === 0 || countBits(word.letters ^ letters) > 2 * limit) return
  const distance = letterDistance(word.plain, plain, limit)
  if (distance > 0 && distance <= limit) found.push({ plain, distance })
}

/** By how many letters a word beside others of its name may be off. A number is never off. */
function allowedDistance(plain: string): number {
  if (plain.length < 3 || /\d/.test(plain)) return 0
  return plain.length < 5 ? 1 : 2
}

function formsOf(name: KnownName): Form[] {
  const { words } = name
  const [first, ...others] = words
  const last = others.at(-1)
  const whole: Form = { name, words, shown: name.name }
  if (name.kind === 'person' && /\p{L}-\p{L}/u.test(name.name))
    return [whole, { name, words: joined(name.name), shown: name.name }]
  if (name.kind !== 'person' || first === undefined || last === undefined || others.length < 2) return [whole]
  if (first.plain.length < 3 || last.plain.length < 3) return [whole]
  return [whole, { name, words: [first, last], shown: `${first.text} ${last.text}` }]
}

/** The words of a name whose hyphens were forgotten: "JeanBaptiste". */
const joined = (name: string) => wordsOf(name.replaceAll('-', '')).map(({ text, plain }) => ({ text, plain }))

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}

/** Decides whether a word is a form of a name rather than a mistake. */
export type IsForm = (word: string, known: string) => boolean

/** By how many letters two names differ that have the same number of words; `null` if they are different names. */
export function nameDistance(
  written: readonly string[],
  { words }: Pick<Form, 'words'>,
  isForm: IsForm,
): number | null {
  if (written.length !== words.length) return null
  let total = 0
  let exact = 0
  for (const [index, { plain }] of words.entries()) {
    const word = written[index] ?? ''
    if (word === plain) {
      exact += plain.length >= 2 ? 1 : 0
      continue
    }
    const limit = allowedDistance(plain)
    const distance = limit === 0 ? 1 : letterDistance(word, plain, limit)
    if (limit === 0 || distance > limit || isForm(word, plain)) return null
    total += distance
  }
  if (total === 0 || total > 2) return null
  // With no word in common, both have to be long enough for that not to be chance.
  if (exact === 0 && keyOf(words).length < (total === 1 ? 6 : 11)) return null
  return total
}

/** The forms of people's names in a language: "Raschkas Keynote". English has the apostrophe, except in "the Millers". */
export function formsIn(language: string): { inName: IsForm; alone: IsForm } {
  const isEnglish = /^en\b/.test(language)
  const ending = isEnglish ? /^(?:s|es|ian|ians)$/ : /^(?:s|es|n|en|in|er|ers|ian|ians)$/
  const alone: IsForm = (word, known) => word.startsWith(known) && ending.test(word.slice(known.length))
  return { alone, inName: isEnglish ? () => false : alone }
}

/** Whether one word is made of the other: "Berliners", "Indonesian", "Germany" and "German". */
export function areRelated(one: string, other: string): boolean {
  return isDerived(one, other) || isDerived(other, one)
}

function isDerived(word: string, known: string): boolean {
  if (word.startsWith(known)) return added.test(word.slice(known.length))
  const stem = known.replace(/[aeiy]$/, '')
  return stem.length >= 3 && word.startsWith(stem) && replaced.test(word.slice(stem.length))
}

const added = /^(?:y|s|es|e|en|er|ers|n|ns|an|ans|ian|ians|in|innen|isch|ische[nrs]?|ese|ish|ais|aise)$/
const replaced = /^(?:ers?|ans?|ians?|ese|ish|isch|ische[nrs]?|ais|aise|ien|ienne|ano|ana|ies)$/
