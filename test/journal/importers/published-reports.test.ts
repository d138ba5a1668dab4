import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { writtenTargets } from '../../support/exports.ts'
import type { ImportFile } from '../../../electron/journal/importers/importer.ts'
import { splitFrontMatter } from '../../../electron/journal/markdown/front-matter.ts'
import { compareOutlines } from '../../../electron/journal/markdown/compare-outlines.ts'
import { outline } from '../../../electron/journal/markdown/outline.ts'
import { inWords } from '../../support/in-words.ts'
import { hasSamples, reportsByDay, reportsByTheme, samples } from '../../support/report-folders.ts'
import { digestsOf, exportImported, file, importReport, readOriginal } from '../../support/reports.ts'

const published = [...reportsByDay, ...reportsByTheme]

/** The paths of each report's files: the text and its pictures. */
const reports: Record<string, string[]> = Object.fromEntries(
  published.map(({ name, folder, pictures }) => [name, [`${name}.md`, ...pictures].map((path) => join(folder, path))]),
)
const bundles = join(samples, 'fosdem-2026-hugo')
for (const bundle of hasSamples ? await readdir(bundles) : []) {
  const names = await readdir(join(bundles, bundle))
  reports[bundle] = names.toSorted().map((name) => join(bundles, bundle, name))
}

test.each(Object.entries(reports))('the report %s has the same text after import and export', async (_, paths) => {
  const files = await load(paths)
  const text = files.find(({ name }) => name.endsWith('.md'))
  const original = readOriginal(new TextDecoder().decode(text?.data))
  const imported = importReport(...files)
  expect(inWords(imported.draft.remarks).join('\n')).not.toContain('became one entry')
  for (const { id } of writtenTargets) expect((await exportImported(imported, id)).differences).toEqual([])
  const { tree, files: written } = await exportImported(imported, 'markdown')
  expect(compareOutlines(outline(original), outline(tree))).toEqual([])
  const again = importReport(...[...written].map(([name, data]) => file(name, data)))
  expect(digestsOf((await exportImported(again, 'markdown')).files)).toEqual(digestsOf(written))
})

test.each(Object.entries(reports).filter(([name]) => name.includes('fosdem')))(
  'the page bundle %s is the same for Hugo after import and export',
  async (_, paths) => {
    const files = await load(paths)
    const before = new TextDecoder().decode(files.find(({ name }) => name.endsWith('.md'))?.data)
    const { text, tree, files: written } = await exportImported(importReport(...files), 'hugo')
    expect(splitFrontMatter(text).fields).toEqual(splitFrontMatter(before).fields)
    expect(compareOutlines(outline(readOriginal(before)), outline(tree))).toEqual([])
    expect(picturesIn(written)).toEqual(picturesIn(new Map(files.map(({ name, data }) => [name, data]))))
  },
)

test.each(published)(
  'the report $name, exported as plain text, has every line that a browser saved of it, in the same order',
  async ({ name, folder }) => {
    const imported = importReport(...(await load(reports[name] ?? [])))
    const saved = await readFile(join(folder, `${name}.txt`), 'utf8')
    const wanted = saved
      .split('\n')
      .map(withoutSigns)
      .filter((line, index) => line !== '' && index > 0 && !/^(?:Published on .*|Tags:)$/.test(line))
    const { text } = await exportImported(imported, 'text')
    const [title, , ...lines] = text.split('\n')
    expect(title).toBe(saved.split('\n')[0])
    const written = lines.map(withoutSigns).filter((line) => line !== '' && !/^([=~^-])\1*$/.test(line))
    expect(written).toEqual(wanted)
  },
)

/** The checksums of a report's pictures, by their names. */
function picturesIn(files: ReadonlyMap<string, Uint8Array>): Record<string, string> {
  const pictures = [...files].filter(([name]) => !name.endsWith('.md'))
  return digestsOf(new Map(pictures.map(([name, data]) => [basename(name), data])))
}

async function load(paths: readonly string[]): Promise<ImportFile[]> {
  return await Promise.all(paths.map(async (path) => file(basename(path), new Uint8Array(await readFile(path)))))
}

/** The words of a line. Saved texts have lost the marks of quotes and pictures. */
function withoutSigns(line: string): string {
  return line
    .trim()
    .replace(/^(?:•|>) /, '')
    .replace(/^\[photo: (.*) \([^()]*\)\]$/, '$1')
}
