import { useEffect, useState } from 'react'
import { ARCHIVE_ENDING } from '../../electron/shared/archive-ending.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { isTripFile } from '../archive/is-trip-file.ts'
import { openTripFiles } from '../archive/open-trip-file.ts'
import { Button } from '../components/button.tsx'
import { Choice } from '../components/choice.tsx'
import { Dialog } from '../components/dialog.tsx'
import { JobProgressBar } from '../components/job-progress-bar.tsx'
import { Problem } from '../components/problem.tsx'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { takeDropped } from '../state/dropped-reports.ts'
import { FilePicker } from './file-picker.tsx'
import { ImportReview } from './import-review.tsx'
import { findMissing } from './missing-pictures.ts'
import { addFiles, type ChosenFile, problemWith } from './upload.ts'
import { useImport } from './use-import.ts'

/** Creates a trip, or entries of the open one, from reports that were written elsewhere: choose, review, create. */
export function ImportDialog() {
  const { closeDialog, place } = useApp()
  const openTrip = useTrip((state) => (place.name === 'trip' ? state.trip : null))
  const [files, setFiles] = useState(takeDropped)
  const [into, setInto] = useState<'new' | 'open'>('new')
  const [foundNone, setFoundNone] = useState(false)
  const { stage, job, choose, read, readAgain, create } = useImport()
  const tripId = into === 'open' && openTrip ? openTrip.id : null

  const change = (next: readonly ChosenFile[]) => {
    setFiles(next)
    choose(next.length > 0 ? problemWith(next) : null)
  }

  const start = () => {
    const problem = problemWith(files)
    if (problem !== null) return choose(problem)
    if (files.some(({ file }) => isTripFile(file))) {
      // Importing a trip has its own dialog, which asks what to do if the trip already exists.
      closeDialog()
      return openTripFiles(files.map(({ file }) => file))
    }
    setFoundNone(false)
    return void read(files, tripId)
  }

  // What was dropped onto the window has been chosen already.
  useEffect(() => {
    if (files.length > 0) start()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only at the beginning
  }, [])

  const addPictures = async (chosen: readonly ChosenFile[]) => {
    if (stage.name !== 'reviewing') return
    const { missing } = stage.draft
    const found = findMissing(missing, chosen)
    setFoundNone(found.length === 0)
    if (found.length === 0) return
    const all = addFiles(files, found)
    setFiles(all)
    const draft = await readAgain(all, tripId)
    setFoundNone(draft !== null && draft.missing.length === missing.length)
  }

  if (stage.name === 'reviewing' || stage.name === 'creating') {
    const isCreating = stage.name === 'creating'
    return (
      <ImportReview
        key={stage.number}
        draft={stage.draft}
        into={tripId === null ? null : (openTrip?.title ?? '')}
        problem={isCreating ? null : stage.problem}
        foundNone={foundNone}
        isCreating={isCreating}
        progress={job.progress}
        onFolder={(chosen) => void addPictures(chosen)}
        onBack={() => choose(null)}
        onCancel={isCreating ? job.cancel : closeDialog}
        onCreate={(plan) => void create(files, tripId, plan).then((isDone) => isDone && closeDialog())}
      />
    )
  }

  return (
    <Dialog
      title={t('import.title')}
      onClose={closeDialog}
      footer={
        stage.name === 'reading' ? (
          <Button onPress={job.cancel}>{t('action.cancel')}</Button>
        ) : (
          <>
            <Button kind="plain" onPress={closeDialog}>
              {t('action.cancel')}
            </Button>
            <Button kind="primary" isDisabled={files.length === 0 || stage.problem !== null} onPress={start}>
              {t('import.start')}
            </Button>
          </>
        )
      }
    >
      {stage.name === 'reading' ? (
        <JobProgressBar progress={job.progress} />
      ) : (
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
