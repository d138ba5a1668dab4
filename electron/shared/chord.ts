type Letter =
  'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' |
  'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z' // prettier-ignore
type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'
type Sign = ',' | '.' | '`' | '?' | '#' | '/' | '[' | ']' | '\\'
type NamedKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Enter' | 'Escape' | 'Delete' | 'Backspace'
type FunctionKey = 'F2' | 'F3' | 'F6'

/**
 * Keys that are pressed together, such as `Mod+Shift+H`. `Mod` is Command on a Mac and Ctrl elsewhere; the last part is a
 * `KeyboardEvent.key`, letters in upper case.
 */
export type Chord =
  `${'' | 'Mod+' | 'Mod+Shift+' | 'Mod+Alt+' | 'Alt+' | 'Shift+'}${Letter | Digit | Sign | NamedKey | FunctionKey}`

/** The parts of a chord. */
export interface Keys {
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
  /** A `KeyboardEvent.key`, letters in upper case. */
  readonly key: string
}

/** The parts of the chords that have been parsed: each key that is pressed is compared with those of every command. */
const parsed = new Map<string, Keys>()

/**
 * Parses a chord.
 *
 * @example keysOf('Mod+Shift+H') // { mod: true, alt: false, shift: true, key: 'H' }
 */
export function keysOf(chord: string): Keys {
  const known = parsed.get(chord)
  if (known !== undefined) return known
  const parts = chord.split('+')
  const keys = {
    mod: parts.includes('Mod'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key: parts.at(-1) ?? '',
  }
  parsed.set(chord, keys)
  return keys
}

/** Whether pressing it in a text would type a character. */
export function typesCharacter(chord: Chord): boolean {
  const { mod, alt, key } = keysOf(chord)
  return key.length === 1 && !mod && !alt
}

/**
 * Chords that can be heard while other programs are in front: `Mod+Shift+Space`. They never type a character. The page's
 * first file has no schemas, so this is a pattern.
 */
export const globalKeysPattern =
  /^(?=Mod\+|Alt\+)(?:Mod\+)?(?:Alt\+)?(?:Shift\+)?(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4])|Space)$/
