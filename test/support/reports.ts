import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Root } from 'mdast'
import { checkExport } from '../../electron/journal/exporters/check-export.ts'
import type { Exporter, Pictures } from '../../electron/journal/exporters/exporter.ts'
import { exporters } from '../../electron/journal/exporters/index.ts'
import type { Imported, ImportFile } from '../../electron/journal/importers/importer.ts'
import { findImporter } from '../../electron/journal/importers/index.ts'
import { openBundle } from '../../electron/journal/importers/open-bundle.ts'
import { splitFrontMatter } from '../../electron/journal/markdown/front-matter.ts'
import { mapNodes } from '../../electron/journal/markdown/map-nodes.ts'
import { parseMarkdown } from '../../electron/journal/markdown/parse-markdown.ts'
import { resolveReferences } from '../../electron/journal/markdown/resolve-references.ts'
import { composePost } from '../../electron/journal/report/compose-post.ts'
import type { Census } from '../../electron/shared/contract/exports.ts'
import type { Result } from '../../electron/shared/result.ts'
import { valueOf } from './library.ts'

const fixtures = join(import.meta.dirname, '../fixtures/reports')

export const importDefaults = { timeZone: 'Europe/Berlin', language: 'en', today: '2026-06-01' }

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
  return importer.read(bundle.value, importDefaults)
}

export function importReport(...files: ImportFile[]): Imported {
  return valueOf(readImport(files))
}

export function findTarget(id: string): Exporter {
  const exporter = exporters.find((candidate) => candidate.id === id)
  if (exporter === undefined) throw new Error(`There is no target ${id}.`)
  return exporter
}

export interface Exported {
  files: ReadonlyMap<string, Uint8Array>
  /** The text of the first file. */
  text: string
  tree: Root
  census: Census
  differences: string[]
}

/** Export an imported trip in memory and read it back. */
export function exportImported({ trip, photos }: Imported, target: string): Exported {
  const exporter = findTarget(target)
  const { post } = composePost(trip)
  const pictures: Pictures = new Map(
    post.photos.flatMap((photo) => {
      const data = photos.get(photo.id)
      return data === undefined ? [] : [[photo.id, { photo, data }] as const]
    }),
  )
  const written = exporter.write(post, pictures)
  const files = new Map(written.map((part) => [part.path, part.data]))
  return {
    files,
    text: new TextDecoder().decode(written[0]?.data),
    tree: exporter.read(files),
    ...checkExport(exporter, post, pictures, files),
  }
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
