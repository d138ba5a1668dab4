import { useState } from 'react'
import { ARCHIVE_ENDING } from '../../electron/shared/archive-ending.ts'
import type { ImportSummary } from '../../electron/shared/contract/imports.ts'
import type { JobInput } from '../../electron/shared/contract/index.ts'
import { fail, ok, type Result } from '../../electron/shared/result.ts'
import { useJob } from '../bridge/use-job.ts'
import { Button } from '../components/button.tsx'
import { Choice } from '../components/choice.tsx'
import { Dialog } from '../components/dialog.tsx'
import { JobProgressBar } from '../components/job-progress-bar.tsx'
import { Problem } from '../components/problem.tsx'
import { isTripFile } from '../archive/is-trip-file.ts'
import { openTripFiles } from '../archive/open-trip-file.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { FilePicker } from './file-picker.tsx'
import { ImportSummaryView } from './import-summary.tsx'
import { addFiles, readFiles, whyNot, type ChosenFile } from './upload.ts'

type Stage =
  | { name: 'choosing'; problem: string | null }
  | { name: 'running' }
  | { name: 'done'; summary: ImportSummary; isNew: boolean }

/** Saves what is typed in the trip that gets the entries, and reads the files. */
async function prepare(files: readonly ChosenFile[], tripId: string | null): Promise<Result<JobInput<'imports.run'>>> {
  const saved = tripId === null ? ok(null) : await useTrip.getState().saveAll('import')
  if (!saved.ok) return saved
  try {
    return ok({ files: await readFiles(files), tripId })
  } catch {
    return fail(
      'import.nothing',
      'One of the files could not be read. It may have been moved or changed since; choose it again.',
    )
  }
}

/** Makes a trip, or entries of the open one, from a report that was written elsewhere. */
export function ImportDialog() {
  const { closeDialog, place } = useApp()
  const openTrip = useTrip((state) => (place.name === 'trip' ? state.trip : null))
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  const [into, setInto] = useState<'new' | 'open'>('new')
  const [stage, setStage] = useState<Stage>({ name: 'choosing', problem: null })
  const job = useJob()

  const change = (next: readonly ChosenFile[]) => {
    setFiles(next)
    setStage({ name: 'choosing', problem: next.length > 0 ? whyNot(next) : null })
  }

  const run = async () => {
    const problem = whyNot(files)
    if (problem !== null) {
      setStage({ name: 'choosing', problem })
      return
    }
    if (files.some(({ file }) => isTripFile(file))) {
      // Importing a trip has its own dialog, which asks what to do if the trip is here already.
      closeDialog()
      openTripFiles(files.map(({ file }) => file))
      return
    }
    setStage({ name: 'running' })
    const tripId = into === 'open' && openTrip ? openTrip.id : null
    const answer = await job.run('imports.run', () => prepare(files, tripId))
    if (!answer.ok) {
      setStage({ name: 'choosing', problem: answer.error.message })
      return
    }
    if (tripId !== null) await useTrip.getState().open(tripId)
    setStage({ name: 'done', summary: answer.value, isNew: tripId === null })
  }

  const open = (tripId: string) => {
    closeDialog()
    useApp.getState().goToTrip(tripId)
  }

  return (
    <Dialog
      title="Import a report"
      onClose={closeDialog}
      footer={
        stage.name === 'done' ? (
          <>
            <Button kind="plain" onPress={closeDialog}>
              Done
            </Button>
            <Button kind="primary" onPress={() => open(stage.summary.trip.id)}>
              Open the trip
            </Button>
          </>
        ) : stage.name === 'running' ? (
          <Button onPress={job.cancel}>Cancel</Button>
        ) : (
          <>
            <Button kind="plain" onPress={closeDialog}>
              Cancel
            </Button>
            <Button kind="primary" isDisabled={files.length === 0 || stage.problem !== null} onPress={() => void run()}>
              Import
            </Button>
          </>
        )
      }
    >
      {stage.name === 'done' && <ImportSummaryView summary={stage.summary} isNew={stage.isNew} />}
      {stage.name === 'running' && <JobProgressBar progress={job.progress} />}
      {stage.name === 'choosing' && (
        <>
          <p>
            A report in Markdown, with the pictures and the front matter that it has, becomes sections and entries. The
            files stay as they are. A trip that was saved as a file, which ends with {ARCHIVE_ENDING}, comes back as it
            was.
          </p>
          <FilePicker files={files} onAdd={(added) => change(addFiles(files, added))} onClear={() => change([])} />
          {openTrip && !files.some(({ file }) => isTripFile(file)) && (
            <Choice
              label="What it becomes"
              items={[
                { id: 'new', label: 'A new trip' },
                { id: 'open', label: `Entries of ${openTrip.title}` },
              ]}
              value={into}
              onChange={setInto}
            />
          )}
          {stage.problem !== null && <Problem>{stage.problem}</Problem>}
        </>
      )}
    </Dialog>
  )
}
