/** Scripts written without spaces between words, where each character counts as a word. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}'
const letter = `[[\\p{L}\\p{N}\\p{M}]--[${unspaced}]]`

const isUnspaced = new RegExp(`^[${unspaced}]$`, 'v')
const isLetter = new RegExp(`^${letter}$`, 'v')

/** What a character is in a word. A joint is between two letters of one. */
const [unknown, other, inWord, wordOfItsOwn, joint] = [0, 1, 2, 3, 4] as const

function lookUp(character: string): number {
  if ("'’._-".includes(character)) return joint
  if (isUnspaced.test(character)) return wordOfItsOwn
  return isLetter.test(character) ? inWord : other
}

/** What is known about characters, by their code. A pattern would take most of the time that a library is read in. */
const known = new Uint8Array(0x10000)

function kindOf(code: number): number {
  // Emoji, and letters of which few are written.
  if (code > 0xffff) return lookUp(String.fromCodePoint(code))
  const found = known[code] ?? unknown
  return found === unknown ? (known[code] = lookUp(String.fromCharCode(code))) : found
}

/** An address, which is read as one word. */
const address = /(?:https?:\/\/|www\.)[^\s<>]+/g

/** The number of words in a text; `don't`, `3.14`, `in-browser` and an address count as one each. */
export function countWords(text: string): number {
  const hasAddress = text.includes('://') || text.includes('www.')
  const words = hasAddress ? text.replaceAll(address, ' x ') : text
  let count = 0
  /** The kinds of the two characters before. */
  let [before, last]: [number, number] = [other, other]
  for (let at = 0; at < words.length; at++) {
    let code = words.charCodeAt(at)
    if (code >= 0xd800 && code < 0xdc00) {
      code = words.codePointAt(at) ?? code
      if (code > 0xffff) at++
    }
    const kind = kindOf(code)
    // A word begins with a letter that follows neither a letter nor a letter and a joint.
    const begins = kind === inWord && last !== inWord && !(last === joint && before === inWord)
    if (begins || kind === wordOfItsOwn) count++
    before = last
    last = kind
  }
  return count
}

/**
 * What readers of Markdown do not see, and what a text that has any of it contains. No pattern runs past a character that
 * could start it again, so each is fast.
 */
const unread: readonly [pattern: RegExp, instead: string, sign: string][] = [
  // Pictures, whatever their description; then the addresses of links.
  [/!\[(?:\\.|[^[\]\\])*\]\([^()\n]*\)/g, ' ', '!['],
  [/\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"(?:\\.|[^"\\\n])*")?\)/g, ']', ']('],
  [/\]\[[^\][\n]*\]/g, ']', ']['],
  [/^ {0,3}\[[^\]^\n][^\]\n]*\]:.*$/gm, '', ']:'],
  [/\[\^[^\][\s]*\]:?/g, ' ', '[^'],
  // The languages of code, the boxes of tasks, the numbers of lists.
  [/^[ \t>]*```.*$/gm, '', '```'],
  [/^[ \t>]*~~~.*$/gm, '', '~~~'],
  [/^([ \t>]*)(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\](?=[ \t])/gm, '$1', ']'],
  [/^([ \t>]*)\d{1,9}[.)](?=[ \t])/gm, '$1', ''],
  // The angle brackets of an address, the tags of HTML, entities, escapes, and emphasis inside a word.
  [/<(https?:[^\s<>]*)>/g, '$1', '<'],
  [/<br ?\/?>/gi, ' ', '<'],
  [/<\/?[A-Za-z][^<>]*>/g, '', '<'],
  [/&#?[A-Za-z0-9]{1,31};/g, ' ', '&'],
  [/\\(?=[!-/:-@[-`{-~])/g, '', '\\'],
  [/(?<=\p{L})\*{1,3}(?=\p{L})/gu, '', '*'],
  [/(?<=\p{L})~~(?=\p{L})/gu, '', '~~'],
]

/** A longer text is counted together with its markup, so that counting never holds anything up. */
const LONGEST_READ = 200_000

/**
 * The number of words that readers see in a Markdown text: without pictures, addresses behind words, and markup. It is
 * counted without parsing, as somebody may be typing it; a parsed text has the same number, except in odd cases.
 */
export function countReadWords(markdown: string): number {
  if (markdown.length > LONGEST_READ) return countWords(markdown)
  let text = markdown
  for (const [pattern, instead, sign] of unread) if (text.includes(sign)) text = text.replace(pattern, instead)
  return countWords(text)
}
