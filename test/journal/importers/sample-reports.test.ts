import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ImportFile } from '../../../electron/journal/importers/importer.ts'
import { compareOutlines } from '../../../electron/journal/markdown/compare-outlines.ts'
import { outline } from '../../../electron/journal/markdown/outline.ts'
import { digestsOf, exportImported, file, importReport, readOriginal } from '../../support/reports.ts'

const samples = join(import.meta.dirname, '../../../../shared/samples/reports')
// Somebody else's texts: they are read where they are, and the test skips on machines without them.
const areHere = existsSync(samples)

const reports: Record<string, string[]> = {
  'pycon-de-2026': ['pycon-de-2026.md'],
  'pycon-us-2024': ['pycon-us-2024.md', 'kafkai-logo.png'],
}
const bundles = areHere ? await readdir(join(samples, 'fosdem-2026-hugo')) : []
for (const bundle of bundles) {
  const names = await readdir(join(samples, 'fosdem-2026-hugo', bundle))
  reports[bundle] = names.toSorted().map((name) => join('fosdem-2026-hugo', bundle, name))
}

describe.skipIf(!areHere)('the sample reports (skipped: ../shared/samples is not here)', () => {
  test.each(Object.entries(reports))('%s is the same text after import and export', async (_, paths) => {
    const files = await load(paths)
    const text = files.find(({ name }) => name.endsWith('.md'))
    const original = readOriginal(new TextDecoder().decode(text?.data))
    const imported = importReport(...files)
    expect(imported.remarks.join('\n')).not.toContain('became one entry')
    const differences = ['markdown', 'html', 'text'].map((target) => exportImported(imported, target).differences)
    expect(differences).toEqual([[], [], []])
    const { tree, files: written } = exportImported(imported, 'markdown')
    expect(compareOutlines(outline(original), outline(tree))).toEqual([])
    const again = importReport(...[...written].map(([name, data]) => file(name, data)))
    expect(digestsOf(exportImported(again, 'markdown').files)).toEqual(digestsOf(written))
  })

  test.each(['pycon-de-2026', 'pycon-us-2024'])(
    '%s as plain text has each line that was saved, in order',
    async (name) => {
      const imported = importReport(...(await load(reports[name] ?? [])))
      const saved = await readFile(join(samples, `${name}.txt`), 'utf8')
      const wanted = saved
        .split('\n')
        .map(withoutSigns)
        .filter((line, index) => line !== '' && index > 0 && !/^(?:Published on .*|Tags:)$/.test(line))
      const { text } = exportImported(imported, 'text')
      const [title, , ...lines] = text.split('\n')
      expect(title).toBe(saved.split('\n')[0])
      const written = lines.map(withoutSigns).filter((line) => line !== '' && !/^([=~^-])\1*$/.test(line))
      expect(written).toEqual(wanted)
    },
  )
})

async function load(paths: readonly string[]): Promise<ImportFile[]> {
  return await Promise.all(
    paths.map(async (path) => file(basename(path), new Uint8Array(await readFile(join(samples, path))))),
  )
}

/** A line's words: the saved texts have lost the signs of quotes and pictures. */
function withoutSigns(line: string): string {
  return line
    .trim()
    .replace(/^(?:•|>) /, '')
    .replace(/^\[photo: (.*) \([^()]*\)\]$/, '$1')
}
