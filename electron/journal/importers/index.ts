import type { Bundle, Importer } from './importer.ts'
import { markdownReport } from './markdown-report.ts'

/** Every kind of files that can be imported; the first that knows them reads them. */
export const importers: readonly Importer[] = [markdownReport]

export function findImporter(bundle: Bundle): Importer | undefined {
  return importers.find((importer) => importer.detect(bundle))
}
