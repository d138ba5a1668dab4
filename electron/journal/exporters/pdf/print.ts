import type { Result } from '../../../shared/result.ts'
import type { ExportFile } from '../exporter.ts'
import type { Paper } from '../paper.ts'

/** A page for a browser, to be printed. */
export interface Printable {
  /** The page first, and the pictures that it refers to by their paths. */
  files: readonly ExportFile[]
  paper: Paper
}

/**
 * Prints a page to a PDF with an outline, tags for screen readers, and numbered pages. The page is untrusted: it runs
 * nothing, and loads nothing but its own files.
 */
export type PrintPage = (page: Printable, signal: AbortSignal) => Promise<Result<Uint8Array>>

/** The document's properties are at its beginning, and are not compressed. In bytes. */
const HEAD = 16 * 1024

/**
 * Sets the dates of a PDF to a day, and takes out what the browser says about the computer. The same page always gives
 * the same bytes. Nothing else moves, because the end of a PDF lists the places of all objects in it.
 *
 * @param day `YYYY-MM-DD`
 */
export function neutralizePdf(pdf: Uint8Array, day: string): Uint8Array {
  const data = Buffer.from(pdf)
  const head = data.toString('latin1', 0, HEAD)
  const [info = ''] = /<<[^]*?\/Creator [^]*?endobj/.exec(head) ?? []
  const dated = info
    .replace(/\/Creator \((?:\\.|[^\\()])*\)/, (found) => '/Creator (Lanyard)'.padEnd(found.length))
    .replaceAll(/Date \(D:\d{14}/g, `Date (D:${day.replaceAll('-', '')}000000`)
  const start = head.indexOf(info)
  if (info !== '' && dated.length === info.length) data.write(dated, start, 'latin1')
  return new Uint8Array(data)
}
