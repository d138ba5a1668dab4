import { fail, type Result } from '../../shared/result.ts'
import type { Imported, ImportDefaults, ImportFile } from './importer.ts'
import { findImporter, importers } from './index.ts'
import { openBundle } from './open-bundle.ts'

export interface ReportFiles {
  files: readonly ImportFile[]
  defaults: ImportDefaults
}

/** Reads files as a trip that is not in any library yet. The type of the files is determined from their content. */
export async function readReport({ files, defaults }: ReportFiles): Promise<Result<Imported>> {
  const bundle = openBundle(files)
  if (!bundle.ok) return bundle
  const importer = findImporter(bundle.value)
  return importer === undefined ? unknown() : importer.read(bundle.value, defaults)
}

function unknown(): Result<never> {
  return fail('import.unknown', { known: importers.map(({ name }) => name) })
}
