import { useCallback, useState } from 'react'
import type { ExportSummary } from '../../electron/shared/contract/exports.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import type { MissingPicture } from '../../electron/shared/missing-pictures.ts'
import { assertNever, type Failure, ok } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { useAnswer } from '../bridge/use-answer.ts'
import { useJob } from '../bridge/use-job.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { JobProgressBar } from '../components/job-progress-bar.tsx'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { ExportChoice } from './export-choice.tsx'
import { ExportSummaryView } from './export-summary.tsx'
import { type Entered, readOptions } from './option-fields.tsx'

type Stage =
  { name: 'choosing'; failure: Failure | null } | { name: 'running' } | { name: 'done'; summary: ExportSummary }

/** Users who export again mostly choose the same target. */
let lastTarget: string | null = null
/** The values that were entered for each target's options. */
const lastEntered = new Map<string, Entered>()

/** Exports the report of the open trip: asks for the target and the folder, shows the progress, then the outcome. */
export function ExportDialog() {
  const closeDialog = useApp((state) => state.closeDialog)
  const tripId = useTrip((state) => state.trip?.id)
  const ask = useCallback(() => bridge.call('exports.targets', {}), [])
  const { value: targets, problem } = useAnswer(ask)
  const [chosen, setChosen] = useState(lastTarget)
  const [entered, setEntered] = useState<ReadonlyMap<string, Entered>>(() => new Map(lastEntered))
  const [replace, setReplace] = useState(false)
  const [stage, setStage] = useState<Stage>({ name: 'choosing', failure: null })
  const { progress, run, cancel, show } = useJob()
  const missing = useMissingPictures(tripId)
  const target = targets?.find(({ id }) => id === chosen) ?? targets?.[0] ?? null
  const options = target && readOptions(target.options, entered.get(target.id) ?? {})

  const begin = async () => {
    if (tripId === undefined || target === null || options === null) return
    lastTarget = target.id
    for (const [id, of] of entered) lastEntered.set(id, of)
    setStage({ name: 'running' })
    // Unsaved text is saved first, so that the export includes it.
    const outcome = await run('exports.run', async () => {
      const saved = await useTrip.getState().saveAll('export')
      return saved.ok ? ok({ tripId, target: target.id, options, replace }) : saved
    })
    setStage(outcome.ok ? { name: 'done', summary: outcome.value } : { name: 'choosing', failure: outcome.error })
  }

  const choose = (id: string) => {
    setChosen(id)
    setReplace(false)
    setStage({ name: 'choosing', failure: null })
  }

  return (
    <Dialog
      title={t(stage.name === 'done' ? 'export.done-title' : 'export.title')}
      onClose={closeDialog}
      footer={
        <ExportButtons
          stage={stage}
          isReady={options !== null && tripId !== undefined}
          onExport={() => void begin()}
          onCancel={cancel}
          onClose={closeDialog}
        />
      }
    >
      {stage.name === 'choosing' && targets !== null && target !== null && (
        <ExportChoice
          {...{ targets, target, missing, replace }}
          entered={entered.get(target.id) ?? {}}
          failure={stage.failure}
          onTarget={choose}
          onEntered={(of) => setEntered(new Map(entered).set(target.id, of))}
          onReplace={setReplace}
        />
      )}
      {problem && <p role="alert">{render(problem)}</p>}
      {stage.name === 'running' && <JobProgressBar progress={progress} />}
      {stage.name === 'done' && <ExportSummaryView summary={stage.summary} onShow={show} />}
    </Dialog>
  )
}

const noPictures: readonly MissingPicture[] = []

/** Pictures of the report that no export can show. */
function useMissingPictures(tripId: string | undefined): readonly MissingPicture[] {
  const ask = useCallback(() => bridge.call('report.compose', { tripId: tripId ?? '' }), [tripId])
  return useAnswer(tripId === undefined ? null : ask).value?.missing ?? noPictures
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
      return <Button onPress={onCancel}>{t('action.cancel')}</Button>
    case 'done':
      return (
        <Button kind="primary" onPress={onClose}>
          {t('action.done')}
        </Button>
      )
    case 'choosing':
      return (
        <>
          <Button kind="plain" onPress={onClose}>
            {t('action.cancel')}
          </Button>
          <Button kind="primary" isDisabled={!isReady} onPress={onExport}>
            {t(stage.failure && stage.failure.code !== 'export.target-exists' ? 'action.retry' : 'export.start')}
          </Button>
        </>
      )
    default:
      return assertNever(stage)
  }
}
