import { expect, test } from 'vitest'
import type { ImportFile } from '../../../electron/journal/importers/importer.ts'
import { inWords } from '../../support/in-words.ts'
import { codeOf, messageOf, someLibrary, valueOf } from '../../support/library.ts'
import { runWithin } from '../../../electron/journal/worker/run-within.ts'
import { importInto } from '../../support/import-into.ts'
import { file, importDefaults, importReport } from '../../support/reports.ts'
import { onePixel } from '../../support/trips.ts'

const megabyte = 1024 * 1024

test.each<[name: string, code: string, files: ImportFile[], says: string]>([
  ['no files', 'input.no-files', [], 'no files'],
  ['an empty file', 'import.empty', [file('a.md', '')], 'empty'],
  ['nothing but white space', 'import.empty', [file('a.md', ' \n\t\n\uFEFF')], 'empty'],
  [
    'nothing below the front matter',
    'import.no-text-in-file',
    [file('a.md', '---\ntitle: T\n---\n\n')],
    'no text in “a.md”',
  ],
  ['hidden files alone', 'input.no-files', [file('.DS_Store', 'x'), file('__MACOSX/a.md', 'x')], 'no files'],
  [
    'a program',
    'import.not-text',
    [file('a.md', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]))],
    '“a.md” is not a text',
  ],
  [
    'bytes that are no UTF-8',
    'import.not-text',
    [file('a.md', new Uint8Array([0x41, 0xff, 0xfe, 0x42]))],
    'not a text',
  ],
  ['Latin-1', 'import.not-text', [file('a.md', new Uint8Array([0x4d, 0xfc, 0x6e]))], 'not a text'],
  ['50 MB', 'import.report-too-large', [file('a.md', new Uint8Array(50 * megabyte).fill(0x61))], 'larger than 20 MB'],
  ['50 MB of a program', 'import.not-text', [file('a.md', new Uint8Array(50 * megabyte))], 'not a text'],
  ['pictures alone', 'import.only-pictures', [file('a.png', onePixel)], 'only pictures'],
  [
    'more reports than a trip has days',
    'import.several-texts',
    Array.from({ length: 41 }, (_, index) => file(`${index}.md`, 'x')),
    '“0.md”, “1.md”',
  ],
])('%s is refused with a sentence', async (_, code, files, says) => {
  const library = await someLibrary()
  const result = await importInto({ files, tripId: null, library, defaults: importDefaults })
  expect(codeOf(result)).toBe(code)
  expect(messageOf(result)).toContain(says)
  expect(messageOf(result)).toMatch(/^[^!]*[.]$/)
  expect(valueOf(await library.list()).trips).toEqual([])
})

test.each([
  ['a schedule', '{"schedule": {"conference": {}}}'],
  ['a calendar', 'BEGIN:VCALENDAR\nEND:VCALENDAR'],
  ['a page', '<!DOCTYPE html><html><body>x</body></html>'],
  ['XML', '<?xml version="1.0"?><schedule/>'],
])('%s is not a report, whatever its name', async (_, text) => {
  const library = await someLibrary()
  const result = await importInto({ files: [file('report.md', text)], tripId: null, library, defaults: importDefaults })
  expect(codeOf(result)).toBe('import.unknown')
})

test('text that only begins like something else is a report', () => {
  expect(importReport(file('a.md', '[Here](https://example.org) it begins.')).trip.entries).toHaveLength(1)
  expect(importReport(file('a.md', '{{< toc >}}\n\nWords.')).trip.entries).toHaveLength(1)
})

test('the type of a file is determined from its content and not from its name', () => {
  const imported = importReport(file('report.dat', '## A\n\n![x](picture)\n'), file('picture', onePixel))
  expect(imported.trip.photos).toHaveLength(1)
})

