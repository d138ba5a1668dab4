import type { ImportResult } from '../../electron/shared/contract/imports.ts'
import { planOf } from '../../electron/shared/import-draft.ts'
import { createImport, type ImportOrder, understandImport } from '../../electron/journal/importers/run-import.ts'
import type { Result } from '../../electron/shared/result.ts'
import { someDays } from './reports.ts'

/** Import files into a library as they were understood. */
export async function importInto(order: ImportOrder): Promise<Result<ImportResult>> {
  const draft = await understandImport(order)
  if (!draft.ok) return draft
  return await createImport(order, planOf(draft.value, draft.value.days ?? someDays))
}
