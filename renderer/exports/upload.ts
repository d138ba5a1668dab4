import {
  inMegabytes,
  isTextName,
  MAX_BUNDLE_BYTES,
  MAX_BUNDLE_FILES,
  MAX_REPORT_BYTES,
} from '../../electron/shared/import-limits.ts'
import { isTripFile } from '../archive/is-trip-file.ts'

/** A file that was chosen or dropped, before it is read. */
export interface ChosenFile {
  /** Relative, with `/`: `bundle/index.md`. */
  name: string
  file: File
}

/** Files that systems leave in folders, and folders that belong to programs. */
const litter = /(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini|node_modules)(\/|$)/

/** Files as the page gets them from an input; those of a folder have their path in it. */
export function fromInput(files: Iterable<File>): ChosenFile[] {
  return Array.from(files, (file) => ({ name: file.webkitRelativePath || file.name, file }))
}

/** Adds files to those chosen before; a file of the same name replaces the earlier one. Litter is left out. */
export function addFiles(before: readonly ChosenFile[], added: readonly ChosenFile[]): ChosenFile[] {
  const byName = new Map([...before, ...added].map((chosen) => [chosen.name, chosen]))
  return [...byName.values()].filter(({ name }) => !litter.test(name))
}

/** Why these files cannot be imported, as a sentence; `null`: they can. Asks for sizes and reads nothing. */
export function whyNot(files: readonly ChosenFile[]): string | null {
  const long = files.find(({ name, file }) => isTextName(name) && file.size > MAX_REPORT_BYTES)
  if (long) {
    return `${long.name} is ${saySize(long.file.size)} long. A report may have up to ${inMegabytes(MAX_REPORT_BYTES)} MB; nothing was read.`
  }
  const trips = files.filter(({ file }) => isTripFile(file))
  if (trips.length > 0 && trips.length < files.length) {
    return 'Among these files is a whole trip that was saved as a file. Import it by itself.'
  }
  const total = totalSize(files)
  if (trips.length > 0 && total > MAX_BUNDLE_BYTES) {
    return `Up to ${inMegabytes(MAX_BUNDLE_BYTES)} MB can be imported here. Open the file in your file manager instead: that takes trips of any size.`
  }
  if (total > MAX_BUNDLE_BYTES) {
    return `These files have ${saySize(total)} together. Up to ${inMegabytes(MAX_BUNDLE_BYTES)} MB can be imported at once; leave some pictures out.`
  }
  if (files.length > MAX_BUNDLE_FILES) return `These are ${files.length} files. Choose the folder of one report.`
  return null
}

export function totalSize(files: readonly ChosenFile[]): number {
  return files.reduce((sum, { file }) => sum + file.size, 0)
}

/** A number of bytes as people say it: `340 bytes`, `12 kB`, `1.4 MB`. */
export function saySize(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  return `${size < 10 ? size.toFixed(1).replace('.0', '') : Math.round(size)} ${unit}`
}

/** Reads the chosen files. Throws the browser's error if a file is missing or cannot be read. */
export function readFiles(files: readonly ChosenFile[]): Promise<{ name: string; data: Uint8Array<ArrayBuffer> }[]> {
  return Promise.all(files.map(async ({ name, file }) => ({ name, data: new Uint8Array(await file.arrayBuffer()) })))
}
