import { useState } from 'react'
import { ARCHIVE_ENDING } from '../../electron/shared/archive-ending.ts'
import type { ImportSummary } from '../../electron/shared/contract/imports.ts'
import { bridge } from '../bridge/bridge.ts'
import { Button } from '../components/button.tsx'
import { Choice } from '../components/choice.tsx'
import { Dialog } from '../components/dialog.tsx'
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

/** Makes a trip, or entries of the open one, of a report that was written elsewhere. */
export function ImportDialog() {
  const { closeDialog, place } = useApp()
  const openTrip = useTrip((state) => (place.name === 'trip' ? state.trip : null))
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  const [into, setInto] = useState<'new' | 'open'>('new')
  const [stage, setStage] = useState<Stage>({ name: 'choosing', problem: null })

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
      // It says for itself what is in it, and what has to be decided.
      closeDialog()
      openTripFiles(files.map(({ file }) => file))
      return
    }
    setStage({ name: 'running' })
    const tripId = into === 'open' && openTrip ? openTrip.id : null
    try {
      if (tripId !== null && (await useTrip.getState().flush()) > 0) {
        const unsaved = 'What you typed last could not be saved yet. Import again when it is; nothing was changed.'
        setStage({ name: 'choosing', problem: unsaved })
        return
      }
      const answer = await bridge.call('imports.run', { files: await readFiles(files), tripId })
      if (!answer.ok) {
        setStage({ name: 'choosing', problem: answer.error.message })
        return
      }
      if (tripId !== null) await useTrip.getState().open(tripId)
      setStage({ name: 'done', summary: answer.value, isNew: tripId === null })
    } catch {
      const gone = 'One of the files could not be read. It may have been moved or changed since; choose it again.'
      setStage({ name: 'choosing', problem: gone })
    }
  }

  const open = (tripId: string) => {
    closeDialog()
    useApp.getState().go({ name: 'trip', tripId, tab: 'journal' })
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
        ) : (
          <>
            <Button kind="plain" onPress={closeDialog}>
              Cancel
            </Button>
            <Button
              kind="primary"
              isDisabled={stage.name === 'running' || files.length === 0 || stage.problem !== null}
              onPress={() => void run()}
            >
              {stage.name === 'running' ? 'Importing…' : 'Import'}
            </Button>
          </>
        )
      }
    >
      {stage.name === 'done' ? (
        <ImportSummaryView summary={stage.summary} isNew={stage.isNew} />
      ) : (
        <>
          <p>
            A report in Markdown, with the pictures and the front matter that it has, becomes sections and entries. The
            files stay as they are. A trip that was saved as a file, which ends with {ARCHIVE_ENDING}, comes back as it
            was.
          </p>
          <FilePicker
            files={files}
            isDisabled={stage.name === 'running'}
            onAdd={(added) => change(addFiles(files, added))}
            onClear={() => change([])}
          />
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
          <p aria-live="polite" className="visually-hidden">
            {stage.name === 'running' ? 'Importing' : ''}
          </p>
          {stage.name === 'choosing' && stage.problem !== null && <Problem>{stage.problem}</Problem>}
        </>
      )}
    </Dialog>
  )
}
