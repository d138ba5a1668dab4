import type { ImportFile } from '../../../electron/journal/importers/importer.ts'
import { pictureData } from '../archives.ts'
import { file } from '../reports.ts'

/** A journal that was written by hand, and what a person finds in it. */
export interface WrittenJournal {
  /** The id of its importer. */
  format: string
  files: () => readonly ImportFile[]
  /** The date and time of each entry, in their order. */
  times: readonly string[]
  titles: readonly string[]
  /** Of all entries. */
  tags: readonly string[]
  starred: number
  /** The names of the pictures that its entries show. */
  pictures: readonly string[]
  /** The texts of the entries, without what is markup in that format. */
  words: readonly string[]
  /** What the remarks name. */
  leftOut: readonly RegExp[]
}

/** An id of 32 times a letter. */
export const id = (letter: string): string => letter.repeat(32)
export const text = (name: string, value: unknown): ImportFile =>
  file(name, typeof value === 'string' ? value : JSON.stringify(value, null, 2))
export const picture = (name: string, seed: number): ImportFile => ({ name, data: pictureData(seed) })
