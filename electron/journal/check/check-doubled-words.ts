import type { CheckedText } from './checked-texts.ts'
import { type Found, foundAt } from './found.ts'

/**
 * Words that are right twice in a row, in the languages that have a dictionary: “had had”, “sie sie”, “nous nous”, “die
 * die Stadt besuchten”, and what is said twice for emphasis. They are one list, because a text quotes other languages.
 */
const rightTwice = new Set(
  [
    'had that very really so no yes bye ha knock there many long far much more',
    'sie der die das den dem ihr es was sehr ja nein viel',
    'nous vous très bien',
    'muy se lo que',
    'via piano man mano molto',
    'dat zo heel',
    'muito logo',
    'bla blah la na hi ho tsk',
  ].flatMap((words) => words.split(' ')),
)

/** Words that are written twice in a row by mistake: “the the”. Numbers and names, such as Duran Duran, are not. */
export function checkDoubledWords(text: CheckedText): Found[] {
  if (text.holds !== 'prose') return []
  const { source, words } = text
  const found: Found[] = []
  for (const [index, word] of words.entries()) {
    const before = words[index - 1]
    if (before === undefined || before.isPossessive || word.isPossessive || word.isCapital || word.hasDigit) continue
    const plain = word.text.toLowerCase()
    if (before.text.toLowerCase() !== plain || rightTwice.has(plain) || !/\p{L}/u.test(plain)) continue
    // The words alone do not say what is between them: code and addresses are left out of them.
    if (!/^(?:[ \t]+|[ \t]*\n[ \t]*)$/.test(source.slice(before.to, word.from))) continue
    if (isHeading(source, before.from) && source.slice(before.to, word.from).includes('\n')) continue
    found.push({
      ...foundAt(text, before.from, word.to),
      code: 'doubled-word',
      suggestion: before.text,
      reason: { is: 'doubled-word' },
    })
  }
  return found
}

function isHeading(source: string, at: number): boolean {
  return /^[ \t>]*#/.test(source.slice(source.lastIndexOf('\n', at) + 1, at))
}
