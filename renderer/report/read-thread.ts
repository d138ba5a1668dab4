import { formatThread } from '../../electron/shared/report/format-thread.ts'
import { reportIdOf } from '../../electron/shared/report/in-report.ts'
import type { NetworkId } from '../../electron/shared/report/networks.ts'
import { reportKindRows } from '../../electron/shared/report/report-kinds.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'

/** The shown report as a thread. */
interface ShownThread {
  tripId: string
  reportId: string
  network: NetworkId
  /** Its messages one after the other. */
  text: string
  /** How many messages it has. */
  count: number
}

/** The network that the shown report is a thread for, if it is one. */
export const networkOf = () => reportKindRows[useTrip.getState().trip?.report.kind ?? 'blog'].network

/** The shown report as a thread; `null` if it is not one, or if that failed, which is shown. */
export async function readThread(): Promise<ShownThread | null> {
  const { trip, saveAll } = useTrip.getState()
  const network = networkOf()
  if (!trip || network === undefined) return null
  const { showFailure } = useApp.getState()
  // Unsaved text is saved first, so that the thread includes it.
  const saved = await saveAll('export')
  const order = { tripId: trip.id, reportId: reportIdOf(trip), network }
  const thread = saved.ok ? await bridge.call('report.thread', order) : saved
  if (!thread.ok) {
    showFailure(thread.error)
    return null
  }
  const { parts } = thread.value
  return { ...order, text: formatThread(parts), count: parts.length }
}
