import { create } from 'zustand'
import type { Failure } from '../../electron/shared/result.ts'
import { dayAt, daysFromTo, now } from '../../electron/shared/time.ts'
import type { ReportChanges, Trip } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { type ToastAction, useApp } from './app-state.ts'
import { prepareFlush } from './before-flush.ts'
import { entryActions } from './entry-actions.ts'
import { goToRecovery, isRecoverable } from './go-to-recovery.ts'
import { historyActions } from './history-actions.ts'
import { refuseChange } from './read-only.ts'
import { takeBack } from './report-undo.ts'
import { createTripSession } from './trip-session.ts'
import type { TripState } from './trip-state.ts'

export type { TripState } from './trip-state.ts'

/** The day to look at first: today during the trip, else the first that has something written, else the first. */
export function firstDayToShow(trip: Trip, today: string): string {
  if (daysFromTo(trip.firstDay, trip.lastDay).includes(today)) return today
  return trip.entries.map(({ day }) => day).toSorted()[0] ?? trip.firstDay
}

/**
 * The trip that is open, and every way to change it. Edits show at once; the save queue carries them to the disk. The
 * queue belongs to the page, not to the trip: leaving a trip leaves nothing behind, not even while the disk fails.
 */
export const useTrip = create<TripState>()((set, get) => {
  const session = createTripSession({ get, set })
  const { queue, undo, draftsOf, isOpen, entryOf, receive } = session
  const openTripId = (): string | null => get().trip?.id ?? null

  /** What was merged when the trip was opened is no longer there; what is left, somebody has to look at. */
  async function readCopies(tripId: string): Promise<void> {
    const answer = await bridge.call('conflicts.list', { tripId })
    if (answer.ok && isOpen(tripId)) set({ copies: answer.value })
  }

  return {
    trip: null,
    problem: null,
    refusal: null,
    day: null,
    entryId: null,
    focusEditor: false,
    revision: 0,
    save: queue.status(),
    changedElsewhereAt: null,
    copies: [],

    async open(tripId) {
      if (!isOpen(tripId))
        set({ trip: null, problem: null, refusal: null, day: null, entryId: null, focusEditor: false })
      const answer = await draftsOf(tripId).inOrder(() => bridge.call('trips.open', { tripId }))
      const access = answer.ok ? await bridge.call('trips.access', { tripId }) : answer
      const { place: current } = useApp.getState()
      // Somebody who clicks fast may be elsewhere by now.
      if (current.name !== 'trip' || current.tripId !== tripId) return
      if (!answer.ok) {
        // A trip that is on the screen stays there: what is typed in it is the newest there is.
        if (!isOpen(tripId)) set({ problem: answer.error })
        else useApp.getState().complain(answer.error, wayBack(tripId, answer.error))
        return
      }
      if (isOpen(tripId)) receive(answer.value)
      else get().show(answer.value)
      set({ refusal: access.ok ? access.value.refusal : null })
      await readCopies(tripId)
    },

    show(trip) {
      undo.clear()
      const shown = isOpen(trip.id) ? (get().trip?.entries ?? []) : []
      set(({ revision }) => ({
        trip: draftsOf(trip.id).over(trip, shown),
        problem: null,
        refusal: null,
        day: firstDayToShow(trip, dayAt(now(), trip.timeZone)),
        entryId: null,
        focusEditor: false,
        changedElsewhereAt: null,
        copies: [],
        revision: revision + 1,
      }))
    },

    close() {
      undo.clear()
      set({ trip: null, problem: null, refusal: null, day: null, entryId: null, focusEditor: false })
    },

    selectDay(day) {
      const entry = entryOf(get().entryId ?? '')
      set({ day, ...(entry?.day === day ? {} : { entryId: null }) })
    },

    selectEntry(entryId, options) {
      const before = get().entryId
      const tripId = openTripId()
      if (before !== null && before !== entryId && tripId) void draftsOf(tripId).flushEntry(before)
      const day = entryId === null ? undefined : entryOf(entryId)?.day
      set({ entryId, focusEditor: options?.focus ?? false, ...(day ? { day } : {}) })
    },

    focusTaken: () => set({ focusEditor: false }),

    ...entryActions(session),
    ...historyActions(session),

    async addPhoto(name, data) {
      const tripId = openTripId()
      if (!tripId || refuseChange(get().refusal)) return null
      const answer = await draftsOf(tripId).inOrder(() => bridge.call('photos.add', { tripId, name, data }))
      if (!answer.ok) {
        useApp.getState().complain(answer.error)
        return null
      }
      const { photo, savedAt } = answer.value
      const { trip } = get()
      if (trip?.id === tripId && !trip.photos.some(({ id }) => id === photo.id)) {
        receive({ ...trip, photos: [...trip.photos, photo] })
      }
      queue.noteSaved(savedAt)
      return photo
    },

    editPhoto(photoId, changes) {
      const { trip } = get()
      if (!trip || refuseChange(get().refusal)) return
      const photos = trip.photos.map((photo) => (photo.id === photoId ? { ...photo, ...changes } : photo))
      set({ trip: { ...trip, photos } })
      draftsOf(trip.id).photo(photoId).edit(changes)
    },

    editReport(changes, options) {
      const { trip } = get()
      if (!trip || refuseChange(get().refusal)) return
      set({ trip: { ...trip, report: { ...trip.report, ...changes } } })
      draftsOf(trip.id).report.edit(changes)
      if (options?.undoAs === undefined) return
      const back = takeBack(trip.report, changes)
      const again = takeBack({ ...trip.report, ...changes }, pick(trip.report, changes))
      const apply = (step: typeof back) => () => {
        const report = get().trip?.report
        if (report) get().editReport(step(report))
        return Promise.resolve(report !== undefined)
      }
      undo.push({ label: options.undoAs, back: apply(back), again: apply(again) })
    },

    saveTrip(changes) {
      const { trip } = get()
      if (!trip || refuseChange(get().refusal)) return
      set({ trip: { ...trip, ...changes } })
      const { trip: lane } = draftsOf(trip.id)
      lane.edit(changes)
      void lane.flush()
    },

    async undo() {
      const label = await undo.undo()
      if (label !== null) useApp.getState().say(`Undone: ${label}.`)
    },

    async redo() {
      const label = await undo.redo()
      if (label !== null) useApp.getState().say(`Done again: ${label}.`)
    },

    flush: () => session.flush(),
    sendWaiting() {
      prepareFlush()
      queue.sendWaiting()
    },
    tryNow: () => queue.tryNow(),
  }
})

/** A trip that is on the screen and can no longer be read: what is typed stays there, and the file can be recovered. */
function wayBack(tripId: string, failure: Failure): ToastAction | undefined {
  return isRecoverable(failure) ? { label: 'Recover…', run: () => void goToRecovery(tripId) } : undefined
}

/** The values that the report has under the keys of some changes. */
function pick(report: ReportChanges, changes: ReportChanges): ReportChanges {
  return Object.fromEntries(Object.keys(changes).map((key) => [key, report[key as keyof ReportChanges]]))
}
