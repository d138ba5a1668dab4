import { render, t } from '../../electron/shared/messages/translate.ts'
import { reportIdOf, reportsOf } from '../../electron/shared/report/in-report.ts'
import { copyReport, daysWithoutReport, makeReport } from '../../electron/shared/report/report-kinds.ts'
import { reportName } from '../../electron/shared/report/report-name.ts'
import { uniqueName } from '../../electron/shared/report/unique-name.ts'
import type { OtherReport, ReportKind, Trip } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from '../state/app-state.ts'
import { prepareFlush } from '../state/before-flush.ts'
import { useTrip } from '../state/open-trip.ts'
import type { Outcome, Step } from '../state/undo-stack.ts'

/** What a report is called on the screen. */
export const nameOf = (report: Pick<OtherReport, 'name' | 'kind' | 'only'>): string => render(reportName(report))

const newId = () => crypto.randomUUID()

/** A report and its place among those after the first. */
interface Placed {
  report: OtherReport
  at: number | null
}

async function put(tripId: string, placed: readonly Placed[]): Promise<Outcome> {
  const { reportSession, viewReport } = useTrip.getState()
  for (const { report, at } of placed) {
    const answer = await reportSession.change(tripId, () => bridge.call('report.put', { tripId, report, at }))
    if (answer === null) return 'refused'
  }
  const [first] = placed
  if (first) viewReport(first.report.id)
  return 'done'
}

/** Removes reports. Resolves with what they were, to put them back; `null` if that was refused. */
async function remove(tripId: string, reportIds: readonly string[]): Promise<Placed[] | null> {
  prepareFlush()
  const { reportSession, viewReport } = useTrip.getState()
  const removed: Placed[] = []
  for (const reportId of reportIds) {
    await reportSession.draftsOf(tripId).report(reportId).flush()
    const { trip } = useTrip.getState()
    if (trip?.id !== tripId) return null
    const reports = reportsOf(trip)
    const index = reports.findIndex(({ id }) => id === reportId)
    const report = reports[index]
    if (report === undefined) continue
    // The one before it is shown instead.
    if (reportIdOf(trip) === reportId) viewReport(reports[index - 1]?.id ?? tripId)
    const answer = await reportSession.change(tripId, () => bridge.call('report.remove', { tripId, reportId }))
    if (answer === null) return null
    // They are put back in the opposite order.
    removed.unshift({ report, at: index - 1 })
  }
  return removed
}

/** A step that adds reports, or one that removes them, which is the same the other way round. */
function stepOf(tripId: string, of: readonly Placed[], label: string, adds: boolean): Step {
  let placed = of
  const { isOpen } = useTrip.getState().reportSession
  const restore = async (): Promise<Outcome> => (isOpen(tripId) ? await put(tripId, placed) : 'overtaken')
  const takeAway = async (): Promise<Outcome> => {
    if (!isOpen(tripId)) return 'overtaken'
    const removed = await remove(
      tripId,
      placed.map(({ report }) => report.id),
    )
    if (removed === null) return 'refused'
    if (removed.length === 0) return 'overtaken'
    placed = removed
    return 'done'
  }
  return {
    label: () => label,
    back: adds ? takeAway : restore,
    again: adds ? restore : takeAway,
    show: () => useApp.getState().goToTrip(tripId, 'report'),
  }
}

async function add(trip: Trip, reports: readonly OtherReport[], undoAs: string): Promise<boolean> {
  const { undo } = useTrip.getState().reportSession
  const placed = reports.map((report) => ({ report, at: null }))
  return await undo.during(async () => {
    if ((await put(trip.id, placed)) !== 'done') return false
    undo.push(stepOf(trip.id, placed, undoAs, true))
    return true
  })
}

/** The same report under a name that no other report of the trip has. */
function named(trip: Trip, report: OtherReport, wanted = nameOf(report)): OtherReport {
  const name = uniqueName(wanted, reportsOf(trip).map(nameOf))
  return name === nameOf(report) ? report : { ...report, name }
}

/** Adds a report of a kind and shows it; of one day, a report for each day that has none. Resolves with whether it did. */
export async function addReport(kind: ReportKind): Promise<boolean> {
  const { trip, plan } = useTrip.getState()
  if (!trip) return false
  const days = kind === 'day' ? daysWithoutReport(trip) : [trip.firstDay]
  const made = days.map((day) => named(trip, makeReport(kind, '', { trip, plan, day, newId })))
  return made.length > 0 && (await add(trip, made, t('report.undo.add-report', { count: made.length })))
}

/** Adds a copy of the report that is shown. */
export async function duplicateReport(): Promise<void> {
  const { trip } = useTrip.getState()
  if (!trip) return
  const report = { ...trip.report, id: reportIdOf(trip) }
  const { name } = named(trip, { ...report, name: '' }, nameOf(report))
  await add(trip, [copyReport(report, name ?? nameOf(report), newId)], t('report.undo.duplicate-report'))
}

/** Deletes the report that is shown, and says how to get it back. The entries stay as they are. */
export async function deleteReport(): Promise<void> {
  const { trip, reportSession } = useTrip.getState()
  if (!trip) return
  const { undo, walk } = reportSession
  const reportId = reportIdOf(trip)
  const name = nameOf(trip.report)
  await undo.during(async () => {
    const removed = await remove(trip.id, [reportId])
    if (removed === null || removed.length === 0) return
    const step = stepOf(trip.id, removed, t('report.undo.delete-report', { name }), false)
    undo.push(step)
    const back = { label: t('action.undo'), run: () => void walk('undo', step) }
    useApp.getState().notify(t('report.deleted', { name }), back)
  })
}

/** Renames the report that is shown; an empty name is that of its kind. */
export function renameReport(name: string): void {
  useTrip.getState().editReport({ name: name.trim() }, { undoAs: t('report.undo.rename-report') })
}

/** Whether the report that is shown is not the trip's first one, which always stays. */
export function canDelete(): boolean {
  const { trip } = useTrip.getState()
  return trip !== null && reportIdOf(trip) !== trip.id
}
