/** Scripts written without spaces between words, where each character counts as a word. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}'
const word = new RegExp(
  `[${unspaced}]|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+(?:['’._-](?![${unspaced}])[\\p{L}\\p{N}\\p{M}]+)*`,
  'gu',
)

/** The number of words in a text; `don't`, `3.14` and `in-browser` count as one each. */
export function countWords(text: string): number {
  let count = 0
  word.lastIndex = 0
  while (word.test(text)) count++
  return count
}
