import { t } from '../../electron/shared/messages/translate.ts'
import type { PartId, RemarkPlace } from '../../electron/shared/report/post-places.ts'
import { blankDetails, type Report, type ReportChanges } from '../../electron/shared/trip.ts'
import { inReport, reportIdOf } from '../../electron/shared/report/in-report.ts'
import { useApp } from './app-state.ts'
import { prepareFlush } from './before-flush.ts'
import { changesNothing, pickFields } from './field-step.ts'
import { changedPart } from './report-part.ts'
import { changedTexts } from './report-texts.ts'
import { walkText } from './text-history.ts'
import type { StoreAccess, TripSession } from './trip-session.ts'
import type { Outcome, Step } from './undo-stack.ts'

export interface ReportEditOptions {
  /** What was done, in words, if it is more than a change of a field; such an edit is a step of its own. */
  undoAs?: string
  /** The name of the text that was changed in the Markdown editor, which has a history of its own. */
  document?: string
  /** That history has undone or redone this: it is no new step. */
  byHistory?: boolean
}

/** The report of the open trip. */
export interface ReportSlice {
  /** Shows another report of the trip. Returns whether there is such a report. */
  viewReport: (reportId: string) => boolean
  /** For adding and deleting reports, whose code is loaded with the screen of the report. */
  reportSession: Pick<TripSession, 'change' | 'undo' | 'walk' | 'draftsOf' | 'isOpen'>
  /** The part of the report that the outline and the post show as selected. */
  reportPart: PartId | null
  selectPart: (part: PartId | null) => void
  /** The place that the report is to lead to, from a remark on it; the screen then calls `lookAt(null)`. */
  lookedAt: RemarkPlace | null
  /** Leads to a place of the report where something can be changed. */
  lookAt: (place: RemarkPlace | null) => void
  /**
   * Changes the report at once on the screen and soon on the disk. What is typed in one field in one go is one step,
   * which Undo takes back; later edits of other fields stay.
   */
  editReport: (changes: ReportChanges, options?: ReportEditOptions) => void
}

const named = [
  'name',
  'title',
  'authors',
  'tags',
  'publishedOn',
  'publishedTime',
  'published',
  'description',
  'categories',
  'slug',
  'cover',
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

export function reportSlice(
  session: TripSession,
  store: StoreAccess<Pick<ReportSlice, 'reportPart' | 'lookedAt'>>,
): ReportSlice {
  const { get, set, undo, draftsOf, isOpen, changeable } = session

  function apply(changes: ReportChanges): boolean {
    const trip = changeable()
    if (!trip) return false
    set({ trip: { ...trip, report: { ...trip.report, ...changes } } })
    draftsOf(trip.id).report(reportIdOf(trip)).edit(changes)
    return true
  }

  const shownReport = () => {
    const { trip } = get()
    return trip ? reportIdOf(trip) : ''
  }

  function viewReport(reportId: string): boolean {
    // The last keystrokes belong to the report that was shown until now.
    prepareFlush()
    const { trip } = get()
    if (!trip || reportIdOf(trip) === reportId) return trip !== null
    const seen = inReport(trip, reportId)
    if (seen === null) return false
    draftsOf(trip.id).view(reportId)
    set(({ revision }) => ({ trip: seen, revision: revision + 1 }))
    store.set({ reportPart: null })
    return true
  }

  function stepFor(before: Report, made: ReportChanges, label: string): Step {
    const tripId = get().trip?.id ?? ''
    const reportId = shownReport()
    /** The step's report, which is shown again if another one was chosen since. */
    const reportNow = () => (isOpen(tripId) && viewReport(reportId) ? get().trip?.report : undefined)
    let changes = made

    const walk = (from: () => [Report, ReportChanges]) => async (): Promise<Outcome> => {
      const { takeBack } = await import('./report-undo.ts')
      const report = reportNow()
      if (report === undefined) return 'overtaken'
      const { changes: back, isOvertaken } = takeBack(...from())(report)
      if (changesNothing<ReportChanges>(report, back)) return isOvertaken ? 'overtaken' : 'idle'
      for (const [document, text] of changedTexts(reportId, report, back)) walkText(document, text)
      return apply(back) ? 'done' : 'refused'
    }

    return {
      label: () => label,
      back: walk(() => [before, changes]),
      again: walk(() => [{ ...before, ...changes }, pickFields<ReportChanges>(before, changes)]),
      show() {
        const { place, goToTrip } = useApp.getState()
        if (place.name !== 'trip' || place.tab !== 'report') goToTrip(tripId, 'report')
        const part = changedPart(before, changes)
        if (part !== null) store.set({ reportPart: part })
      },
      grow(typed) {
        changes = pickFields<ReportChanges>({ ...changes, ...typed }, changes)
        return !changesNothing<ReportChanges>(before, changes)
      },
    }
  }

  return {
    viewReport,

    reportSession: session,

    reportPart: null,

    selectPart: (reportPart) => store.set({ reportPart }),

    lookedAt: null,

    lookAt(lookedAt) {
      const { place, goToTrip } = useApp.getState()
      const tripId = get().trip?.id
      if (lookedAt !== null && tripId !== undefined && (place.name !== 'trip' || place.tab !== 'report')) {
        goToTrip(tripId, 'report')
      }
      store.set({ lookedAt })
    },

    editReport(changes, { undoAs, document = '', byHistory = false } = {}) {
      const report = get().trip?.report
      if (!report || !apply(changes)) return
      // So that Undo has a value to bring back.
      const before: Report = { ...blankDetails, ...report }
      const place = `report ${shownReport()} ${Object.keys(changes).join(' ')} ${document}`
      if (byHistory && undo.growLast(place, changes)) return
      if (changesNothing<ReportChanges>(before, changes)) return
      if (undoAs !== undefined) undo.push(stepFor(before, changes, undoAs))
      else if (byHistory || !undo.grow(place, changes)) {
        undo.push({ ...stepFor(before, changes, nameOf(changes)), place })
      }
    },
  }
}
