import type { Speaker } from '../../../../shared/trip.ts'
import { speakersListed } from '../calendar/names-in-titles.ts'

/** The people in one cell of a table: "Ada Lovelace, Grace Hopper", "Ada Lovelace (Analytical Engines); Grace Hopper". */
export function peopleInCell(text: string, affiliation: string): Speaker[] {
  const cell = text.replace(/^(?:-|–|—|n\/a|tba|tbd)$/i, '').replace(/^by\s+/i, '')
  const speakers = cell.includes(';')
    ? cell.split(';').flatMap((part) => speakersListed(part.replace(/,\s*(?=\p{Lu}\.?$)/u, ' ')))
    : speakersListed(cell)
  const [only, ...others] = speakers
  return only === undefined || others.length > 0 || affiliation === '' || only.affiliation !== ''
    ? speakers
    : [{ ...only, affiliation }]
}
