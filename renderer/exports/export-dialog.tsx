import { useCallback } from 'react'
import { blockingFirst } from '../../electron/shared/check/remark.ts'
import type { Composition } from '../../electron/shared/contract/report.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { targetRemarks } from '../../electron/shared/report/target-remarks.ts'
import { reportName } from '../../electron/shared/report/report-name.ts'
import { assertNever } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { useAnswer } from '../bridge/use-answer.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { JobProgressBar } from '../components/job-progress-bar.tsx'
import { useFacts } from '../check/use-facts.ts'
import { useApp } from '../state/app-state.ts'
import { useShownReport, useTrip } from '../state/open-trip.ts'
import { countOpen } from './decisions.ts'
import { DestinationForm } from './destination-form.tsx'
import { ExportChoice } from './export-choice.tsx'
import { ExportSummaryView } from './export-summary.tsx'
import { SiteConflicts } from './site-conflicts.tsx'
import { ThingsToLookAt } from './things-to-look-at.tsx'
import { type UsedDestinations, useDestinations } from './use-destinations.ts'
import { mayReplace, type Stage, useExport, type UsedExport } from './use-export.ts'
import './site-conflicts.css'

/** Exports the report of the open trip: asks for the target and the folder, shows the progress, then the outcome. */
export function ExportDialog() {
  const tripId = useTrip((state) => state.trip?.id)
  const reportId = useShownReport()
  return tripId === undefined ? null : <ExportOf key={reportId} {...{ tripId, reportId }} />
}

function ExportOf({ tripId, reportId }: { tripId: string; reportId: string }) {
  const closeDialog = useApp((state) => state.closeDialog)
  const exporting = useExport(tripId, reportId)
  const managing = useDestinations(exporting)
  const { missing, remarks } = useReport(tripId, reportId)
  const facts = useFacts(
    tripId,
    useTrip((state) => state.revision),
  )
  const trip = useTrip((state) => state.trip)
  const { offer, target, destination, problem, stage, progress, show, open } = exporting
  const ofTarget = trip === null || target === null ? [] : targetRemarks(trip, target)
  if (managing.draft !== null && offer !== null) {
    return (
      <Dialog
        title={t(managing.draft.isNew ? 'destination.new-title' : 'destination.edit-title')}
        onClose={closeDialog}
        footer={<FormButtons managing={managing} />}
      >
        <DestinationForm targets={offer.targets} draft={managing.draft} destinations={managing} />
      </Dialog>
    )
  }
  return (
    <Dialog
      title={titleOf(stage)}
      size={stage.name === 'deciding' ? 'large' : 'medium'}
      onClose={closeDialog}
      footer={
        <>
          {stage.name === 'choosing' && <ThingsToLookAt remarks={blockingFirst([...facts, ...remarks, ...ofTarget])} />}
          <ExportButtons exporting={exporting} onClose={closeDialog} />
        </>
      }
    >
      <ReportNamed />
      {stage.name === 'choosing' && offer !== null && target !== null && (
        <ExportChoice
          {...offer}
          {...{ target, destination, managing, missing }}
          entered={exporting.entered}
          failure={stage.failure}
          onTarget={exporting.choose}
          onEntered={exporting.enter}
          onChooseFolder={() => void exporting.chooseFolder()}
        />
      )}
      {problem && <p role="alert">{render(problem)}</p>}
      {stage.name === 'running' && <JobProgressBar progress={progress} />}
      {stage.name === 'deciding' && <SiteConflicts decisions={stage.decisions} onDecide={exporting.decide} />}
      {stage.name === 'done' && (
        <ExportSummaryView summary={stage.summary} isCopied={stage.isCopied} onShow={show} onOpen={open} />
      )}
    </Dialog>
  )
}

function FormButtons({ managing }: { managing: UsedDestinations }) {
  return (
    <>
      <Button kind="plain" onPress={managing.stop}>
        {t('action.cancel')}
      </Button>
      <Button kind="primary" isDisabled={!managing.isReady} onPress={() => void managing.save()}>
        {t('action.save')}
      </Button>
    </>
  )
}

/** Which report is exported, if the trip has several. */
function ReportNamed() {
  const trip = useTrip((state) => state.trip)
  if (!trip?.reports) return null
  return <p className="quiet">{t('export.report', { name: reportName(trip.report) })}</p>
}

function titleOf(stage: Stage): string {
  if (stage.name === 'deciding') return t('destination.conflicts-title')
  if (stage.name !== 'done') return t('export.title')
  return t(stage.isCopied ? 'export.copied-title' : 'export.done-title')
}

const nothing: Pick<Composition, 'missing' | 'remarks'> = { missing: [], remarks: [] }

/** What the report lacks: the pictures that no export can show, and other things to look at. */
function useReport(tripId: string, reportId: string): Pick<Composition, 'missing' | 'remarks'> {
  const ask = useCallback(() => bridge.call('report.compose', { tripId, reportId }), [tripId, reportId])
  return useAnswer(ask).value ?? nothing
}

function ExportButtons({ exporting, onClose }: { exporting: UsedExport; onClose: () => void }) {
  const { stage, target, isReady, begin, write, goBack, cancel } = exporting
  switch (stage.name) {
    case 'running':
      return <Button onPress={cancel}>{t('action.cancel')}</Button>
    case 'deciding': {
      const open = countOpen(stage.decisions)
      return (
        <>
          <output className="quiet site-conflicts-open">
            {t('destination.conflicts-open', { open, count: stage.decisions.conflicts.length })}
          </output>
          <Button kind="plain" onPress={goBack}>
            {t('action.cancel')}
          </Button>
          <Button kind="primary" isDisabled={open > 0} onPress={() => void write()}>
            {t('destination.write')}
          </Button>
        </>
      )
    }
    case 'done':
      return (
        <Button kind="primary" onPress={onClose}>
          {t('action.done')}
        </Button>
      )
    case 'choosing': {
      const asksToReplace = stage.failure !== null && mayReplace(stage.failure)
      return (
        <>
          <Button kind="plain" onPress={onClose}>
            {t('action.cancel')}
          </Button>
          {asksToReplace ? (
            // Not the main button: Enter, pressed once too often, must not replace what somebody has changed.
            <Button kind="danger" isDisabled={!isReady} onPress={() => void begin(true)}>
              {t('export.replace')}
            </Button>
          ) : (
            <Button kind="primary" isDisabled={!isReady} onPress={() => void begin(false)}>
              {t(stage.failure ? 'action.retry' : target?.makes === 'clipboard' ? 'export.copy' : 'export.start')}
            </Button>
          )}
        </>
      )
    }
    default:
      return assertNever(stage)
  }
}