test.each([
  ['a byte order mark', new TextEncoder().encode('\uFEFF---\ntitle: T\n---\nx “y”\n')],
  ['CRLF', new TextEncoder().encode('---\r\ntitle: T\r\n---\r\nx “y”\r\n')],
  ['UTF-16, little end first', utf16('---\ntitle: T\n---\nx “y”\n', true)],
  ['UTF-16, big end first', utf16('---\ntitle: T\n---\nx “y”\n', false)],
])('%s can be imported', (_, data) => {
  const { trip } = importReport(file('a.md', data))
  expect([trip.title, trip.entries[0]?.text]).toEqual(['T', 'x “y”'])
})

function utf16(text: string, isLittle: boolean): Uint8Array {
  const data = new Uint8Array(2 + text.length * 2)
  const view = new DataView(data.buffer)
  for (const [index, unit] of ['\uFEFF', ...text.split('')].entries())
    view.setUint16(index * 2, unit.charCodeAt(0), isLittle)
  return data
}

test('malformed front matter is reported, and what can be read of it is kept', () => {
  const imported = importReport(file('a.md', '---\ntitle: A: b\ntags: [a, b\ndate: 2026-05-02\n---\n\nThe text.\n'))
  expect(imported.trip).toMatchObject({ title: 'A: b', report: { publishedOn: '2026-05-02' } })
  expect(imported.trip.entries[0]?.text).toBe('The text.')
  expect(inWords(imported.draft.remarks)[0]).toMatch(/^The front matter could not be read/)
})

test.each([
  ['a list that bites its tail', '---\na: &a [*a]\ntitle: T\n---\nx\n'],
  [
    'a bomb',
    `---\n${Array.from({ length: 30 }, (_, n) => `a${n}: &a${n} [${n === 0 ? 'x' : `*a${n - 1},*a${n - 1}`}]`).join('\n')}\n---\nx\n`,
  ],
  ['a deep nest', `---\na: ${'['.repeat(50_000)}\n---\nx\n`],
  ['wrong TOML', '+++\ntitle = T\n+++\nx\n'],
  ['names of objects', '---\n__proto__: {a: 1}\nconstructor: x\ntoString: y\n---\nx\n'],
])('front matter with %s does no harm', (_, text) => {
  const { trip } = importReport(file('a.md', text))
  expect(trip.entries[0]?.text).toBe('x')
})

test('a thematic break at the beginning is not front matter', () => {
  const imported = importReport(file('a.md', '---\n\nA paragraph.\n\n---\n\nAnother.\n'))
  expect(imported.trip.entries[0]?.text).toBe('---\n\nA paragraph.\n\n---\n\nAnother.')
})

test.each([
  ['quotes', '>'.repeat(1000) + ' a'],
  ['lists in one line', '- '.repeat(500) + 'a'],
  ['lists', Array.from({ length: 120 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ['links', '[a]('.repeat(2000)],
  ['brackets', '['.repeat(1500) + 'a' + ']'.repeat(1500)],
  ['emphasis', '*a **b '.repeat(3000)],
  ['HTML', '<div>'.repeat(3000)],
])('endlessly nested %s become a trip that can be exported', (_, text) => {
  const { trip } = importReport(file('a.md', text))
  expect(trip.entries.length + trip.report.lead.length).toBeGreaterThan(0)
})

test('names that lead elsewhere do not refer to files outside of the import', () => {
  const { trip, draft } = importReport(
    file('a/b.md', '![x](../../../etc/passwd) ![y](file:///etc/passwd) ![z](C:\\x.png) ![w](%2e%2e/%00.png)\n'),
    file('passwd', 'root:x:0:0'),
  )
  expect(trip.entries).toHaveLength(1)
  expect(trip.photos).toEqual([])
  expect(JSON.stringify(trip)).not.toContain('root:')
  expect(inWords(draft.remarks).join()).toContain('passwd')
})

test('a report with half a million spaces in a line is read in a moment', () => {
  const report = file('report.md', `# Title\n\na${' '.repeat(450_000)}b`)
  expect(runWithin(4_000, () => importReport(report))?.value.trip.entries).toHaveLength(1)
})
