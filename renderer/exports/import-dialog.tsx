import { useState } from 'react'
import { ARCHIVE_ENDING } from '../../electron/shared/archive-ending.ts'
import { planOf } from '../../electron/shared/import-draft.ts'
import { dayAt, now } from '../../electron/shared/time.ts'
import type { JobInput } from '../../electron/shared/contract/index.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
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
import { useLibrary } from '../state/library-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { FilePicker } from './file-picker.tsx'
import { type ImportSummary, ImportSummaryView } from './import-summary.tsx'
import { addFiles, readFiles, problemWith, type ChosenFile } from './upload.ts'

type Stage =
  | { name: 'choosing'; problem: string | null }
  | { name: 'running' }
  | { name: 'done'; summary: ImportSummary; isNew: boolean }

/** Saves what is typed in the trip that gets the entries, then reads the files. */
async function prepare(
  files: readonly ChosenFile[],
  tripId: string | null,
): Promise<Result<JobInput<'imports.understand'>>> {
  const saved = tripId === null ? ok(null) : await useTrip.getState().saveAll('import')
  if (!saved.ok) return saved
  try {
    return ok({ files: await readFiles(files), tripId })
  } catch {
    return fail('import.file-unreadable')
  }
}

/** Creates a trip, or entries of the open one, from a report that was written elsewhere. */
export function ImportDialog() {
  const { closeDialog, place } = useApp()
  const openTrip = useTrip((state) => (place.name === 'trip' ? state.trip : null))
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  const [into, setInto] = useState<'new' | 'open'>('new')
  const [stage, setStage] = useState<Stage>({ name: 'choosing', problem: null })
  const job = useJob()

  const change = (next: readonly ChosenFile[]) => {
    setFiles(next)
    setStage({ name: 'choosing', problem: next.length > 0 ? problemWith(next) : null })
  }

  const run = async () => {
    const problem = problemWith(files)
    if (problem !== null) {
      setStage({ name: 'choosing', problem })
      return
    }
    if (files.some(({ file }) => isTripFile(file))) {
      // Importing a trip has its own dialog, which asks what to do if the trip already exists.
      closeDialog()
      openTripFiles(files.map(({ file }) => file))
      return
    }
    setStage({ name: 'running' })
    const tripId = into === 'open' && openTrip ? openTrip.id : null
    const understood = await job.run('imports.understand', () => prepare(files, tripId))
    if (!understood.ok) {
      setStage({ name: 'choosing', problem: render(understood.error) })
      return
    }
    const draft = understood.value
    const today = dayAt(now(), draft.details.timeZone)
    const plan = planOf(draft, draft.days ?? { firstDay: today, lastDay: today })
    const answer = await job.run('imports.create', async () => {
      const input = await prepare(files, tripId)
      return input.ok ? ok({ ...input.value, plan }) : input
    })
    if (!answer.ok) {
      setStage({ name: 'choosing', problem: render(answer.error) })
      return
    }
    if (tripId === null) useLibrary.getState().noteAdded(answer.value.trip)
    else await useTrip.getState().open(tripId)
    const { trip, entries, photos } = answer.value
    const { remarks, missing } = draft
    setStage({ name: 'done', summary: { trip, entries, photos, remarks, missing }, isNew: tripId === null })
  }

  const open = (tripId: string) => {
    closeDialog()
    useApp.getState().goToTrip(tripId)
  }

  return (
    <Dialog
      title={t('import.title')}
      onClose={closeDialog}
      footer={
        stage.name === 'done' ? (
          <>
            <Button kind="plain" onPress={closeDialog}>
              {t('action.done')}
            </Button>
            <Button kind="primary" onPress={() => open(stage.summary.trip.id)}>
              {t('import.open')}
            </Button>
          </>
        ) : stage.name === 'running' ? (
          <Button onPress={job.cancel}>{t('action.cancel')}</Button>
        ) : (
          <>
            <Button kind="plain" onPress={closeDialog}>
              {t('action.cancel')}
            </Button>
            <Button kind="primary" isDisabled={files.length === 0 || stage.problem !== null} onPress={() => void run()}>
              {t('import.start')}
            </Button>
          </>
        )
      }
    >
      {stage.name === 'done' && <ImportSummaryView summary={stage.summary} isNew={stage.isNew} />}
      {stage.name === 'running' && <JobProgressBar progress={job.progress} />}
      {stage.name === 'choosing' && (
        <>
          <p>{t('import.explanation', { ending: ARCHIVE_ENDING })}</p>
          <FilePicker files={files} onAdd={(added) => change(addFiles(files, added))} onClear={() => change([])} />
          {openTrip && !files.some(({ file }) => isTripFile(file)) && (
            <Choice
              label={t('import.into')}
              items={[
                { id: 'new', label: t('import.into.new') },
                { id: 'open', label: t('import.into.open', { title: openTrip.title }) },
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
