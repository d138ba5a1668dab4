import { useRef } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import { daysWithoutReport } from '../../electron/shared/report/report-kinds.ts'
import { type ReportKind, reportKinds } from '../../electron/shared/trip.ts'
import { commandName } from '../commands/command-entries.tsx'
import { Dialog } from '../components/dialog.tsx'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { addReport } from './change-reports.ts'
import './new-report-dialog.css'

/** Asks what kind of report to make of the entries of the open trip. */
export function NewReportDialog() {
  const closeDialog = useApp((state) => state.closeDialog)
  const trip = useTrip((state) => state.trip)
  const isAdding = useRef(false)
  if (!trip) return null
  const days = daysWithoutReport(trip).length
  const choose = async (kind: ReportKind) => {
    if (isAdding.current) return
    isAdding.current = true
    if (await addReport(kind)) closeDialog()
    isAdding.current = false
  }
  return (
    <Dialog title={commandName('new-report')} onClose={closeDialog} closesOutside>
      <p className="quiet">{t('report.new.note')}</p>
      <ul className="report-kinds">
        {reportKinds.map((kind) => (
          <li key={kind}>
            <button
              type="button"
              className="report-kind"
              disabled={kind === 'day' && days === 0}
              onClick={() => void choose(kind)}
            >
              <span className="report-kind-name">
                {kind === 'day' ? t('report.new.days', { count: days }) : t(`report.kind.${kind}`)}
              </span>
              <span className="report-kind-note">{t(`report.new.${kind}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
