import type { ReportChanges } from '../../electron/shared/trip.ts'
import { takeBack } from './report-undo.ts'
import type { TripSession } from './trip-session.ts'

/** The report of the open trip. */
export interface ReportSlice {
  /**
   * Changes the report at once on the screen and soon on the disk.
   *
   * @param options.undoAs what was done, for an undo step, which keeps later edits
   */
  editReport: (changes: ReportChanges, options?: { undoAs?: string }) => void
}

/** The report's current values for the keys of some changes. */
function pick(report: ReportChanges, changes: ReportChanges): ReportChanges {
  return Object.fromEntries(Object.keys(changes).map((key) => [key, report[key as keyof ReportChanges]]))
}

export function reportSlice({ get, set, undo, draftsOf, changeable }: TripSession): ReportSlice {
  const editReport: ReportSlice['editReport'] = (changes, options) => {
    const trip = changeable()
    if (!trip) return
    set({ trip: { ...trip, report: { ...trip.report, ...changes } } })
    draftsOf(trip.id).report.edit(changes)
    if (options?.undoAs === undefined) return
    const back = takeBack(trip.report, changes)
    const again = takeBack({ ...trip.report, ...changes }, pick(trip.report, changes))
    const apply = (step: typeof back) => () => {
      const report = get().trip?.report
      if (report) editReport(step(report))
      return Promise.resolve(report !== undefined)
    }
    undo.push({ label: options.undoAs, back: apply(back), again: apply(again) })
  }
  return { editReport }
}
