/** Scripts written without spaces between words, where each character counts as a word. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}'
const letter = `[[\\p{L}\\p{N}\\p{M}]--[${unspaced}]]`

/**
 * The beginnings of words: letters that follow neither a letter nor a letter and a joint. Matching whole words would
 * exhaust the stack on a text of many megabytes without a space.
 */
const wordStart = new RegExp(`[${unspaced}]|(?<!${letter}['’._\\-]?)${letter}`, 'gv')

/** An address, which is read as one word. */
const address = /(?:https?:\/\/|www\.)[^\s<>]+/g

/** The number of words in a text; `don't`, `3.14`, `in-browser` and an address count as one each. */
export function countWords(text: string): number {
  const words = text.replaceAll(address, ' x ')
  let count = 0
  wordStart.lastIndex = 0
  while (wordStart.test(words)) count++
  return count
}

/** What readers of Markdown do not see. No pattern runs past a character that could start it again, so none is slow. */
const unread: readonly [pattern: RegExp, instead: string][] = [
  // Pictures, whatever their description; then the addresses of links.
  [/!\[(?:\\.|[^[\]\\])*\]\([^()\n]*\)/g, ' '],
  [/\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"(?:\\.|[^"\\\n])*")?\)/g, ']'],
  [/\]\[[^\][\n]*\]/g, ']'],
  [/^ {0,3}\[[^\]^\n][^\]\n]*\]:.*$/gm, ''],
  [/\[\^[^\][\s]*\]:?/g, ' '],
  // The languages of code, the boxes of tasks, the numbers of lists.
  [/^[ \t>]*(?:```|~~~).*$/gm, ''],
  [/^([ \t>]*)(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\](?=[ \t])/gm, '$1'],
  [/^([ \t>]*)\d{1,9}[.)](?=[ \t])/gm, '$1'],
  // The angle brackets of an address, the tags of HTML, entities, escapes, and emphasis inside a word.
  [/<(https?:[^\s<>]*)>/g, '$1'],
  [/<br ?\/?>/gi, ' '],
  [/<\/?[A-Za-z][^<>]*>/g, ''],
  [/&#?[A-Za-z0-9]{1,31};/g, ' '],
  [/\\(?=[!-/:-@[-`{-~])/g, ''],
  [/(?<=\p{L})(?:\*{1,3}|~~)(?=\p{L})/gu, ''],
]

/** A longer text is counted together with its markup, so that counting never holds anything up. */
const LONGEST_READ = 200_000

/**
 * The number of words that readers see in a Markdown text: without pictures, addresses behind words, and markup. It is
 * counted without parsing, as somebody may be typing it; a parsed text has the same number, except in odd cases.
 */
export function countReadWords(markdown: string): number {
  if (markdown.length > LONGEST_READ) return countWords(markdown)
  return countWords(unread.reduce((text, [pattern, instead]) => text.replace(pattern, instead), markdown))
}
