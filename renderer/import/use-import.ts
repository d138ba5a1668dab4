import { useRef, useState } from 'react'
import type { JobInput } from '../../electron/shared/contract/index.ts'
import type { ImportDraft, ImportPlan } from '../../electron/shared/import-draft.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import { fail, ok, type Result } from '../../electron/shared/result.ts'
import { useJob, type UsedJob } from '../bridge/use-job.ts'
import { openImported } from '../state/open-imported.ts'
import { useTrip } from '../state/open-trip.ts'
import { type ChosenFile, readFiles } from './upload.ts'

export type ImportStage =
  | { name: 'choosing'; problem: string | null }
  | { name: 'reading' }
  /** @property number Counts the drafts: each has a review of its own. */
  | { name: 'reviewing'; draft: ImportDraft; number: number; problem: string | null }
  | { name: 'creating'; draft: ImportDraft; number: number }

export interface UsedImport {
  stage: ImportStage
  job: UsedJob
  /** Goes back to choosing files. */
  choose: (problem: string | null) => void
  /** Reads files and shows what was understood. */
  read: (files: readonly ChosenFile[], tripId: string | null) => Promise<void>
  /** Reads the same report again, with more pictures. What was corrected stays. */
  readAgain: (files: readonly ChosenFile[], tripId: string | null) => Promise<ImportDraft | null>
  /** Imports what was reviewed. Resolves to whether it was done. */
  create: (files: readonly ChosenFile[], tripId: string | null, plan: ImportPlan) => Promise<boolean>
}

type Input = JobInput<'imports.understand'>

/** Saves what is typed in the trip that gets the entries. */
async function saveTyped(tripId: string | null): Promise<Result<null>> {
  return tripId === null ? ok(null) : await useTrip.getState().saveAll('import')
}

async function load(files: readonly ChosenFile[], tripId: string | null): Promise<Result<Input>> {
  try {
    return ok({ files: await readFiles(files), tripId })
  } catch {
    return fail('import.file-unreadable')
  }
}

async function prepare(files: readonly ChosenFile[], tripId: string | null): Promise<Result<Input>> {
  const saved = await saveTyped(tripId)
  return saved.ok ? await load(files, tripId) : saved
}

/** The steps of an import. Nothing is written before the last one. */
export function useImport(): UsedImport {
  const [stage, setStage] = useState<ImportStage>({ name: 'choosing', problem: null })
  const count = useRef(0)
  const job = useJob()

  return {
    stage,
    job,
    choose: (problem) => setStage({ name: 'choosing', problem }),

    async read(files, tripId) {
      setStage({ name: 'reading' })
      const answer = await job.run('imports.understand', () => prepare(files, tripId))
      if (!answer.ok) setStage({ name: 'choosing', problem: render(answer.error) })
      else setStage({ name: 'reviewing', draft: answer.value, number: ++count.current, problem: null })
    },

    async readAgain(files, tripId) {
      const answer = await job.run('imports.understand', () => prepare(files, tripId))
      setStage((before) => {
        if (before.name !== 'reviewing') return before
        if (!answer.ok) return { ...before, problem: render(answer.error) }
        // The text may have changed on the disk; then, the corrections are about another one.
        const isSame = answer.value.entries.length === before.draft.entries.length
        return { ...before, draft: answer.value, number: isSame ? before.number : ++count.current, problem: null }
      })
      return answer.ok ? answer.value : null
    },

    async create(files, tripId, plan) {
      if (stage.name !== 'reviewing') return false
      const { draft, number } = stage
      setStage({ name: 'creating', draft, number })
      // The import waits in line behind what is saved, so saving cannot be a part of it.
      const saved = await saveTyped(tripId)
      const run = () =>
        job.run('imports.create', async () => {
          const input = await load(files, tripId)
          return input.ok ? ok({ ...input.value, plan }) : input
        })
      const answer = saved.ok ? await openImported(tripId, run) : saved
      if (!answer.ok) setStage({ name: 'reviewing', draft, number, problem: render(answer.error) })
      return answer.ok
    },
  }
}
