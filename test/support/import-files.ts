import type { Engine } from '../../electron/journal/engine.ts'
import { planOf } from '../../electron/shared/import-draft.ts'
import type { ImportResult } from '../../electron/shared/contract/imports.ts'
import type { Input } from '../../electron/shared/contract/index.ts'
import type { Result } from '../../electron/shared/result.ts'
import { ask } from './engine.ts'

type Files = Input<'imports.create'>['files']

/** Imports files in both steps, as they were understood. Days that the report does not say are in April 2026. */
export async function importFiles(
  engine: Engine,
  files: Files,
  { tripId = null, jobId = crypto.randomUUID() }: { tripId?: string | null; jobId?: string } = {},
): Promise<Result<ImportResult>> {
  // Their bytes are moved to the thread that reads them.
  const copies = files.map(({ name, data }) => ({ name, data: data.slice() }))
  const draft = await ask(engine, 'imports.understand', { jobId, files: copies, tripId })
  if (!draft.ok) return draft
  const plan = planOf(draft.value, draft.value.days ?? { firstDay: '2026-04-14', lastDay: '2026-04-14' })
  return await ask(engine, 'imports.create', { jobId, files, tripId, plan })
}
