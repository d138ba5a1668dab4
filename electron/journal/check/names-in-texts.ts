import { isCommonWord } from '../importers/talks/common-words.ts'
import type { CheckedText } from './checked-texts.ts'
import { keyOf, type KnownName } from './known-names.ts'
import { type IsForm, nameDistance } from './name-index.ts'
import { isJoined, type Word } from './words.ts'

/** Maximum number of words of a name that is recognised by its capital letters. */
const LONGEST = 4

/** A name that is written in the texts, with the number of times. */
interface Written {
  name: KnownName
  count: number
}

/**
 * Names in the texts that nothing else knows: two or more words with capital letters. Of two spellings of one name,
 * only the more frequent one is kept; if both are as frequent, the first.
 *
 * @param isTaken whether a word of a text belongs to a name that is known, or is one that names do not have
 */
export function namesInTexts(
  texts: readonly CheckedText[],
  isTaken: (text: CheckedText, word: Word, index: number) => boolean,
  isForm: IsForm,
): KnownName[] {
  const written = new Map<string, Written>()
  for (const text of texts) {
    const { words, holds, source } = text
    if (holds !== 'prose') continue
    for (const run of runsOf(words, (word, index) => isNameLike(word) && !isTaken(text, word, index))) {
      const [first, last] = [run[0], run.at(-1)]
      if (first === undefined || last === undefined) continue
      const key = keyOf(run)
      const known = written.get(key)
      if (known !== undefined) known.count++
      else {
        const name = source.slice(first.from, last.to).replaceAll(/\s+/g, ' ')
        const parts = run.map(({ text: shown, plain }) => ({ text: shown, plain }))
        written.set(key, { count: 1, name: { kind: 'person', name, rank: 1, words: parts } })
      }
    }
  }
  return withoutVariants([...written.values()], isForm)
}

const isNameLike = ({ text, plain, isCapital, hasDigit }: Word) =>
  isCapital && plain.length >= 2 && !hasDigit && !isCommonWord(text)

function runsOf(words: readonly Word[], isPart: (word: Word, index: number) => boolean): Word[][] {
  const runs: Word[][] = []
  let run: Word[] = []
  const end = () => {
    if (run.length >= 2 && run.length <= LONGEST) runs.push(run)
    run = []
  }
  for (const [index, word] of words.entries()) {
    if (run.length > 0 && (word.isFirst || !isJoined(run.at(-1), word))) end()
    if (isPart(word, index)) run.push(word)
    else end()
  }
  end()
  return runs
}

/** The names without those that are one or two letters off another, more frequent one. */
export function withoutVariants(written: readonly Written[], isForm: IsForm): KnownName[] {
  const kept: KnownName[] = []
  const byWord = new Map<string, KnownName[]>()
  for (const { name } of written.toSorted((a, b) => b.count - a.count)) {
    const near = new Set(name.words.flatMap(({ plain }) => byWord.get(plain) ?? []))
    const plains = name.words.map(({ plain }) => plain)
    if ([...near].some((other) => nameDistance(plains, other, isForm) !== null)) continue
    kept.push(name)
    for (const plain of plains) byWord.set(plain, [...(byWord.get(plain) ?? []), name])
  }
  return kept
}
