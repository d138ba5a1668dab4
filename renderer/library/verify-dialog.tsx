import { useEffect, useRef, useState } from 'react'
import { assertNever, type Failure } from '../../electron/shared/result.ts'
import type { Verification } from '../../electron/shared/verification.ts'
import { Button } from '../components/button.tsx'
import { Choice } from '../components/choice.tsx'
import { Dialog } from '../components/dialog.tsx'
import { Problem } from '../components/problem.tsx'
import { Progress } from '../components/progress.tsx'
import { useApp } from '../state/app-state.ts'
import {
  type RunningVerification,
  runVerification,
  type VerificationProgress,
  type Verified,
} from './run-verification.ts'
import { sayCount } from '../format/trips.ts'
import { VerifySummary } from './verify-summary.tsx'
import './verify-dialog.css'

type Stage =
  | { name: 'asking'; failure: Failure | null }
  | { name: 'running'; progress: VerificationProgress | null }
  | { name: 'done'; verification: Verification }

const places: readonly { id: Verified; label: string }[] = [
  { id: 'library', label: 'Library' },
  { id: 'backup', label: 'Backup' },
]

/** Has every file read, shows how far it is, and says what was found. */
export function VerifyDialog() {
  const { closeDialog, openDialog, start } = useApp()
  const [what, setWhat] = useState<Verified>('library')
  const [stage, setStage] = useState<Stage>({ name: 'asking', failure: null })
  const running = useRef<RunningVerification>(null)

  // Whatever takes the dialog away ends what nobody waits for any more.
  useEffect(() => () => running.current?.cancel(), [])

  const begin = async () => {
    setStage({ name: 'running', progress: null })
    const verifying = runVerification(what, (progress) => setStage({ name: 'running', progress }))
    running.current = verifying
    const outcome = await verifying.outcome
    running.current = null
    if (outcome.ok) setStage({ name: 'done', verification: outcome.value })
    else setStage({ name: 'asking', failure: outcome.error.code === 'cancelled' ? null : outcome.error })
  }

  return (
    <Dialog
      title="Check every file"
      onClose={closeDialog}
      footer={
        <VerifyButtons
          stage={stage}
          onBegin={() => void begin()}
          onStop={() => running.current?.cancel()}
          onClose={closeDialog}
          onBack={() => openDialog('settings')}
        />
      }
    >
      {stage.name === 'asking' && (
        <>
          <p>
            Every trip is read to the last byte, with its pictures, its earlier versions and what is in the trash.
            Nothing is changed.
          </p>
          {start.settings.backup !== null && (
            <Choice label="What is read" items={places} value={what} onChange={setWhat} isDisabled={false} />
          )}
          {stage.failure !== null && <Problem>{stage.failure.message}</Problem>}
        </>
      )}
      {stage.name === 'running' && <Reading progress={stage.progress} />}
      {stage.name === 'done' && (
        <VerifySummary what={what} verification={stage.verification} onRepaired={() => void begin()} />
      )}
    </Dialog>
  )
}

function Reading({ progress }: { progress: VerificationProgress | null }) {
  const { done, place, problems } = progress ?? { done: 0, place: '', problems: 0 }
  return (
    <Progress step="Reading" done={done}>
      <span className="verify-place verify-current">{place}</span>
      <output>{problems > 0 && `${sayCount(problems, 'problem', 'problems')} so far.`}</output>
    </Progress>
  )
}

interface ButtonsProps {
  stage: Stage
  onBegin: () => void
  onStop: () => void
  onClose: () => void
  onBack: () => void
}

function VerifyButtons({ stage, onBegin, onStop, onClose, onBack }: ButtonsProps) {
  switch (stage.name) {
    case 'running':
      return <Button onPress={onStop}>Stop</Button>
    case 'done':
      return (
        <>
          <Button kind="plain" onPress={onBack}>
            Settings
          </Button>
          <Button kind="primary" onPress={onClose}>
            Done
          </Button>
        </>
      )
    case 'asking':
      return (
        <>
          <Button kind="plain" onPress={onClose}>
            Cancel
          </Button>
          <Button kind="primary" onPress={onBegin}>
            {stage.failure === null ? 'Check' : 'Try again'}
          </Button>
        </>
      )
    default:
      return assertNever(stage)
  }
}
