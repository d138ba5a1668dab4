import { create } from 'zustand'
import type { Failure, Result } from '../../electron/shared/result.ts'
import { clockAt, dayAt, daysFromTo, instantAt, now } from '../../electron/shared/time.ts'
import type { Entry, EntryKind, Photo, ReportChanges, Trip, TripChanges } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge.ts'
import { useApp } from './app-state.ts'
import { takeBack } from './report-undo.ts'
import { createSaveQueue, type SaveStatus } from './save-queue.ts'
import { changeEntry, createTripDrafts, type EntryFields, type PhotoChanges, type TripDrafts } from './trip-drafts.ts'
import { createUndoStack } from './undo-stack.ts'

export interface TripState {
  /** The open trip as the screen shows it: what is on the disk with everything typed since laid over it. */
  trip: Trip | null
  /** Why the trip could not be opened. */
  problem: Failure | null
  /** The day that is looked at, `YYYY-MM-DD`. */
  day: string | null
  entryId: string | null
  /** Set when an entry was opened to be written in: its editor takes the cursor and calls `focusTaken`. */
  focusEditor: boolean
  /** Rises with each state that the disk has: what is derived from the trip is to be made anew. */
  revision: number
  save: SaveStatus

  open: (tripId: string) => Promise<void>
  /** Shows a trip that has just come from the engine. */
  show: (trip: Trip) => void
  /** Takes the trip off the screen. What of it is not saved yet goes on being tried. */
  close: () => void
  selectDay: (day: string) => void
  /** Opens an entry and its day; with `focus`, to be written in. */
  selectEntry: (entryId: string | null, options?: { focus?: boolean }) => void
  focusTaken: () => void

  /**
   * Makes an entry, opens it and puts the cursor into it. Today's entries begin now, unless the fields say otherwise.
   * The id of the entry; `null` where it could not be made, which has then been said.
   */
  addEntry: (kind: EntryKind, day: string, fields?: EntryFields) => Promise<string | null>
  /** Changes the fields at once on the screen and soon on the disk. With `undoAs`, Undo takes the change back. */
  editEntry: (entryId: string, changes: EntryFields, options?: { undoAs?: string }) => void
  /** Moves to a day, before the entry named; `null`: to the day's end. */
  moveEntry: (entryId: string, day: string, before: string | null) => Promise<void>
  duplicateEntry: (entryId: string) => Promise<void>
  /** Deletes, and says so with an Undo. */
  deleteEntry: (entryId: string) => Promise<void>
  addPhoto: (name: string, data: Uint8Array<ArrayBuffer>) => Promise<Photo | null>
  editPhoto: (photoId: string, changes: PhotoChanges) => void
  /** Like `editEntry`. Undo leaves alone what was typed since. */
  editReport: (changes: ReportChanges, options?: { undoAs?: string }) => void
  saveTrip: (changes: TripChanges) => void
  undo: () => Promise<void>
  redo: () => Promise<void>

  /** Sends all drafts at once; the number of those still not on the disk. */
  flush: () => Promise<number>
  /** Sends what waits for a pause in the typing; what failed keeps its own time. */
  sendWaiting: () => void
  /** Tries again now what could not be saved. */
  tryNow: () => void
}

/** The day to look at first: today during the trip, else the first that has something written, else the first. */
export function firstDayToShow(trip: Trip, today: string): string {
  if (daysFromTo(trip.firstDay, trip.lastDay).includes(today)) return today
  return trip.entries.map(({ day }) => day).toSorted()[0] ?? trip.firstDay
}

const orderedLike = (entries: Entry[], order: readonly string[]) =>
  entries.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))

/**
 * The trip that is open, and every way to change it. Edits show at once; the save queue carries them to the disk. The
 * queue belongs to the page, not to the trip: leaving a trip leaves nothing behind, not even while the disk fails.
 */
