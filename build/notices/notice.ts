/** The notice for one work of others that Lanyard contains. */
export interface Notice {
  name: string
  version: string
  /** An SPDX identifier, or an expression of several. */
  license: string
  /** The address that it comes from; `null` if its text says so. */
  from: string | null
  /** The text that its licence requires to be passed on, word for word. */
  text: string
}

/**
 * Licences that let anybody pass a program on, as long as it includes their text. The Mozilla licence also requires that
 * readers learn where to get the source of its files, which are not changed: the address that is named with each.
 */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
])

/**
 * Licences for libraries that are files of their own, which anybody can exchange: that, their text, and where to get the
 * source is what the LGPL requires.
 */
const allowedForLibraries = new Set([...allowed, 'LGPL-3.0'])

/** Libraries whose package names only the licence of what it adds to them. */
const libraries: Record<string, string> = {
  // libvips, GLib and libheif.
  'wasm-vips': 'MIT AND LGPL-3.0',
  'libheif-js': 'LGPL-3.0',
}

/** Whether a package is a library in a file of its own. */
export function isLibrary(name: string): boolean {
  return Object.hasOwn(libraries, name)
}

/** The licence of a package with everything that it contains. */
export function wholeLicense(name: string, license: string): string {
  return libraries[name] ?? license
}

/** Licences for data files beside the program. Some require that their source is available. */
const allowedForData = new Set([...allowed, 'GPL-3.0-only', 'MPL-1.1'])

/**
 * Say why a work cannot be shipped. Returns `null` if it can.
 *
 * @param kind whether it is part of the program, a library in a file of its own, or data beside it
 */
export function shippingProblem({ name, license, text }: Notice, kind: 'program' | 'library' | 'data'): string | null {
  const list = { program: allowed, library: allowedForLibraries, data: allowedForData }[kind]
  if (!isAllowed(license, list))
    return `${name} is under ${license || 'no licence'}, which is not on the list of allowed ones.`
  return text.trim() === '' ? `${name} brings no text of its licence (${license}).` : null
}

/** All licences of an `AND` have to be allowed, and one of an `OR`. */
function isAllowed(expression: string, list: ReadonlySet<string>): boolean {
  const names = expression.replace(/^\((.*)\)$/, '$1')
  if (names.includes(' OR ')) return names.split(' OR ').some((name) => isAllowed(name, list))
  return names.split(' AND ').every((name) => list.has(name))
}

const rule = '─'.repeat(80)

/** Format the notices as one text. Works with the same licence text share one section; their order does not matter. */
export function writeNotices(notices: readonly Notice[]): string {
  const groups = new Map<string, Notice[]>()
  for (const notice of notices.toSorted((a, b) => compare(label(a), label(b)))) {
    const text = notice.text.replaceAll('\r\n', '\n').trim()
    groups.set(text, [...(groups.get(text) ?? []), notice])
  }
  const sections = [...groups].map(([text, group]) => `${rule}\n${group.map(label).join('\n')}\n\n${text}\n`)
  return `${introduction}\n${sections.join('\n')}`
}

/** In lines as short as those of the licences below, since the window shows the text unwrapped. */
const introduction = `Lanyard contains the work of others. This is what it is, and these are the
terms under which it is passed on.

Electron and Chromium, which Lanyard runs on, have notices of their own beside
them: LICENSE.electron.txt and LICENSES.chromium.html. The spelling dictionaries
are files beside the program, each under its own terms; the package on npm that
is named with each holds its source. So does the package of each work under the
Mozilla Public License, which is contained unchanged.

The decoders of pictures are files of their own, too, in the folder "decoders".
Their libraries are under the GNU Lesser General Public License, which lets you
exchange them for versions that you have changed. The address that is named with
each package leads to the source and to the program that builds them.
`

const label = ({ name, version, license, from }: Notice) =>
  `${name} ${version} · ${license}${from === null ? '' : ` · ${from}`}`

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
