import { useEffect, useState } from 'react'
import type { BackedUpTrip, RestoredFromBackup } from '../../electron/shared/backup.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { type Failure, type Result, wasCancelled } from '../../electron/shared/result.ts'
import { now } from '../../electron/shared/time.ts'
import type { JobProgress } from '../bridge/run-job.ts'
import { useJob } from '../bridge/use-job.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { JobProgressBar } from '../components/job-progress-bar.tsx'
import { LongList } from '../components/long-list.tsx'
import { Restorable, RESTORABLE_HEIGHT } from '../components/restorable.tsx'
import { localTimeZone } from '../format/clocks.ts'
import { type ToastAction, useApp } from '../state/app-state.ts'
import { noteRestored, walkInLibrary } from '../state/library-changes.ts'
import { useTrip } from '../state/open-trip.ts'
import { useReadOnly } from '../state/read-only.ts'
import { formatHolds, formatMissingPictures, formatRestored } from './format-restore.ts'
import '../components/field.css'
import './restore-dialog.css'

type Stage =
  | { name: 'looking' }
  | { name: 'failed'; failure: Failure }
  | { name: 'choosing'; trips: readonly BackedUpTrip[] }
  | { name: 'restoring'; trips: readonly BackedUpTrip[]; title: string }

const isLost = ({ here }: BackedUpTrip) => here === 'missing' || here === 'damaged'

/** Shows what was restored, and offers to undo it if something was replaced. */
function report(restored: readonly RestoredFromBackup[]): void {
  const { notify, notifyLasting } = useApp.getState()
  const undos = restored.map(undoOf)
  const [only, another] = restored
  if (only === undefined) return
  if (another === undefined) notify(formatRestored(only), undos[0])
  else notify(t('restore.done-many', { count: restored.length }))
  const missing = formatMissingPictures(restored)
  if (missing !== '') notifyLasting(missing)
}

/**
 * Makes a step of what was restored: of the trip if that is open, or else of the library. Returns the Undo for a notice
 * if something was replaced.
 */
function undoOf({ tripId, title, how, undoVersionId }: RestoredFromBackup): ToastAction | undefined {
  if (undoVersionId === null && how !== 'made') return undefined
  const { trip, noteReplaced } = useTrip.getState()
  if (trip?.id === tripId && undoVersionId !== null) {
    return noteReplaced(undoVersionId, t('undo.step.restore-from-backup', { title }))
  }
  const step = noteRestored({ id: tripId, title }, undoVersionId)
  return undoVersionId === null ? undefined : { label: t('action.undo'), run: () => void walkInLibrary('undo', step) }
}

function stageOf(found: Result<BackedUpTrip[]>): Stage {
  return found.ok ? { name: 'choosing', trips: found.value } : { name: 'failed', failure: found.error }
}

/** Shows the trips in the backup, and restores them. */
export function RestoreDialog() {
  const { closeDialog, goToTrip, place } = useApp()
  const isReadOnly = useReadOnly()
  const [stage, setStage] = useState<Stage>({ name: 'looking' })
  const { progress, run, cancel } = useJob()

  useEffect(() => {
    void run('restore.list', {}).then((found) => setStage(stageOf(found)))
  }, [run])

  const lookAgain = async () => {
    setStage({ name: 'looking' })
    setStage(stageOf(await run('restore.list', {})))
  }

  const restore = async (trips: readonly BackedUpTrip[], wanted: readonly BackedUpTrip[]) => {
    // Unsaved text would overwrite what is restored.
    const saved = await useTrip.getState().saveAll('restore')
    if (!saved.ok) return useApp.getState().showFailure(saved.error)
    const restored: RestoredFromBackup[] = []
    for (const { tripId, title } of wanted) {
      setStage({ name: 'restoring', trips, title })
      const outcome = await run('restore.run', { tripId })
      if (outcome.ok) restored.push(outcome.value)
      else if (wasCancelled(outcome.error)) break
      else useApp.getState().showFailure(outcome.error)
    }
    report(restored)
    const [first] = restored
    // The user came from a trip that could not be read, so open it.
    if (place.name === 'recovery' && first !== undefined) {
      closeDialog()
      goToTrip(first.tripId)
      return
    }
    const back = new Set(restored.map(({ tripId }) => tripId))
    const left = trips.map((trip) => (back.has(trip.tripId) ? { ...trip, here: 'same' as const } : trip))
    setStage({ name: 'choosing', trips: left })
  }

  const lost = stage.name === 'choosing' ? stage.trips.filter(isLost) : []
  return (
    <Dialog
      title={t('restore.title')}
      onClose={closeDialog}
      footer={
        stage.name === 'restoring' ? (
          <Button onPress={cancel}>{t('restore.stop')}</Button>
        ) : stage.name === 'failed' ? (
          <Button kind="primary" onPress={() => void lookAgain()}>
            {t('restore.retry')}
          </Button>
        ) : stage.name === 'choosing' && lost.length > 1 ? (
          <Button kind="primary" isDisabled={isReadOnly} onPress={() => void restore(stage.trips, lost)}>
            {t('restore.all', { count: lost.length })}
          </Button>
        ) : undefined
      }
    >
      {stage.name === 'looking' && <Working step={t('restore.reading')} progress={progress} />}
      {stage.name === 'restoring' && (
        <Working step={t('restore.restoring', { title: stage.title })} progress={progress} />
      )}
      {stage.name === 'failed' && <EmptyState title={t('restore.unreadable')}>{render(stage.failure)}</EmptyState>}
      {stage.name === 'choosing' && (
        <>
          <p className="field-description">{t('restore.explanation')}</p>
          <Trips trips={stage.trips} isReadOnly={isReadOnly} onRestore={(trip) => void restore(stage.trips, [trip])} />
        </>
      )}
    </Dialog>
  )
}

function Working({ step, progress }: { step: string; progress: JobProgress | null }) {
  return (
    <JobProgressBar label={step} progress={progress}>
      <span className="restore-place">{progress?.place}</span>
    </JobProgressBar>
  )
}

interface TripsProps {
  trips: readonly BackedUpTrip[]
  isReadOnly: boolean
  onRestore: (trip: BackedUpTrip) => void
}

function Trips({ trips, isReadOnly, onRestore }: TripsProps) {
  return (
    <LongList label={t('restore.trips')} items={trips} itemHeight={RESTORABLE_HEIGHT}>
      {(trip, place) => (
        <Restorable
          key={trip.tripId}
          title={trip.title}
          isDisabled={isReadOnly}
          place={place}
          onRestore={trip.here === 'same' ? undefined : () => onRestore(trip)}
        >
          <p className="quiet small">
            {formatHolds(trip, localTimeZone(), now())} ·{' '}
            <span className={isLost(trip) ? 'restore-lost' : ''}>{t(`restore.here-${trip.here}`)}</span>
          </p>
        </Restorable>
      )}
    </LongList>
  )
}
