import {
  inMegabytes,
  isTextName,
  MAX_BUNDLE_BYTES,
  MAX_BUNDLE_FILES,
  MAX_REPORT_BYTES,
} from '../../electron/shared/import-limits.ts'
import { formatSize } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { isTripFile } from '../archive/is-trip-file.ts'

/** A file that was chosen or dropped, before it is read. */
export interface ChosenFile {
  /** Relative, with `/`: `bundle/index.md`. */
  name: string
  file: File
}

/** Files that operating systems add to folders, and folders that belong to programs. */
const litter = /(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini|node_modules)(\/|$)/

/** Files from an input element; those of a folder have their path in it. */
export function fromInput(files: Iterable<File>): ChosenFile[] {
  return Array.from(files, (file) => ({ name: file.webkitRelativePath || file.name, file }))
}

/** Adds files to those chosen before; a file of the same name replaces the earlier one. Unwanted files are left out. */
export function addFiles(before: readonly ChosenFile[], added: readonly ChosenFile[]): ChosenFile[] {
  const byName = new Map([...before, ...added].map((chosen) => [chosen.name, chosen]))
  return [...byName.values()].filter(({ name }) => !litter.test(name))
}

/** Why these files cannot be imported, as a sentence; `null`: they can. Looks at names and sizes and reads nothing. */
export function problemWith(files: readonly ChosenFile[]): string | null {
  const long = files.find(({ name, file }) => isTextName(name) && file.size > MAX_REPORT_BYTES)
  if (long) {
    const size = formatSize(long.file.size)
    return t('import.problem.text-too-large', { name: long.name, size, limit: inMegabytes(MAX_REPORT_BYTES) })
  }
  const trips = files.filter(({ file }) => isTripFile(file))
  if (trips.length > 0 && trips.length < files.length) {
    return t('import.problem.trip-among-files')
  }
  const total = totalSize(files)
  const limit = inMegabytes(MAX_BUNDLE_BYTES)
  if (trips.length > 0 && total > MAX_BUNDLE_BYTES) {
    return t('import.problem.trip-too-large', { limit })
  }
  if (total > MAX_BUNDLE_BYTES) {
    return t('import.problem.files-too-large', { size: formatSize(total), limit })
  }
  if (files.length > MAX_BUNDLE_FILES) return t('import.problem.too-many-files', { count: files.length })
  return null
}

export function totalSize(files: readonly ChosenFile[]): number {
  return files.reduce((sum, { file }) => sum + file.size, 0)
}

/** Reads the chosen files. Throws the browser's error if a file is missing or cannot be read. */
export function readFiles(files: readonly ChosenFile[]): Promise<{ name: string; data: Uint8Array<ArrayBuffer> }[]> {
  return Promise.all(files.map(async ({ name, file }) => ({ name, data: new Uint8Array(await file.arrayBuffer()) })))
}
