import type { Root } from 'mdast'
import { readFile } from 'node:fs/promises'
import { render } from '../../electron/shared/messages/translate.ts'
import { checkExport, readBack } from '../../electron/journal/exporters/compare-trees.ts'
import type { Exporter, ExportFile, Pictures, WrittenPost } from '../../electron/journal/exporters/exporter.ts'
import { exporters } from '../../electron/journal/exporters/index.ts'
import { findForeignPictures } from '../../electron/journal/exporters/missing-pictures.ts'
import type { Census, ExportSummary } from '../../electron/shared/contract/exports.ts'
import {
  type ExportOption,
  type OptionValue,
  optionValuesSchema,
  wholePattern,
} from '../../electron/shared/export-options.ts'
import type { MissingPicture } from '../../electron/shared/missing-pictures.ts'
import type { Post } from '../../electron/shared/post.ts'
import { valueOf } from './library.ts'
import { unpackAll } from './unpack-all.ts'

export function findTarget(id: string): Exporter {
  const exporter = exporters.find((candidate) => candidate.id === id)
  if (exporter === undefined) throw new Error(`There is no target ${id}.`)
  return exporter
}

/** A post that a target has written in memory. */
export interface Exported {
  written: WrittenPost
  files: ReadonlyMap<string, Uint8Array>
  /** The text of the first file. */
  text: string
  /** The tree as it was read back from the files. */
  tree: Root
  census: Census
  differences: string[]
  /** Pictures of the post that are not the trip's and that nobody sees. */
  missing: MissingPicture[]
}

export type OptionTexts = Readonly<Record<string, OptionValue>>

/** Writes a post in memory with a target's writer, and compares the files with it. */
export async function exportPost(
  exporter: Exporter,
  post: Post,
  pictures: Pictures = new Map(),
  options: OptionTexts = {},
): Promise<Exported> {
  const values = optionValuesSchema(exporter.options).parse(options)
  const writer = await exporter.load()
  const written = valueOf(await writer.write(post, pictures, values))
  const texts = byPath(written.files.filter(({ photoId }) => photoId === undefined))
  const { addresses: unseen, missing } = findForeignPictures(post, exporter.shows)
  const { census, differences } = checkExport(writer, {
    files: texts,
    post,
    written,
    unseen,
    options: values,
  })
  const read = readBack(writer, texts, values)
  if (census === null || read === null) throw new Error(`The target ${exporter.id} was not read back.`)
  const text = new TextDecoder().decode(written.files[0]?.data)
  return {
    written,
    files: byPath(written.files),
    text,
    tree: read.tree,
    census,
    differences: differences.map(render),
    missing,
  }
}

function byPath(files: readonly ExportFile[]): ReadonlyMap<string, Uint8Array> {
  return new Map(files.map(({ path, data }) => [path, data]))
}

/** An exporter's options with their defaults. */
export function initialValues({ options }: Exporter): OptionTexts {
  return optionValuesSchema(options).parse({})
}

/** The other values of an option. */
function otherValues(option: ExportOption): OptionValue[] {
  switch (option.kind) {
    case 'switch':
      return [!option.initial]
    case 'choice':
      return option.choices.map(({ value }) => value).filter((value) => value !== option.initial)
    case 'text': {
      const some = ['some/folder', 'https://example.org/pictures/', 'blog.example.org', 'ada@example.org']
      return some.filter((value) => wholePattern(option.pattern).test(value)).slice(0, 1)
    }
    case 'number':
      return [option.min, option.max, 40].filter((value) => value !== option.initial)
    default:
      return option satisfies never
  }
}

/** Whether a target writes files, rather than something for the clipboard. */
export const writesFiles = ({ makes }: Exporter): boolean => makes !== 'clipboard'

/**
 * The targets that write plain files. Tests that start a process or use a window for each target use these only: the
 * others differ in what the engine writes, which the engine's tests check.
 */
export const fileTargets: readonly Exporter[] = exporters.filter(({ group }) => group === 'files')

/** The targets that the engine alone writes. Those that are printed need a window: see the end-to-end tests. */
export const writtenTargets: readonly Exporter[] = exporters.filter(({ isPrinted }) => isPrinted !== true)

/** Each target that the engine alone writes with its default options, and with each other value of each option. */
export const everyWay: readonly { name: string; exporter: Exporter; options: OptionTexts }[] = writtenTargets.flatMap(
  (exporter) => [
    { name: exporter.id, exporter, options: {} },
    ...Object.entries(exporter.options).flatMap(([option, declared]) =>
      otherValues(declared).map((value) => ({
        name: `${exporter.id} with ${option}=${String(value)}`,
        exporter,
        options: { [option]: value },
      })),
    ),
  ],
)

/** Whether this is how a target exports if nobody changes its options. */
export const usesDefaults = ({ options }: { options: OptionTexts }): boolean => Object.keys(options).length === 0

/** All bytes of an export: of its files or of what goes to the clipboard, and of everything that is inside them. */
export async function readExported({ files, clipboard }: ExportSummary): Promise<Buffer[]> {
  const copied = clipboard === null ? [] : [clipboard.text, clipboard.html ?? '']
  const parts = [
    ...(await Promise.all(files.map((file) => readFile(file)))),
    ...copied.map((text) => Buffer.from(text)),
  ]
  return parts.flatMap((part) => unpackAll(part))
}
