import { shapeLengths, shapeNamed } from '../../support/pathological-texts.ts'

/** A report that is small to send and hard to read, or just large. */
export interface Bomb {
  name: string
  /** The names and contents of its files. */
  make: () => { name: string; data: Uint8Array<ArrayBuffer> }[]
}

const MEBIBYTE = 1024 * 1024

const encode = (text: string) => new TextEncoder().encode(text)

const report = (name: string, text: () => string, file = 'report.md'): Bomb => ({
  name,
  make: () => [{ name: file, data: encode(text()) }],
})

const withFrontMatter = (name: string, fields: () => string, mark = '---'): Bomb =>
  report(name, () => `${mark}\n${fields()}\n${mark}\n\n# A report\n\nWords.\n`)

/** Fills up to a size with one piece of text. */
const fill = (piece: string, bytes: number) => piece.repeat(Math.floor(bytes / piece.length))

/** In YAML, each line means ten times the line before. */
function aliases(levels: number): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
  for (let level = 1; level < levels; level++) {
    lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`)
  }
  return lines.join('\n')
}

export const bombs: readonly Bomb[] = [
  report('words, 20 MB', () => fill('Some ordinary words in a line.\n\n', 20 * MEBIBYTE)),
  report('words, 19 MB', () => fill('Some ordinary words in a line.\n\n', 19 * MEBIBYTE)),
  report('words in one line, 19 MB', () => fill('word ', 19 * MEBIBYTE)),
  report('letters, 19 MB', () => fill('a', 19 * MEBIBYTE)),
  report('line breaks, 19 MB', () => fill('\n', 19 * MEBIBYTE)),
  report('spaces, 19 MB', () => fill(' ', 19 * MEBIBYTE)),
  report('headings, 5 MB', () => fill('# a\n', 5 * MEBIBYTE)),
  report('days, 2 MB', () => fill('## 14 April 2026\n\nx\n\n', 2 * MEBIBYTE)),
  report('words, 64 MB', () => fill('Some ordinary words.\n\n', 64 * MEBIBYTE)),
  report('words, 200 MB', () => fill('Some ordinary words.\n\n', 200 * MEBIBYTE)),
  report('bytes that are no text, 19 MB', () => fill('\u0000\ufffd', 19 * MEBIBYTE)),
  ...['bullets in one line', 'closing brackets', 'empty links', 'tables in tables', 'quotes without spaces'].map(
    (name) => report(`${name}, 450 KB`, () => shapeNamed(name).write(shapeLengths.large)),
  ),
  ...['opening brackets', 'openings of emphasis of two sorts', 'pictures that end in the address'].map((name) =>
    report(`${name}, 5 MB`, () => shapeNamed(name).write(5 * MEBIBYTE)),
  ),
  report('boxes in boxes, 10 MB', () => fill('<div>', 10 * MEBIBYTE), 'report.html'),
  report('boxes in boxes as Markdown, 10 MB', () => fill('<div>', 10 * MEBIBYTE)),
  report('a page of words, 19 MB', () => `<html><body>${fill('<p>x</p>', 19 * MEBIBYTE)}</body></html>`, 'index.html'),
  report('lists in lists as JSON, 19 MB', () => fill('[', 19 * MEBIBYTE), 'trip.json'),
  report('objects in objects as JSON, 19 MB', () => fill('{"a":', 19 * MEBIBYTE), 'trip.json'),
  report('a number without an end as JSON, 19 MB', () => fill('9', 19 * MEBIBYTE), 'trip.json'),
  report(
    'a document type that grows',
    () => {
      const entities = Array.from({ length: 10 }, (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`)
      return `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "x">${entities.join('')}]><a>&a10;</a>`
    },
    'report.xml',
  ),
  withFrontMatter('aliases of aliases', () => aliases(12)),
  withFrontMatter('an alias of itself', () => 'a: &a [*a, *a]'),
  withFrontMatter('fields, 5 MB', () => Array.from({ length: 400_000 }, (_, index) => `k${index}: 1`).join('\n')),
  withFrontMatter('lists in lists as YAML, 5 MB', () => `a: ${fill('[', 5 * MEBIBYTE)}`),
  withFrontMatter('lists that are indented, 2 MB', () => `a: ${fill('- ', 2 * MEBIBYTE)}x`),
  withFrontMatter('a number without an end', () => `weight: ${fill('9', 5 * MEBIBYTE)}\ndate: 9999999-99-99`),
  withFrontMatter('a text without an end', () => `title: "${fill('\\n', 5 * MEBIBYTE)}`),
  withFrontMatter('keys that are lists', () => fill('? ', MEBIBYTE)),
  withFrontMatter('tags, 5 MB', () => `tags: [${fill('a, ', 5 * MEBIBYTE)}b]`),
  withFrontMatter(
    'tables in tables as TOML',
    () =>
      Array.from(
        { length: 2000 },
        (_, index) => `[${Array.from({ length: 100 }, (__, level) => `a${index}x${level}`).join('.')}]`,
      ).join('\n'),
    '+++',
  ),
  withFrontMatter('lists in lists as TOML, 5 MB', () => `a = ${fill('[', 5 * MEBIBYTE)}`, '+++'),
  withFrontMatter('objects in objects as JSON, 5 MB', () => `{"a": ${fill('{"a":', 5 * MEBIBYTE)}`, '{'),
  report('a mark of front matter without an end, 19 MB', () => `---\n${fill('a: b\n', 19 * MEBIBYTE)}`),
  report('pictures that are missing, 5 MB', () => fill('![a](b.png) ', 5 * MEBIBYTE)),
  report('pictures of different names, 3 MB', () =>
    Array.from({ length: 150_000 }, (_, index) => `![a](b${index}.png)`).join('\n\n'),
  ),
  report('a picture in an address, 15 MB', () => `![a](data:image/png;base64,${fill('A', 15 * MEBIBYTE)})`),
  report('footnotes, 5 MB', () =>
    Array.from({ length: 150_000 }, (_, index) => `x[^${index}]\n\n[^${index}]: y`).join('\n\n'),
  ),
  report('dates in one line, 5 MB', () => fill('14 April 2026 2026-04-14 ', 5 * MEBIBYTE)),
  report('digits and spaces, 5 MB', () => `# ${fill('1 ', 5 * MEBIBYTE)}`),
  {
    name: 'ten thousand files',
    make: () =>
      Array.from({ length: 10_000 }, (_, index) => ({ name: `a/b${index}.md`, data: encode(`# ${index}\n\nx`) })),
  },
  {
    name: 'ten thousand files that only look like pictures',
    make: () => [
      { name: 'index.md', data: encode('# A report') },
      ...Array.from({ length: 9999 }, (_, index) => ({ name: `b${index}.png`, data: encode('x') })),
    ],
  },
]
