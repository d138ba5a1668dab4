import { useEffect, useState } from 'react'
import type { BackedUpTrip, RestoredFromBackup } from '../../electron/shared/backup.ts'
import type { Failure, Result } from '../../electron/shared/result.ts'
import { now } from '../../electron/shared/time.ts'
import { bridge } from '../bridge/bridge.ts'
import { type JobProgress, wasCancelled } from '../bridge/run-job.ts'
import { useJob } from '../bridge/use-job.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { JobProgressBar } from '../components/job-progress-bar.tsx'
import { Restorable } from '../components/restorable.tsx'
import { zoneHere } from '../format/moments.ts'
import { sayCount } from '../format/trips.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { useReadOnly } from '../state/read-only.ts'
import { sayHere, sayHolds, sayLacking, sayRestored } from './say-restore.ts'
import '../components/field.css'
import './restore-dialog.css'

type Stage =
  | { name: 'looking' }
  | { name: 'failed'; failure: Failure }
  | { name: 'choosing'; trips: readonly BackedUpTrip[] }
  | { name: 'restoring'; trips: readonly BackedUpTrip[]; title: string }

const isLost = ({ here }: BackedUpTrip) => here === 'missing' || here === 'damaged'

/** Says what came back, with the way to undo it where there was something before. */
function report(restored: readonly RestoredFromBackup[]): void {
  const { say, tell } = useApp.getState()
  const [only, another] = restored
  if (only === undefined) return
  if (another !== undefined) say(`${sayCount(restored.length, 'trip is', 'trips are')} back.`)
  else if (only.undoVersionId === null) say(sayRestored(only))
  else {
    const { tripId, undoVersionId } = only
    say(sayRestored(only), { label: 'Undo', run: () => void undo(tripId, undoVersionId) })
  }
  const lacking = sayLacking(restored)
  if (lacking !== '') tell(lacking)
}

async function undo(tripId: string, versionId: string): Promise<void> {
  const answer = await bridge.call('history.restore', { tripId, versionId, entryId: null })
  if (!answer.ok) useApp.getState().complain(answer.error)
}

/** What is typed and not on the disk would be laid over what is restored. */
async function isAllSaved(): Promise<boolean> {
  if ((await useTrip.getState().flush()) === 0) return true
  const message = 'Not everything that you typed is saved yet. Once it is, a trip can be restored.'
  useApp.getState().complain({ code: 'input.invalid', message })
  return false
}

function stageOf(found: Result<BackedUpTrip[]>): Stage {
  return found.ok ? { name: 'choosing', trips: found.value } : { name: 'failed', failure: found.error }
}

/** Shows which trips the backup has, and brings them back. */
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
    if (!(await isAllSaved())) return
    const restored: RestoredFromBackup[] = []
    for (const { tripId, title } of wanted) {
      setStage({ name: 'restoring', trips, title })
      const outcome = await run('restore.run', { tripId })
      if (outcome.ok) restored.push(outcome.value)
      else if (wasCancelled(outcome.error)) break
      else useApp.getState().complain(outcome.error)
    }
    report(restored)
    const [first] = restored
    // Somebody who came from a trip that could not be read wants to read it.
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
      title="Restore from the backup"
      onClose={closeDialog}
      footer={
        stage.name === 'restoring' ? (
          <Button onPress={cancel}>Stop</Button>
        ) : stage.name === 'failed' ? (
          <Button kind="primary" onPress={() => void lookAgain()}>
            Try again
          </Button>
        ) : stage.name === 'choosing' && lost.length > 1 ? (
          <Button kind="primary" isDisabled={isReadOnly} onPress={() => void restore(stage.trips, lost)}>
            {`Restore the ${lost.length} lost trips`}
          </Button>
        ) : undefined
      }
    >
      {stage.name === 'looking' && <Working step="Looking through the backup" progress={progress} />}
      {stage.name === 'restoring' && <Working step={`Restoring “${stage.title}”`} progress={progress} />}
      {stage.name === 'failed' && (
        <EmptyState title="The backup cannot be looked into.">{stage.failure.message}</EmptyState>
      )}
      {stage.name === 'choosing' && (
        <>
          <p className="field-description">
            A trip goes back to what the backup has of it, with its pictures. What is in the library now is kept as a
            version of it. The backup stays as it is.
          </p>
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
    <ul aria-label="Trips in the backup">
      {trips.map((trip) => (
        <Restorable
          key={trip.tripId}
          title={trip.title}
          isDisabled={isReadOnly}
          onRestore={trip.here === 'same' ? undefined : () => onRestore(trip)}
        >
          <p className="quiet small">
            {sayHolds(trip, zoneHere(), now())} ·{' '}
            <span className={isLost(trip) ? 'restore-lost' : ''}>{sayHere(trip.here)}</span>
          </p>
        </Restorable>
      ))}
    </ul>
  )
}
