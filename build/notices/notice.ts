/** What is said of one thing that Lanyard contains and others have made. */
export interface Notice {
  name: string
  version: string
  /** By its SPDX name, or an expression of such names. */
  license: string
  /** Where it is from; `null`: its own text says so. */
  from: string | null
  /** What its licence wants to be passed on, word for word. */
  text: string
}

/** Licences that let anybody pass a program on, as long as they are named with it. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
])

/** Licences for files that lie beside the program and are not part of it: they ask that their source can be had. */
const allowedForData = new Set([...allowed, 'GPL-3.0-only', 'MPL-1.1', 'MPL-2.0'])

/**
 * What keeps a thing from being shipped, in a sentence; `null`: nothing.
 *
 * @param kind whether it is part of the program, or data that lies beside it
 */
export function whyNot({ name, license, text }: Notice, kind: 'program' | 'data'): string | null {
  const list = kind === 'program' ? allowed : allowedForData
  if (!isAllowed(license, list)) return `${name} is under ${license || 'no licence'}, which is not on the list.`
  return text.trim() === '' ? `${name} has no text of its licence (${license}).` : null
}

/** Of an `AND` all have to be allowed, of an `OR` one. */
function isAllowed(expression: string, list: ReadonlySet<string>): boolean {
  const names = expression.replace(/^\((.*)\)$/, '$1')
  if (names.includes(' OR ')) return names.split(' OR ').some((name) => isAllowed(name, list))
  return names.split(' AND ').every((name) => list.has(name))
}

const rule = '─'.repeat(80)

/**
 * Writes the notices as one text for people: those under the same words stand together before these words. The same
 * notices make the same text, in whatever order they come.
 */
export function writeNotices(notices: readonly Notice[]): string {
  const groups = new Map<string, Notice[]>()
  for (const notice of notices.toSorted((a, b) => compare(label(a), label(b)))) {
    const text = notice.text.replaceAll('\r\n', '\n').trim()
    groups.set(text, [...(groups.get(text) ?? []), notice])
  }
  const sections = [...groups].map(([text, group]) => `${rule}\n${group.map(label).join('\n')}\n\n${text}\n`)
  return `${introduction}\n${sections.join('\n')}`
}

/** In lines as short as those of the licences below it, since a window shows them as they are. */
const introduction = `Lanyard contains the work of others. This is what it is, and these are the
terms under which it is passed on.

Electron and Chromium, which Lanyard runs on, have notices of their own beside
them: LICENSE.electron.txt and LICENSES.chromium.html. The spelling dictionaries
are files beside the program, each under its own terms; the package on npm that
is named with each holds its source.
`

const label = ({ name, version, license, from }: Notice) =>
  `${name} ${version} · ${license}${from === null ? '' : ` · ${from}`}`

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
