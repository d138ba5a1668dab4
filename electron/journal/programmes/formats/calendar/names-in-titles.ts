import type { Speaker } from '../../../../shared/trip.ts'

const person = (name: string, affiliation = '', role = ''): Speaker => ({
  name: name.trim(),
  role: role.trim(),
  affiliation: affiliation.trim(),
})

/** "Ada Lovelace (Analytical Engines), Grace Hopper": people with their affiliations, if any, in brackets. */
export function speakersListed(text: string): Speaker[] {
  return outsideBrackets(text, /^(?:,?\s(?:&|and|und|et|y|e)\s|[,;\n])/).flatMap((written) => {
    const [, name = written, affiliation = ''] = /^(.*?)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/.exec(written) ?? []
    return name.trim() === '' ? [] : [person(name, affiliation)]
  })
}

/** Splits a text where a separator matches outside of brackets. */
function outsideBrackets(text: string, separator: RegExp): string[] {
  const parts: string[] = []
  let depth = 0
  let begin = 0
  for (let index = 0; index < text.length; index++) {
    const sign = text.charAt(index)
    if (sign === '(') depth++
    else if (sign === ')') depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    const [found] = separator.exec(text.slice(index, index + 8)) ?? []
    if (found === undefined) continue
    parts.push(text.slice(begin, index).trim())
    begin = index + found.length
    index = begin - 1
  }
  return [...parts, text.slice(begin).trim()].filter((part) => part !== '')
}

const legalForm = /^(?:inc|llc|ltd|limited|gmbh|ag|sa|bv|b\.v|se|kg|plc|corp|co)\.?$/i
const position =
  /\b(?:ceo|cto|cfo|coo|cio|ciso|vp|vice|president|director|manager|engineer|developer|architect|lead|head|chief|founder|professor|prof|researcher|scientist|analyst|consultant|advocate|officer|student|maintainer|evangelist|specialist|author|chair|partner|principal|senior|staff|phd|ph\.d|dr|md)\b/i

/**
 * "Ada Lovelace, Countess, Analytical Engines; Grace Hopper, Navy & Alan Turing": groups of people with what they are. The
 * last part of a group is where they work; what else there is names a position, or another person.
 */
export function speakersAt(text: string): Speaker[] {
  return text
    .split(/\s*;\s*|\s+(?:&|and)\s+/)
    .map((group) => group.replace(/^moderated by:?\s+/i, '').trim())
    .filter((group) => group !== '')
    .flatMap((group) => {
      const [name = '', ...others] = joinLegalForms(group.split(/\s*,\s*/))
      const affiliation = others.pop() ?? ''
      const role = others.filter((part) => position.test(part)).join(', ')
      const further = others.filter((part) => !position.test(part))
      if (position.test(affiliation) && role === '') return [person(name, '', affiliation)]
      return [person(name, affiliation, role), ...further.map((other) => person(other, affiliation))]
    })
}

/** "Example, Inc." is one name. */
function joinLegalForms(parts: readonly string[]): string[] {
  const joined: string[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last !== undefined && joined.length > 1 && legalForm.test(part)) joined[joined.length - 1] = `${last}, ${part}`
    else joined.push(part)
  }
  return joined
}
