import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Root } from 'mdast'
import { describe, expect, test } from 'vitest'
import { resolveHtml } from '../../../electron/journal/html/safe-html.ts'
import type { ImportFile } from '../../../electron/journal/importers/importer.ts'
import { compareOutlines } from '../../../electron/journal/markdown/compare-outlines.ts'
import { outline } from '../../../electron/journal/markdown/outline.ts'
import { inWords } from '../../support/in-words.ts'
import {
  digestsOf,
  exportImported,
  file,
  importReport,
  readFixture,
  readOriginal,
  withAddresses,
} from '../../support/reports.ts'
import { onePixel } from '../../support/trips.ts'

/** Reports in the forms in which people write them, and one that uses all of Markdown. */
const reports: { name: string; load: () => Promise<ImportFile[]> }[] = [
  { name: 'told by day', load: async () => [file('by-day.md', await readFixture('by-day.md'))] },
  {
    name: 'told by theme',
    load: async () => [file('by-theme.md', await readFixture('by-theme.md')), file('snakefest-logo.png', onePixel)],
  },
  {
    name: 'as a page bundle',
    load: async () => [
      file('jour-1/index.md', await readFixture('bundle.md')),
      file('jour-1/entrance.png', onePixel),
      file('jour-1/un cafe.png', new Uint8Array([...onePixel, 0])),
    ],
  },
  {
    name: 'with everything',
    load: async () => [file('everything.md', await readFixture('everything.md')), file('dot.png', onePixel)],
  },
]

describe.each(reports)('a report $name, imported and exported again', ({ load }) => {
  test('an imported report is the same as Markdown, in the same order', async () => {
    const { original, imported } = await start(load)
    const exported = await exportImported(imported, 'markdown')
    const meant = withAddresses(original, (url) => decodeURIComponent(url).replace(' ', '-'))
    expect(compareOutlines(outline(meant), outline(exported.tree))).toEqual([])
    expect(exported.differences).toEqual([])
  })

  test('an imported report is the same as HTML, with the same pictures in it', async () => {
    const { files, original, imported } = await start(load)
    const exported = await exportImported(imported, 'html')
    const hashes = new Map(
      files.map(({ name, data }) => [basename(name), createHash('sha256').update(data).digest('hex')]),
    )
    const meant = withAddresses(original, (url) => `sha256:${hashes.get(decodeURIComponent(url)) ?? url}`)
    expect(compareOutlines(outline(resolveHtml(meant, 'en')), outline(exported.tree))).toEqual([])
    expect(exported.differences).toEqual([])
  })

  test('an imported report is the same as plain text', async () => {
    const { original, imported } = await start(load)
    const exported = await exportImported(imported, 'text')
    const meant = resolveHtml(
      withAddresses(original, (url) => decodeURIComponent(url).replace(' ', '-')),
      'en',
    )
    const spelled = { spelled: true }
    expect(compareOutlines(outline(meant, spelled), outline(exported.tree, spelled))).toEqual([])
    expect(exported.differences).toEqual([])
  })

  test('an imported report is identical when it is exported and imported once more', async () => {
    const { imported } = await start(load)
    const once = await exportImported(imported, 'markdown')
    const again = importReport(...[...once.files].map(([name, data]) => file(`again/${name}`, data)))
    const twice = await exportImported(again, 'markdown')
    expect(twice.text).toBe(once.text)
    expect(digestsOf(twice.files)).toEqual(digestsOf(once.files))
  })
})

async function start(load: () => Promise<ImportFile[]>): Promise<{
  files: ImportFile[]
  original: Root
  imported: ReturnType<typeof importReport>
}> {
  const files = await load()
  const imported = importReport(...files)
  expect(inWords(imported.draft.remarks).join('\n')).not.toContain('became one entry')
  return { files, original: withoutTitle(readOriginal(new TextDecoder().decode(files[0]?.data))), imported }
}

/** If a report has no front matter, its only first-level heading is its title and no longer part of the text. */
function withoutTitle(tree: Root): Root {
  const tops = tree.children.filter((node) => node.type === 'heading' && node.depth === 1)
  return tops.length === 1 && tree.children[0] === tops[0] ? { ...tree, children: tree.children.slice(1) } : tree
}

test('a report by day keeps what must not change', async () => {
  const imported = importReport(file('by-day.md', await readFixture('by-day.md')))
  const { text, census } = await exportImported(imported, 'markdown')
  expect(text).toContain('title: "Lantern Conf & DataFest 2026: Notes of Someone Who Came Alone"\ndate: 2026-05-02\n')
  expect(text).toContain(String.raw`“very, very few of you need \[managed anything on five continents]”`)
  expect(text).toContain('how things work – and not only that they do – watch')
  expect(census).toEqual({ headings: 4, paragraphs: 10, listItems: 0, quotes: 0, links: 0, pictures: 0 })
})

test('a report by theme keeps what must not change', async () => {
  const imported = importReport(
    file('by-theme.md', await readFixture('by-theme.md')),
    file('snakefest-logo.png', onePixel),
  )
  const { text, census, files } = await exportImported(imported, 'markdown')
  expect(text).toContain('### 1. Dana Whitfield Keynote\n')
  expect(text).toContain('## Q&A About D&I\n')
  expect(text).toContain('- Colour: Pavel looks at the report first and asks, "When was this last red?"')
  expect(text).toContain('> "I was glad that it was about people')
  expect(text.endsWith('![snakefest logo](snakefest-logo.png)\n')).toBe(true)
  expect([...files.keys()]).toEqual(['index.md', 'snakefest-logo.png'])
  expect(census).toEqual({ headings: 9, paragraphs: 17, listItems: 5, quotes: 1, links: 0, pictures: 1 })
})
