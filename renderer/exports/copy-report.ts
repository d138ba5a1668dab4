import { describeMissing } from '../../electron/shared/describe-export.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { ok, wasCancelled } from '../../electron/shared/result.ts'
import { runJob } from '../bridge/run-job.ts'
import { useApp } from '../state/app-state.ts'
import { shownReport, useTrip } from '../state/open-trip.ts'
import { copyToClipboard } from './copy-to-clipboard.ts'

/**
 * Copies the shown report of a trip to the clipboard, without a dialog.
 *
 * @param target one of the targets for the clipboard
 */
export async function copyReport(tripId: string, target: 'copy-markdown' | 'copy-rich-text'): Promise<void> {
  const { notify, showFailure } = useApp.getState()
  const reportId = shownReport()
  const source = async () => {
    const saved = await useTrip.getState().saveAll('export')
    return saved.ok ? ok({ tripId, reportId, target, replace: false }) : saved
  }
  const outcome = await runJob('exports.run', source, () => {}).outcome
  if (!outcome.ok) {
    if (!wasCancelled(outcome.error)) showFailure(outcome.error)
    return
  }
  const { clipboard, notes = [], missing } = outcome.value
  if (clipboard === null || !(await copyToClipboard(clipboard))) return notify(t('export.clipboard.refused'))
  const sentence = t('export.copied', { target: target === 'copy-markdown' ? 'markdown' : 'other' })
  const remarks = [...notes.map(render), ...(missing.length === 0 ? [] : [describeMissing(missing)])]
  notify([sentence, ...remarks].join(' '))
}