export const useTrip = create<TripState>()((set, get) => {
  const queue = createSaveQueue((save) => set({ save }))
  const undo = createUndoStack()
  const drafts = new Map<string, TripDrafts>()

  const isOpen = (tripId: string) => get().trip?.id === tripId

  /** Takes over a state that the disk has. */
  const receive = (trip: Trip) => {
    if (!isOpen(trip.id)) return
    const shown = draftsOf(trip.id).over(trip)
    const { entryId } = get()
    const gone = entryId !== null && !shown.entries.some(({ id }) => id === entryId)
    set(({ revision }) => ({ trip: shown, revision: revision + 1, ...(gone ? { entryId: null } : {}) }))
  }

  function draftsOf(tripId: string): TripDrafts {
    const known = drafts.get(tripId)
    if (known) return known
    const made = createTripDrafts(tripId, queue, {
      onTrip: (trip) => receive(trip),
      onEntry(saved, order) {
        const { trip } = get()
        if (trip?.id !== tripId) return
        const entries = trip.entries.map((entry) => (entry.id === saved.id ? saved : entry))
        receive({ ...trip, entries: orderedLike(entries, order) })
      },
      onPhoto(saved) {
        const { trip } = get()
        if (trip?.id !== tripId) return
        receive({ ...trip, photos: trip.photos.map((photo) => (photo.id === saved.id ? saved : photo)) })
      },
    })
    drafts.set(tripId, made)
    return made
  }

  /** Runs a call that changes the open trip as a whole; complains and answers `null` where it is refused. */
  async function change<T extends { trip: Trip; savedAt: string }>(
    tripId: string,
    call: () => Promise<Result<T>>,
  ): Promise<T | null> {
    const answer = await draftsOf(tripId).inOrder(call)
    if (!answer.ok) {
      useApp.getState().complain(answer.error)
      return null
    }
    receive(answer.value.trip)
    queue.noteSaved(answer.value.savedAt)
    return answer.value
  }

  const entryOf = (entryId: string) => get().trip?.entries.find(({ id }) => id === entryId)

  async function remove(tripId: string, entryId: string): Promise<boolean> {
    // What was typed into it goes to the disk first: who takes the deletion back gets all of it.
    if (!(await draftsOf(tripId).flushEntry(entryId))) return false
    const done = await change(tripId, () => bridge.call('entries.delete', { tripId, entryId }))
    if (done) draftsOf(tripId).discardEntry(entryId)
    return done !== null
  }

  async function putBack(tripId: string, entryId: string): Promise<boolean> {
    const done = await change(tripId, () => bridge.call('entries.restore', { tripId, entryId }))
    if (done && isOpen(tripId)) get().selectEntry(entryId)
    return done !== null
  }

  async function place(tripId: string, entryId: string, day: string, before: string | null): Promise<boolean> {
    const exists = before === null || entryOf(before) !== undefined
    const input = { tripId, entryId, day, before: exists ? before : null }
    return (await change(tripId, () => bridge.call('entries.move', input))) !== null
  }

  const openTripId = (): string | null => get().trip?.id ?? null

  return {
    trip: null,
    problem: null,
    day: null,
    entryId: null,
    focusEditor: false,
    revision: 0,
    save: queue.status(),

    async open(tripId) {
      if (!isOpen(tripId)) set({ trip: null, problem: null, day: null, entryId: null, focusEditor: false })
      const answer = await draftsOf(tripId).inOrder(() => bridge.call('trips.open', { tripId }))
      const { place: current } = useApp.getState()
      // Somebody who clicks fast may be elsewhere by now.
      if (current.name !== 'trip' || current.tripId !== tripId) return
      if (!answer.ok) {
        // A trip that is on the screen stays there: what is typed in it is the newest there is.
        if (!isOpen(tripId)) set({ problem: answer.error })
        else useApp.getState().complain(answer.error)
        return
      }
      if (isOpen(tripId)) receive(answer.value)
      else get().show(answer.value)
    },

    show(trip) {
      undo.clear()
      set(({ revision }) => ({
        trip: draftsOf(trip.id).over(trip),
        problem: null,
        day: firstDayToShow(trip, dayAt(now(), trip.timeZone)),
        entryId: null,
        focusEditor: false,
        revision: revision + 1,
      }))
    },

    close() {
      undo.clear()
      set({ trip: null, problem: null, day: null, entryId: null, focusEditor: false })
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

    async addEntry(kind, day, fields) {
      const { trip } = get()
      if (!trip) return null
      const tripId = trip.id
      const { start: given, ...rest } = fields ?? {}
      const moment = now()
      const isToday = dayAt(moment, trip.timeZone) === day
      const start =
        given === undefined ? (isToday ? instantAt(day, clockAt(moment, trip.timeZone), trip.timeZone) : null) : given
      const known = Object.keys(rest).length > 0 ? { fields: { ...rest, kind } as never } : {}
      const done = await change(tripId, () => bridge.call('entries.add', { tripId, kind, day, start, ...known }))
      if (!done) return null
      const { entryId } = done
      undo.push({
        label: 'adding the entry',
        back: () => remove(tripId, entryId),
        again: () => putBack(tripId, entryId),
      })
      if (isOpen(tripId)) get().selectEntry(entryId, { focus: true })
      return entryId
    },

    editEntry(entryId, changes, options) {
      const { trip } = get()
      const entry = entryOf(entryId)
      if (!trip || !entry) return
      set({ trip: { ...trip, entries: trip.entries.map((one) => (one === entry ? changeEntry(one, changes) : one)) } })
      draftsOf(trip.id).entry(entryId, entry.kind).edit(changes)
      if (options?.undoAs === undefined) return
      const old = Object.fromEntries(Object.keys(changes).map((key) => [key, entry[key as keyof Entry]])) as EntryFields
      const apply = (fields: EntryFields) => () => {
        get().editEntry(entryId, fields)
        return Promise.resolve(true)
      }
      undo.push({ label: options.undoAs, back: apply(old), again: apply(changes) })
    },

    async moveEntry(entryId, day, before) {
      const { trip } = get()
      const entry = entryOf(entryId)
      if (!trip || !entry || before === entryId) return
      const ofDay = trip.entries.filter((one) => one.day === entry.day)
      const after = ofDay[ofDay.indexOf(entry) + 1]?.id ?? null
      if (day === entry.day && before === after) return
      if (!(await place(trip.id, entryId, day, before))) return
      if (get().entryId === entryId) set({ day })
      undo.push({
        label: 'moving the entry',
        back: () => place(trip.id, entryId, entry.day, after),
        again: () => place(trip.id, entryId, day, before),
      })
    },

    async duplicateEntry(entryId) {
      const tripId = openTripId()
      if (!tripId || !(await draftsOf(tripId).flushEntry(entryId))) return
      const done = await change(tripId, () => bridge.call('entries.duplicate', { tripId, entryId }))
      if (!done) return
      const copyId = done.entryId
      undo.push({
        label: 'duplicating the entry',
        back: () => remove(tripId, copyId),
        again: () => putBack(tripId, copyId),
      })
      get().selectEntry(copyId, { focus: true })
    },

    async deleteEntry(entryId) {
      const tripId = openTripId()
      const entry = entryOf(entryId)
      if (!tripId || !entry) return
      const ofDay = get().trip?.entries.filter((one) => one.day === entry.day) ?? []
      const index = ofDay.indexOf(entry)
      const neighbour = ofDay[index + 1] ?? ofDay[index - 1]
      const wasOpen = get().entryId === entryId
      if (!(await remove(tripId, entryId))) return
      if (wasOpen && isOpen(tripId)) set({ entryId: neighbour?.id ?? null })
      const step = {
        label: 'deleting the entry',
        back: () => putBack(tripId, entryId),
        again: () => remove(tripId, entryId),
      }
      undo.push(step)
      useApp.getState().say('The entry was deleted.', { label: 'Undo', run: () => void undo.undoStep(step) })
    },

    async addPhoto(name, data) {
      const tripId = openTripId()
      if (!tripId) return null
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
      if (!trip) return
      const photos = trip.photos.map((photo) => (photo.id === photoId ? { ...photo, ...changes } : photo))
      set({ trip: { ...trip, photos } })
      draftsOf(trip.id).photo(photoId).edit(changes)
    },

    editReport(changes, options) {
      const { trip } = get()
      if (!trip) return
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
      if (!trip) return
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

    flush: () => queue.flush(),
    sendWaiting: () => queue.sendWaiting(),
    tryNow: () => queue.tryNow(),
  }
})

/** The values that the report has under the keys of some changes. */
function pick(report: ReportChanges, changes: ReportChanges): ReportChanges {
  return Object.fromEntries(Object.keys(changes).map((key) => [key, report[key as keyof ReportChanges]]))
}
