/** Scripts written without spaces between words, where each character counts as a word. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}'
const letter = `[[\\p{L}\\p{N}\\p{M}]--[${unspaced}]]`

/**
 * The beginnings of words: letters that follow neither a letter nor a letter and a joint. Matching whole words would
 * exhaust the stack on a text of many megabytes without a space.
 */
const wordStart = new RegExp(`[${unspaced}]|(?<!${letter}['’._\\-]?)${letter}`, 'gv')

/** The number of words in a text; `don't`, `3.14` and `in-browser` count as one each. */
export function countWords(text: string): number {
  let count = 0
  wordStart.lastIndex = 0
  while (wordStart.test(text)) count++
  return count
}
