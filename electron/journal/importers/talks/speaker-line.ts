import type { Speaker } from '../../../shared/trip.ts'
import { readNames } from './read-names.ts'

const MAX_LENGTH = 300
const label =
  /^(?:speakers?|presenters?|presented by|talk by|given by|by|von|par|por|door|di|vortragende[rn]?|referent(?:in|en)?|intervenante?s?|ponentes?|relator[ei]|sprekers?|palestrantes?)\s*:?\s+/i

/**
 * The speakers in the first line of a text: "Speaker: A B", "by A B", or a line in italics or bold that has nothing but
 * names. `null` if it is an ordinary line.
 */
export function takeSpeakerLine(text: string): Speaker[] | null {
  const [line = '', next = ''] = text
    .trimStart()
    .slice(0, 2 * MAX_LENGTH)
    .split('\n')
  if (line.length > MAX_LENGTH || line === '') return null
  const isAlone = next.trim() === ''
  const plain = line
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?:\*\*|__|[*_])/g, '')
    .trim()
  const labelled = label.exec(plain)
  if (labelled !== null) return readNames(plain.slice(labelled[0].length))
  const isMarked = /^(?:\*\*?|__?)[^*_]+(?:\*\*?|__?)$/.test(line.trim())
  return isMarked && isAlone ? readNames(plain) : null
}
