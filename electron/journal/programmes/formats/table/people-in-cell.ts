import type { Speaker } from '../../../../shared/trip.ts'
import { speakersListed } from '../calendar/names-in-titles.ts'

/** The people in one cell of a table: "Ada Lovelace, Grace Hopper", "Ada Lovelace (Analytical Engines); Grace Hopper". */
export function peopleInCell(text: string, affiliation: string): Speaker[] {
  const cell = inOrder(text.replace(/^(?:-|–|—|n\/a|tba|tbd)$/i, '').replace(/^by\s+/i, ''))
  const speakers = cell.includes(';')
    ? cell.split(';').flatMap((part) => speakersListed(part.replace(/,\s*(?=\p{Lu}\.?$)/u, ' ')))
    : speakersListed(cell)
  const [only, ...others] = speakers
  return only === undefined || others.length > 0 || affiliation === '' || only.affiliation !== ''
    ? speakers
    : [{ ...only, affiliation }]
}

const lastFirst = /^\s*(\p{Lu}[\p{L}'’-]+),\s*(\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}\.)?)(\s*\([^()]*\))?\s*$/u

/** "Lovelace, Ada; Hopper, Grace" with the first names first. "Ada, Grace" alone may be two people. */
function inOrder(cell: string): string {
  const parts = cell.split(';').map((part) => lastFirst.exec(part))
  if (parts.length === 1 && parts[0]?.[3] === undefined) return cell
  if (parts.includes(null)) return cell
  return parts.map((part) => `${part?.[2]} ${part?.[1]}${part?.[3] ?? ''}`).join('; ')
}
