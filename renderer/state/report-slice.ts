import { t } from '../../electron/shared/messages/translate.ts'
import type { Report, ReportChanges } from '../../electron/shared/trip.ts'
import { useApp } from './app-state.ts'
import { changesNothing, pickFields } from './field-step.ts'
import { type TakeBack, takeBack } from './report-undo.ts'
import type { TripSession } from './trip-session.ts'
import type { Outcome, Step } from './undo-stack.ts'

/** The report of the open trip. */
export interface ReportSlice {
  /**
   * Changes the report at once on the screen and soon on the disk. What is typed in one field in one go is one step,
   * which Undo takes back; later edits of other fields stay.
   *
   * @param options.undoAs what was done, in words, if it is more than a change of a field; such an edit is a step of its
   * own
   */
  editReport: (changes: ReportChanges, options?: { undoAs?: string }) => void
}

const named = [
  'title',
  'authors',
  'tags',
  'publishedOn',
  'published',
  'lead',
  'closing',
  'dayHeadings',
  'sections',
  'entries',
] as const satisfies (keyof Report)[]

/** What some changes change, in words. */
function nameOf(changes: ReportChanges): string {
  return t('undo.step.report', { field: named.find((key) => key in changes) ?? 'other' })
}

export function reportSlice({ get, set, undo, draftsOf, isOpen, changeable }: TripSession): ReportSlice {
  function apply(changes: ReportChanges): boolean {
    const trip = changeable()
    if (!trip) return false
    set({ trip: { ...trip, report: { ...trip.report, ...changes } } })
    draftsOf(trip.id).report.edit(changes)
    return true
  }

  function stepFor(before: Report, made: ReportChanges, label: string): Step {
    const tripId = get().trip?.id ?? ''
    const reportNow = () => (isOpen(tripId) ? get().trip?.report : undefined)
    let changes = made

    const walk = (way: () => TakeBack) => (): Promise<Outcome> => {
      const report = reportNow()
      if (report === undefined) return Promise.resolve('overtaken')
      const back = way()(report)
      if (changesNothing<ReportChanges>(report, back)) return Promise.resolve('idle')
      return Promise.resolve(apply(back) ? 'done' : 'refused')
    }

    return {
      label: () => label,
      back: walk(() => takeBack(before, changes)),
      again: walk(() => takeBack({ ...before, ...changes }, pickFields<ReportChanges>(before, changes))),
      show() {
        const { place, goToTrip } = useApp.getState()
        if (place.name !== 'trip' || place.tab !== 'report') goToTrip(tripId, 'report')
      },
      grow(typed) {
        changes = pickFields<ReportChanges>({ ...changes, ...typed }, changes)
        return !changesNothing<ReportChanges>(before, changes)
      },
    }
  }

  return {
    editReport(changes, options) {
      const before = get().trip?.report
      if (!before || !apply(changes) || changesNothing<ReportChanges>(before, changes)) return
      const place = `report ${Object.keys(changes).join(' ')}`
      if (options?.undoAs !== undefined) undo.push(stepFor(before, changes, options.undoAs))
      else if (!undo.grow(place, changes)) undo.push({ ...stepFor(before, changes, nameOf(changes)), place })
    },
  }
}
