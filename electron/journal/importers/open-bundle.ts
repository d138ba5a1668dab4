import { inMegabytes, MAX_REPORT_BYTES } from '../../shared/import-limits.ts'
import { pictureType } from '../../shared/pictures.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { decodeText } from './decode-text.ts'
import type { Bundle, ImportFile } from './importer.ts'

/** Determines the types of files. Hidden files, which operating systems add on their own, are ignored. */
export function openBundle(files: readonly ImportFile[]): Result<Bundle> {
  const bundle: Bundle = { texts: [], pictures: [], others: [] }
  const shown = files.filter((file) => !isHidden(file.name))
  for (const file of shown) {
    if (file.data.byteLength === 0) continue
    if (pictureType(file.data) !== null) bundle.pictures.push(file)
    else if (file.data.byteLength > MAX_REPORT_BYTES) {
      // Rejected by size alone: reading it would take long for nothing.
      if (!looksBinary(file.data)) return tooLarge(file.name)
      bundle.others.push(file.name)
    } else {
      const text = decodeText(file.data)
      if (text === null) bundle.others.push(file.name)
      else if (text.trim() !== '') bundle.texts.push({ name: file.name, text })
    }
  }
  if (bundle.texts.length > 0) return ok(bundle)
  const [other] = bundle.others
  if (other !== undefined) {
    return fail('import.not-text', { name: lastPart(other) })
  }
  if (bundle.pictures.length > 0) {
    return fail('import.only-pictures')
  }
  return shown.length === 0 ? fail('input.no-files') : fail('import.empty')
}

function isHidden(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')
}

function looksBinary(data: Uint8Array): boolean {
  return data.subarray(0, 8192).includes(0)
}

function tooLarge(name: string): Result<never> {
  return fail('import.report-too-large', { name: lastPart(name), limit: inMegabytes(MAX_REPORT_BYTES) })
}

export function lastPart(path: string): string {
  return path.split('/').at(-1) ?? path
}
