import type { CompiledMessage } from 'icu-minify/format'
import type { Catalogue } from './catalogue.ts'

// prettier-ignore
const accented = {
  a: 'å', b: 'ƀ', c: 'ç', d: 'ð', e: 'é', f: 'ƒ', g: 'ĝ', h: 'ĥ', i: 'î', j: 'ĵ', k: 'ķ', l: 'ļ', m: 'ɱ',
  n: 'ñ', o: 'ö', p: 'þ', q: 'ɋ', r: 'ŕ', s: 'š', t: 'ţ', u: 'û', v: 'ṽ', w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž',
  A: 'Å', B: 'Ɓ', C: 'Ç', D: 'Ð', E: 'É', F: 'Ƒ', G: 'Ĝ', H: 'Ĥ', I: 'Î', J: 'Ĵ', K: 'Ķ', L: 'Ļ', M: 'Ṁ',
  N: 'Ñ', O: 'Ö', P: 'Þ', Q: 'Ɋ', R: 'Ŕ', S: 'Š', T: 'Ţ', U: 'Û', V: 'Ṽ', W: 'Ŵ', X: 'Ẋ', Y: 'Ý', Z: 'Ž',
} as const satisfies Record<string, string>

const isLetter = (character: string): character is keyof typeof accented => Object.hasOwn(accented, character)

/**
 * A readable text that is a third longer and entirely accented: whatever is plain on the screen, or cut off, is not
 * ready for translation.
 *
 * @example accent('Trips') // "Ţŕîîþš·"
 */
export function accent(text: string): string {
  let missing = Math.ceil(text.replaceAll(/[^a-zA-Z]/g, '').length / 3)
  const longer = text.replaceAll(/[a-zA-Z]/g, (letter) => {
    const other = isLetter(letter) ? accented[letter] : letter
    if (missing === 0 || !/[aeiouy]/i.test(letter)) return other
    missing--
    return other + other
  })
  // Before the trailing space, which belongs to what follows.
  return longer.replace(/\s*$/, (space) => '·'.repeat(missing) + space)
}

type Node = Exclude<CompiledMessage, string>[number]

/** Argument types that icu-minify encodes as numbers; 0 is the number sign of a plural. */
const CHOICES: ReadonlySet<unknown> = new Set([1, 2, 3])

function accentNode(node: Node): Node {
  if (typeof node === 'string') return accent(node)
  if (!Array.isArray(node)) return node
  const [name, type, ...rest] = node
  if (CHOICES.has(type)) {
    const options = Object.entries(rest[0] as Record<string, CompiledMessage | 0>)
    return [name, type, Object.fromEntries(options.map(([key, value]) => [key, accentOption(value)]))] as Node
  }
  if (type === undefined || (typeof type === 'number' && type !== 0)) return node
  return [name, ...node.slice(1).map((child) => accentNode(child as Node))] as Node
}

function accentOption(option: CompiledMessage | 0): CompiledMessage | 0 {
  return option === 0 ? option : accentMessage(option)
}

function accentMessage(message: CompiledMessage): CompiledMessage {
  return typeof message === 'string' ? accent(message) : message.map(accentNode)
}

/** A catalogue in which every message is accented, but not the values that are inserted. */
export function pseudo(catalogue: Catalogue): Catalogue {
  return (key) => {
    const found = catalogue(key)
    return found === undefined ? undefined : accentMessage(found)
  }
}
