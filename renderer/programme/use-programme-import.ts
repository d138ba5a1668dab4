import { useState } from 'react'
import type { ProgrammeSource, UnderstoodProgramme } from '../../electron/shared/contract/programme.ts'
import { fail, type Failure, ok, type Result, wasCancelled } from '../../electron/shared/result.ts'
import { useJob, type UsedJob } from '../bridge/use-job.ts'
import type { Beginning } from '../state/programme-import.ts'

/** What is to be read. */
export type Chosen = Beginning | Extract<ProgrammeSource, { from: 'text' }>

export type ImportStage =
  | { name: 'choosing'; problem: Failure | null }
  | { name: 'reading' }
  | { name: 'reviewing'; understood: UnderstoodProgramme; isBusy: boolean; problem: Failure | null }

export interface UsedProgrammeImport {
  stage: ImportStage
  job: UsedJob
  /** Reads a programme and shows what was understood. Changes nothing. */
  read: (chosen: Chosen) => Promise<void>
  /** Goes back to the choice. */
  back: () => void
  /** Imports what was understood. Resolves to whether it was done. */
  apply: (run: (understood: UnderstoodProgramme) => Promise<Result<unknown>>) => Promise<boolean>
}

async function sourceOf(chosen: Chosen): Promise<Result<ProgrammeSource>> {
  if (chosen.from !== 'file') return ok(chosen)
  try {
    const data = new Uint8Array(await chosen.file.arrayBuffer())
    return ok({ from: 'file', name: chosen.file.name, data })
  } catch {
    return fail('import.file-unreadable')
  }
}

/**
 * The steps of importing a programme. Nothing is written before the last one.
 *
 * @param tripId the trip that gets it; `null` for a new trip
 */
export function useProgrammeImport(tripId: string | null): UsedProgrammeImport {
  const [stage, setStage] = useState<ImportStage>({ name: 'choosing', problem: null })
  const job = useJob()
  return {
    stage,
    job,
    async read(chosen) {
      setStage({ name: 'reading' })
      const answer = await job.run('programme.understand', async () => {
        const source = await sourceOf(chosen)
        return source.ok ? ok({ source: source.value, tripId }) : source
      })
      if (answer.ok) setStage({ name: 'reviewing', understood: answer.value, isBusy: false, problem: null })
      else setStage({ name: 'choosing', problem: wasCancelled(answer.error) ? null : answer.error })
    },
    back: () => setStage({ name: 'choosing', problem: null }),
    async apply(run) {
      if (stage.name !== 'reviewing' || stage.isBusy) return false
      setStage({ ...stage, isBusy: true, problem: null })
      const answer = await run(stage.understood)
      if (!answer.ok) setStage({ ...stage, isBusy: false, problem: answer.error })
      return answer.ok
    },
  }
}
