import { t } from '../../electron/shared/messages/translate.ts'
import { formatThread } from '../../electron/shared/report/format-thread.ts'
import { reportIdOf } from '../../electron/shared/report/in-report.ts'
import { networks } from '../../electron/shared/report/networks.ts'
import { reportKindRows } from '../../electron/shared/report/report-kinds.ts'
import { bridge } from '../bridge/bridge.ts'
import { copyToClipboard } from '../exports/copy-to-clipboard.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'

/** The network that the shown report is a thread for, if it is one. */
export const networkOf = () => reportKindRows[useTrip.getState().trip?.report.kind ?? 'blog'].network

/** Copies the messages of the shown report, which is a thread, one after the other. */
export async function copyThread(): Promise<void> {
  const { notify, showFailure } = useApp.getState()
  const { trip, saveAll } = useTrip.getState()
  const network = networkOf()
  if (!trip || network === undefined) return
  // Unsaved text is saved first, so that the thread includes it.
  const saved = await saveAll('export')
  if (!saved.ok) return showFailure(saved.error)
  const thread = await bridge.call('report.thread', { tripId: trip.id, reportId: reportIdOf(trip), network })
  if (!thread.ok) return showFailure(thread.error)
  const { parts } = thread.value
  const isCopied = await copyToClipboard({ text: formatThread(parts), html: null })
  const { max } = networks[network]
  notify(isCopied ? t('thread.copied', { count: parts.length, max }) : t('export.clipboard.refused'))
}
