/**
 * Marks that a search ignores: the accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs, and
 * characters that cannot be seen. The marks of other scripts are letters: without them, a word is another word.
 */
const ignoredRanges: readonly (readonly [first: number, last: number])[] = [
  [0x00ad, 0x00ad],
  [0x0300, 0x036f],
  [0x0591, 0x05c7],
  [0x0610, 0x061a],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200b, 0x200d],
  [0x2060, 0x2060],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xfeff, 0xfeff],
]

function withoutMarks(text: string): string {
  const kept = Array.from(text).filter((character) => {
    const code = character.codePointAt(0) ?? 0
    return !ignoredRanges.some(([first, last]) => code >= first && code <= last)
  })
  return kept.join('')
}

/** Letters that Unicode does not decompose. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
}

const folded = new Map<string, string>()

/** A character as a search compares it: in lower case, without accents. Can be empty, or several letters. */
export function foldCharacter(character: string): string {
  const known = folded.get(character)
  if (known !== undefined) return known
  const plain = withoutMarks(character.normalize('NFKD')).toLowerCase()
  const letters = Array.from(plain, (letter) => spelled[letter] ?? letter).join('')
  const result = withoutMarks(letters.normalize('NFKD')).normalize('NFC')
  folded.set(character, result)
  return result
}

/** A text as a search compares it: "Łódź" and "lodz" are the same. */
export function foldText(text: string): string {
  // Most characters need nothing but lower case, which the runtime does for a whole text at once.
  return text.replaceAll(/\P{ASCII}/gu, foldCharacter).toLowerCase()
}

/** A name as a filter compares it: without differences in case, accents and spaces. */
export function foldName(name: string): string {
  return foldText(name).replaceAll(/\s+/gu, ' ').trim()
}
