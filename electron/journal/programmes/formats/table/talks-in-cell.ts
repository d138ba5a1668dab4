import type { Link, Speaker } from '../../../../shared/trip.ts'
import { plainLineOf } from '../../markdown-of.ts'
import { peopleInCell } from './people-in-cell.ts'

/** A session in a cell of a grid. */
export interface CellTalk {
  /** "10:15" or "10:15–10:45", if the cell says it; otherwise empty. */
  readonly time: string
  readonly title: string
  readonly speakers: readonly Speaker[]
  /** Further lines. */
  readonly abstract: string
  readonly links: readonly Link[]
}

/** A cell without the signs of Markdown, and the addresses in it. */
export function linkedText(cell: string): { text: string; links: Link[] } {
  const links = Array.from(cell.matchAll(link), ([, , url = '']) => ({ label: '', url }))
  const text = cell
    .replaceAll(link, '$1')
    .replaceAll(/(?<![\p{L}\d*])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?![\p{L}\d*])/gu, '$2')
    .replaceAll(/(?<![\p{L}\d_])(_{1,2})(?=\S)([^_\n]+?)(?<=\S)\1(?![\p{L}\d_])/gu, '$2')
  return { text: plainLineOf(text), links }
}

const link = /\[([^[\]\n]+)\]\((https?:[^()\s]+)\)/g

const timed =
  /^[([]?(\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?(?:-|–|—|to|bis|à)\s?\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?)?)[)\]]?\s*[:|–—-]?\s+(\S.*)$/iu

/** The sessions in a cell: a title, its speakers behind it or below, and perhaps a time of its own before each of several. */
export function talksInCell(text: string): CellTalk[] {
  const talks: { time: string; lines: string[]; links: Link[] }[] = []
  for (const written of text.split(/\n|<br\s*\/?>/i)) {
    const { text: line, links } = linkedText(written)
    if (line === '') continue
    const [, time = '', words = ''] = timed.exec(line) ?? []
    const last = talks.at(-1)
    if (time !== '') talks.push({ time, lines: [words], links })
    else if (last === undefined) talks.push({ time: '', lines: [line], links })
    else {
      last.lines.push(line)
      last.links.push(...links)
    }
  }
  return talks.map(({ time, lines, links }) => ({ time, ...talkOf(lines), links }))
}

function talkOf([first = '', ...rest]: readonly string[]): Omit<CellTalk, 'time' | 'links'> {
  const named = rest.map((line) => namesIn(line.replace(/^(?:by|speakers?|with|mit|par|por)\b:?\s*/i, ''), 1))
  const below = named.flatMap((names) => names ?? [])
  const abstract = rest.filter((_, index) => named[index] === null).join('\n')
  const above = namesIn(first, 2)
  const [second = '', ...others] = rest
  // "Ada Lovelace" above "Compilers" is who, and not what.
  if (above !== null && second !== '' && namesIn(second, 2) === null) {
    return { title: second, speakers: above, abstract: others.join('\n') }
  }
  if (below.length > 0) return { title: first, speakers: below, abstract }
  for (const pattern of behind) {
    const [, title = '', names = ''] = pattern.exec(first) ?? []
    const speakers = names === '' ? null : namesIn(names, 2)
    if (speakers !== null) return { title, speakers, abstract }
  }
  return { title: first, speakers: [], abstract }
}

/** "Title — Ada Lovelace", "Title (Ada Lovelace)", "Title, by Ada Lovelace". */
const behind = [
  /^(.*\S)\s+[—–|-]\s+(\S.*)$/,
  /^(.*\S)\s*[([]([^()[\]]+)[)\]]$/,
  /^(.*[^\s,]),?\s+(?:by|with|von|mit|par|por)\s+(\p{Lu}.*)$/u,
]

const particle = '(?:de|del|della|di|da|dos|van|von|zu|der|den|la|le|el|al|bin|ten|ter|und)'
const word = String.raw`(?:\p{Lu}[\p{L}\p{M}.'’-]*|${particle})`
const name = new RegExp(String.raw`^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s${word}){0,4}$`, 'u')

/** The people in a text that is nothing but names; `null` if it may be anything else. */
export function namesIn(text: string, minWords: number): Speaker[] | null {
  const people = peopleInCell(text, '')
  const areNames = people.every((person) => name.test(person.name) && person.name.split(/\s/).length >= minWords)
  return people.length > 0 && areNames ? people : null
}
