import { everyMessage, t } from '../../electron/shared/messages/translate.ts'
import { changeReport, inReport, reportsOf } from '../../electron/shared/report/in-report.ts'
import { followTrip } from '../../electron/shared/report/follow-trip.ts'
import type { Failure, Result } from '../../electron/shared/result.ts'
import { dayAt } from '../../electron/shared/time.ts'
import { clockNow } from './clock.ts'
import type { OtherReport, ReportChanges, Trip, TripChanges } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { type ToastAction, useApp } from './app-state.ts'
import { prepareFlush } from './before-flush.ts'
import { changesNothing, fieldStep, pickFields } from './field-step.ts'
import { goToRecovery, isRecoverable } from './go-to-recovery.ts'
import { noProgramme, type ProgrammeSlice } from './programme-slice.ts'
import { type SyncSlice, nothingElsewhere } from './sync-slice.ts'
import { nothingShown, type ShownTrip, type StoreAccess, type TripSession } from './trip-session.ts'
import type { Step } from './undo-stack.ts'

/** The open trip as a whole: opening, saving and undoing. */
export interface SessionSlice extends ShownTrip, Pick<TripSession, 'flush' | 'saveAll'> {
  /** Why the trip could not be opened. */
  problem: Failure | null
  /** @param asked the engine's answer, if it has already been requested */
  open: (tripId: string, asked?: Promise<Result<Trip>>) => Promise<void>
  /** Shows a trip that was just received from the engine. */
  show: (trip: Trip) => void
  /** Closes the trip on the screen. Attempts to save unsaved text continue. */
  close: () => void
  /** Changes the details of the trip. Returns the step that takes that back; `null` if nothing was changed. */
  saveTrip: (changes: TripChanges) => Step | null
  /** Takes back one step, unless that has been done already. */
  undoStep: (step: Step) => Promise<void>
  undo: () => Promise<void>
  redo: () => Promise<void>
  /** Sends what waits for a pause in typing. What failed before keeps its own schedule. */
  sendWaiting: () => void
  /** Retries failed saves at once. */
  tryNow: () => void
}

type Store = StoreAccess<
  ShownTrip &
    Pick<SessionSlice, 'problem'> &
    Pick<SyncSlice, 'copies' | 'changedElsewhereAt'> &
    Pick<ProgrammeSlice, 'programme' | 'plan' | 'programmeOf'>
>

/** The day to show first: today during the trip, or else the first day with entries, or else the first day. */
export function firstDayToShow(trip: Trip, today: string): string {
  if (trip.firstDay <= today && today <= trip.lastDay) return today
  let first: string | null = null
  for (const { day } of trip.entries) if (first === null || day < first) first = day
  return first ?? trip.firstDay
}

/** For a trip on the screen that is no longer readable: unsaved text stays there, and the file can be recovered. */
function recovering(tripId: string, failure: Failure): ToastAction | undefined {
  return isRecoverable(failure) ? { label: t('action.recover'), run: () => void goToRecovery(tripId) } : undefined
}

export function sessionSlice(
  session: TripSession,
  { get, set }: Store,
  { readCopies, readProgramme }: Pick<SyncSlice, 'readCopies'> & Pick<ProgrammeSlice, 'readProgramme'>,
): SessionSlice {
  const { queue, undo, draftsOf, isOpen, changeable, receive, flush, saveAll } = session

  function show(trip: Trip): void {
    undo.clear()
    const shown = isOpen(trip.id) ? (get().trip?.entries ?? []) : []
    set(({ revision }) => ({
      ...nothingShown,
      ...nothingElsewhere,
      ...noProgramme,
      problem: null,
      trip: draftsOf(trip.id).over(trip, shown),
      day: firstDayToShow(trip, dayAt(clockNow(), trip.timeZone)),
      revision: revision + 1,
    }))
    void readProgramme()
  }

  async function applyToTrip(trip: Trip, changes: TripChanges): Promise<void> {
    set({ trip: { ...trip, ...changes, ...followTrip(trip, changes) } })
    const { trip: lane, flushReports } = draftsOf(trip.id)
    // Whether a report follows the trip depends on what it says, so that has to be saved first.
    flushReports()
    lane.edit(changes)
    await lane.flush()
  }

  function applyToReport({ id, title, authors, tags }: OtherReport): void {
    const { trip } = get()
    const report = trip && inReport(trip, id)?.report
    const changes = { title, authors, tags }
    if (!trip || !report || changesNothing<ReportChanges>(report, changes)) return
    set({ trip: changeReport(trip, id, changes) })
    draftsOf(trip.id).report(id).edit(changes)
  }

  return {
    ...nothingShown,
    problem: null,
    revision: 0,
    save: queue.status(),
    undoable: { undo: null, redo: null },

    async open(tripId, asked) {
      if (!isOpen(tripId)) set({ ...nothingShown, ...noProgramme, problem: null })
      const answer = await draftsOf(tripId).inOrder(() => asked ?? bridge.call('trips.open', { tripId }))
      const access = answer.ok ? await bridge.call('trips.access', { tripId }) : answer
      const refusal = access.ok ? access.value.refusal : null
      // It is shown at once, and its words are not in the page's first file.
      if (refusal !== null) await everyMessage().catch(() => {})
      const { place: current } = useApp.getState()
      // The user may have gone elsewhere in the meantime.
      if (current.name !== 'trip' || current.tripId !== tripId) return
      if (!answer.ok) {
        // A trip that is already on the screen stays there: the text in it is the newest.
        if (!isOpen(tripId)) set({ problem: answer.error })
        else useApp.getState().showFailure(answer.error, recovering(tripId, answer.error))
        return
      }
      if (isOpen(tripId)) receive(answer.value)
      else show(answer.value)
      set({ refusal })
      await readCopies(tripId)
    },

    show,

    close() {
      undo.clear()
      set({ ...nothingShown, ...noProgramme, problem: null })
    },

    saveTrip(changes) {
      const trip = changeable()
      if (!trip) return null
      const reports = reportsOf(trip)
      void applyToTrip(trip, changes)
      if (changesNothing<TripChanges>(trip, changes)) return null
      const shownTrip = () => (isOpen(trip.id) ? get().trip : null)
      const isCover = changes.cover !== undefined
      const valuesIn = (state: Trip): TripChanges => ({
        ...pickFields<TripChanges>(state, changes),
        ...(isCover && { cover: state.cover ?? null }),
      })
      const step = fieldStep<TripChanges>({
        before: valuesIn(trip),
        after: changes,
        label: () => t(isCover ? 'undo.step.cover' : 'undo.step.trip-details'),
        now() {
          const current = shownTrip()
          return current && valuesIn(current)
        },
        async apply(fields, way) {
          const current = shownTrip()
          if (current) await applyToTrip(current, fields)
          // What followed the trip's details goes back to what it was, which may have been something else.
          if (way === 'back') for (const report of reports) applyToReport(report)
        },
      })
      undo.push(step)
      return step
    },

    undoStep: (step) => session.walk('undo', step),

    undo: () => session.walk('undo'),

    redo: () => session.walk('redo'),

    flush,

    saveAll,

    sendWaiting() {
      prepareFlush()
      queue.sendWaiting()
    },

    tryNow: () => queue.tryNow(),
  }
}
