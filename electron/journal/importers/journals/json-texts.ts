import { weighJson } from '../../trip-file/weigh-json.ts'
import type { Bundle } from '../importer.ts'

type Text = Bundle['texts'][number]

const parsed = new WeakMap<Text, { value: unknown }>()

/** The value that a text holds as JSON; `undefined` if it is not JSON. It is parsed once, whichever format asks. */
export function jsonOf(text: Text): unknown {
  const known = parsed.get(text)
  if (known !== undefined) return known.value
  const value = parse(text.text.trimStart())
  parsed.set(text, { value })
  return value
}

function parse(text: string): unknown {
  if (!/^[[{]/.test(text)) return undefined
  // No format is nested that deep, and parsing brackets takes many times their memory.
  if (weighJson(Buffer.from(text), Infinity, Infinity) === 'hopeless') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
