import type { Bundle, Importer } from './importer.ts'
import { markdownReport } from './markdown-report.ts'

/** All formats that can be imported; the first that recognizes the files reads them. */
export const importers: readonly Importer[] = [markdownReport]

export function findImporter(bundle: Bundle): Importer | undefined {
  return importers.find((importer) => importer.detect(bundle))
}
