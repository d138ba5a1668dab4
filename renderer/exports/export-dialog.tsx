import { useCallback, useRef, useState } from 'react'
import type { ExportSummary } from '../../electron/shared/contract/exports.ts'
import { assertNever, type Failure } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { useAnswer } from '../bridge/use-answer.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { Progress } from '../components/progress.tsx'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { ExportChoice } from './export-choice.tsx'
import { ExportSummaryView } from './export-summary.tsx'
import { runExport, type ExportProgress, type RunningExport } from './run-export.ts'

type Stage =
  | { name: 'choosing'; failure: Failure | null }
  | { name: 'running'; progress: ExportProgress }
  | { name: 'done'; summary: ExportSummary }

/** Whoever exports twice mostly exports to the same blog. */
let lastTarget: string | null = null

/** Makes files of the open trip's report: asks what and where, shows how far it is, and says what came of it. */
export function ExportDialog() {
  const closeDialog = useApp((state) => state.closeDialog)
  const tripId = useTrip((state) => state.trip?.id)
  const ask = useCallback(() => bridge.call('exports.targets', {}), [])
  const { value: targets, problem } = useAnswer(ask)
  const [chosen, setChosen] = useState(lastTarget)
  const [replace, setReplace] = useState(false)
  const [stage, setStage] = useState<Stage>({ name: 'choosing', failure: null })
  const running = useRef<RunningExport>(null)
  const target = (targets?.find(({ id }) => id === chosen) ?? targets?.[0])?.id ?? null

  const begin = async () => {
    if (tripId === undefined || target === null) return
    lastTarget = target
    setStage({ name: 'running', progress: { done: 0, step: 'Saving what is typed' } })
    const exporting = runExport({ tripId, target, replace }, (progress) => setStage({ name: 'running', progress }))
    running.current = exporting
    const outcome = await exporting.outcome
    running.current = null
    setStage(outcome.ok ? { name: 'done', summary: outcome.value } : { name: 'choosing', failure: outcome.error })
  }

  const close = () => {
    running.current?.cancel()
    closeDialog()
  }

  const choose = (id: string) => {
    setChosen(id)
    setReplace(false)
    setStage({ name: 'choosing', failure: null })
  }

  return (
    <Dialog
      title={stage.name === 'done' ? 'The report is exported' : 'Export the report'}
      onClose={close}
      footer={
        <ExportButtons
          stage={stage}
          isReady={target !== null && tripId !== undefined}
          onExport={() => void begin()}
          onCancel={() => running.current?.cancel()}
          onClose={close}
        />
      }
    >
      {stage.name === 'choosing' && targets !== null && (
        <ExportChoice
          {...{ targets, target, replace }}
          failure={stage.failure}
          onTarget={choose}
          onReplace={setReplace}
        />
      )}
      {problem && <p role="alert">{problem.message}</p>}
      {stage.name === 'running' && <Progress {...stage.progress} />}
      {stage.name === 'done' && <ExportSummaryView summary={stage.summary} />}
    </Dialog>
  )
}

interface ButtonsProps {
  stage: Stage
  isReady: boolean
  onExport: () => void
  onCancel: () => void
  onClose: () => void
}

function ExportButtons({ stage, isReady, onExport, onCancel, onClose }: ButtonsProps) {
  switch (stage.name) {
    case 'running':
      return <Button onPress={onCancel}>Cancel</Button>
    case 'done':
      return (
        <Button kind="primary" onPress={onClose}>
          Done
        </Button>
      )
    case 'choosing':
      return (
        <>
          <Button kind="plain" onPress={onClose}>
            Cancel
          </Button>
          <Button kind="primary" isDisabled={!isReady} onPress={onExport}>
            {stage.failure && stage.failure.code !== 'export.target-exists' ? 'Try again' : 'Export'}
          </Button>
        </>
      )
    default:
      return assertNever(stage)
  }
}
