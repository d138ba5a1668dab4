import { useState } from 'react'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { assertNever, type Failure, wasCancelled } from '../../electron/shared/result.ts'
import type { Verification } from '../../electron/shared/verification.ts'
import type { JobProgress } from '../bridge/run-job.ts'
import { useJob } from '../bridge/use-job.ts'
import { Button } from '../components/button.tsx'
import { Choice } from '../components/choice.tsx'
import { Dialog } from '../components/dialog.tsx'
import { JobProgressBar } from '../components/job-progress-bar.tsx'
import { Problem } from '../components/problem.tsx'
import { useApp } from '../state/app-state.ts'
import { type Verified, VerifySummary } from './verify-summary.tsx'
import './verify-dialog.css'

type Stage =
  { name: 'asking'; failure: Failure | null } | { name: 'running' } | { name: 'done'; verification: Verification }

const places: readonly Verified[] = ['library', 'backup']

/** Checks every file, shows the progress, and lists the findings. */
export function VerifyDialog() {
  const { closeDialog, openDialog, start } = useApp()
  const [what, setWhat] = useState<Verified>('library')
  const [stage, setStage] = useState<Stage>({ name: 'asking', failure: null })
  const { progress, run, cancel } = useJob()

  const begin = async () => {
    setStage({ name: 'running' })
    const outcome = await run('verify.run', { what })
    if (outcome.ok) setStage({ name: 'done', verification: outcome.value })
    else setStage({ name: 'asking', failure: wasCancelled(outcome.error) ? null : outcome.error })
  }

  return (
    <Dialog
      title={t('verify.title')}
      onClose={closeDialog}
      footer={
        <VerifyButtons
          stage={stage}
          onBegin={() => void begin()}
          onStop={cancel}
          onClose={closeDialog}
          onBack={() => openDialog('settings')}
        />
      }
    >
      {stage.name === 'asking' && (
        <>
          <p>{t('verify.explanation')}</p>
          {start.settings.backup !== null && (
            <Choice
              label={t('verify.what')}
              items={places.map((id) => ({ id, label: t(`verify.place.${id}`) }))}
              value={what}
              onChange={setWhat}
              isDisabled={false}
            />
          )}
          {stage.failure !== null && <Problem>{render(stage.failure)}</Problem>}
        </>
      )}
      {stage.name === 'running' && <Reading progress={progress} />}
      {stage.name === 'done' && (
        <VerifySummary what={what} verification={stage.verification} onRepaired={() => void begin()} />
      )}
    </Dialog>
  )
}

function Reading({ progress }: { progress: JobProgress | null }) {
  const problems = progress?.problems ?? 0
  return (
    <JobProgressBar label={t('job.step.verifying')} progress={progress}>
      <span className="verify-place verify-current" data-verbatim>
        {progress?.place}
      </span>
      <output>{problems > 0 && t('verify.problems-so-far', { count: problems })}</output>
    </JobProgressBar>
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
      return <Button onPress={onStop}>{t('action.stop')}</Button>
    case 'done':
      return (
        <>
          <Button kind="plain" onPress={onBack}>
            {t('settings.title')}
          </Button>
          <Button kind="primary" onPress={onClose}>
            {t('action.done')}
          </Button>
        </>
      )
    case 'asking':
      return (
        <>
          <Button kind="plain" onPress={onClose}>
            {t('action.cancel')}
          </Button>
          <Button kind="primary" onPress={onBegin}>
            {stage.failure === null ? t('verify.start') : t('action.retry')}
          </Button>
        </>
      )
    default:
      return assertNever(stage)
  }
}
