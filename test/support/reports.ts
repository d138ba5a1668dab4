import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Root } from 'mdast'
import type { Pictures } from '../../electron/journal/exporters/exporter.ts'
import type { Imported, ImportFile } from '../../electron/journal/importers/importer.ts'
import { findImporter } from '../../electron/journal/importers/index.ts'
import { applyPlan } from '../../electron/journal/importers/apply-plan.ts'
import { openBundle } from '../../electron/journal/importers/open-bundle.ts'
import { splitFrontMatter } from '../../electron/journal/markdown/front-matter.ts'
import { mapNodes } from '../../electron/journal/markdown/map-nodes.ts'
import { parseMarkdown } from '../../electron/journal/markdown/parse-markdown.ts'
import { resolveReferences } from '../../electron/journal/markdown/resolve-references.ts'
import { composePost } from '../../electron/journal/report/compose-post.ts'
import { planOf } from '../../electron/shared/import-draft.ts'
import type { Result } from '../../electron/shared/result.ts'
import { type Exported, exportPost, findTarget, type OptionTexts } from './exports.ts'
import { valueOf } from './library.ts'

const fixtures = join(import.meta.dirname, '../fixtures/reports')

export const importDefaults = { timeZone: 'Europe/Berlin', language: 'en' }

/** The days of imported trips for which the report says none. */
export const someDays = { firstDay: '2026-06-01', lastDay: '2026-06-01' }

export function readFixture(name: string): Promise<string> {
  return readFile(join(fixtures, name), 'utf8')
}

export function file(name: string, content: string | Uint8Array): ImportFile {
  return { name, data: typeof content === 'string' ? new TextEncoder().encode(content) : content }
}

/** Read files as an import does, without a library. */
export function readImport(files: readonly ImportFile[]): Result<Imported> {
  const bundle = openBundle(files)
  if (!bundle.ok) return bundle
  const importer = findImporter(bundle.value)
  if (importer === undefined) throw new Error('No importer knows these files.')
  return importer.read(bundle.value, importDefaults, () => {})
}

/** Import files as they were understood. */
export function importReport(...files: ImportFile[]): Imported {
  const imported = valueOf(readImport(files))
  const { draft } = imported
  const plan = planOf(draft, draft.days ?? someDays)
  return { ...imported, trip: valueOf(applyPlan(imported, plan, importDefaults.timeZone)) }
}

/** Export an imported trip in memory and read it back. */
export function exportImported(
  { trip, photos }: Pick<Imported, 'trip' | 'photos'>,
  target: string,
  options?: OptionTexts,
): Promise<Exported> {
  const { post } = composePost(trip)
  const pictures: Pictures = new Map(
    post.photos.flatMap((photo) => {
      const data = photos.get(photo.id)
      return data === undefined ? [] : [[photo.id, { photo, data }] as const]
    }),
  )
  return exportPost(findTarget(target), post, pictures, options)
}

/** Checksums of files, short enough to compare and to print. */
export function digestsOf(files: ReadonlyMap<string, Uint8Array>): Record<string, string> {
  return Object.fromEntries([...files].map(([path, data]) => [path, createHash('sha256').update(data).digest('hex')]))
}

/** Parse the text of a report, without the changes that imports and exports make. */
export function readOriginal(markdown: string): Root {
  return resolveReferences(parseMarkdown(splitFrontMatter(markdown).body))
}

/** Replace the addresses of the pictures in a tree. */
export function withAddresses(tree: Root, addressOf: (url: string) => string): Root {
  return mapNodes(tree, (node) => (node.type === 'image' ? { ...node, url: addressOf(node.url) } : node))
}
