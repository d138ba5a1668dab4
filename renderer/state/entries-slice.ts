import { isBlankEntry } from '../../electron/shared/entries/blank-entry.ts'
import type { EntryFilter } from '../../electron/shared/entries/entry-filter.ts'
import { entryName } from '../../electron/shared/entries/entry-name.ts'
import { talkEndedBy } from '../../electron/shared/entries/talk-ended-by.ts'
import type { EntryFields } from '../../electron/shared/entries/fields.ts'
import { newEntry } from '../../electron/shared/entries/new-entry.ts'
import { placeByTime } from '../../electron/shared/entries/place-entry.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { PartId } from '../../electron/shared/report/post-places.ts'
import { dayAt, minuteAt } from '../../electron/shared/time.ts'
import { clockNow } from './clock.ts'
import type { Entry, EntryKind, Trip } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'
import { createBlankEntries } from './blank-entries.ts'
import { createEntryPlaces } from './entry-places.ts'
import { createEntrySteps } from './entry-steps.ts'
import { type SeveralSlice, severalSlice } from './several-slice.ts'
import { shownEntries } from './shown-entries.ts'
import { nextAt, type Spot, spotBefore } from './spots.ts'
import { changeEntry } from './trip-drafts.ts'
import type { TripSession } from './trip-session.ts'
import { outcomeOf, type Step } from './undo-stack.ts'

export interface EditOptions {
  /** The text's own history has undone or redone this: it is no new step. */
  byHistory?: boolean
}

/** The entries of the open trip. All edits can be undone. */
export interface EntriesSlice extends SeveralSlice {
  /** Shows the entries of a day. */
  selectDay: (day: string) => void
  /** Shows the entries of all days that a filter lets through. */
  showAll: (filter: EntryFilter) => void
  /**
   * Opens an entry and its day.
   *
   * @param options.focus whether to put the focus into its text
   */
  selectEntry: (entryId: string | null, options?: { focus?: boolean }) => void
  /** The journal is being left: an entry in which nothing has been written goes. */
  leaveEntry: () => void
  /** The editor of an entry that was opened for writing has taken the focus. */
  focusTaken: () => void
  /** The screen has led the focus to what was undone or done again. */
  changeShown: () => void
  /**
   * Adds an entry, opens it and puts the cursor into it. Today's entries begin now, unless the fields give a start.
   * Resolves to its id, or to `null` where it could not be added; the reason has then been shown.
   *
   * @param options.opens `false` for an entry that is already written, and only joins the others
   */
  addEntry: (
    kind: EntryKind,
    day: string,
    fields?: EntryFields,
    options?: { opens?: boolean },
  ) => Promise<string | null>
  /** Changes fields at once on the screen and soon on the disk. */
  editEntry: (entryId: string, changes: EntryFields, options?: EditOptions) => void
  /** Moves an entry to a day, before another entry or, with `null`, to the end of the day. */
  moveEntry: (entryId: string, day: string, before: string | null) => Promise<void>
  duplicateEntry: (entryId: string) => Promise<void>
  /** Deletes an entry, and shows a notice with an Undo. */
  deleteEntry: (entryId: string) => Promise<void>
}

/** A step that also goes another way back and forth. */
function together(step: Step, more: { back: () => void; again: () => void } | null): Step {
  if (more === null) return step
  const also = (way: 'back' | 'again') => async () => {
    const outcome = await step[way]()
    if (outcome === 'done') more[way]()
    return outcome
  }
  return { ...step, back: also('back'), again: also('again') }
}

export function entriesSlice(session: TripSession, showInReport: (part: PartId) => void): EntriesSlice {
  const { get, set, undo, walk, nameOf, draftsOf, isOpen, changeable, entryOf, change } = session

  const selectEntry: EntriesSlice['selectEntry'] = (entryId, options) => {
    const { trip, entryId: before } = get()
    if (before !== null && before !== entryId && trip) void draftsOf(trip.id).flushEntry(before)
    const day = entryId === null ? undefined : entryOf(entryId)?.day
    set({ entryId, group: [], focusEditor: options?.focus ?? false, ...(day ? { day } : {}) })
    if (before !== null && before !== entryId) blanks.leave(before)
  }

  /** Changes fields without a step. */
  function apply(entryId: string, changes: EntryFields): void {
    const entry = entryOf(entryId)
    const trip = entry && changeable()
    if (!trip) return
    const changed = changeEntry(entry, changes)
    // As the engine will do it once the change is saved.
    const entries =
      changed.start === entry.start
        ? trip.entries.map((one) => (one === entry ? changed : one))
        : placeByTime(
            trip.entries.filter((one) => one !== entry),
            changed,
          )
    set({ trip: { ...trip, entries } })
    const lane = draftsOf(trip.id).entry(entry)
    lane.edit(changes)
    // Whatever moves an entry after this has to find all of them in this order.
    if (changed.start !== entry.start) void lane.flush()
  }

  const places = createEntryPlaces(session)
  const blanks = createBlankEntries(session, places)
  const steps = createEntrySteps(session, { apply, places, showInReport, select: selectEntry })

  /** Removes an entry; if it is open, opens its neighbour. Resolves to where it was; `null` if that was refused. */
  async function removeAndGoOn(tripId: string, entryId: string): Promise<Spot | null> {
    const shown = shownEntries(get())
    const at = shown.findIndex(({ id }) => id === entryId)
    const neighbour = at === -1 ? undefined : (shown[at + 1] ?? shown[at - 1])
    const wasOpen = get().entryId === entryId
    const spot = await places.remove(tripId, entryId, neighbour?.id)
    if (spot !== null && wasOpen && isOpen(tripId)) {
      selectEntry(neighbour?.id ?? null)
      set({ changed: { entryId: neighbour?.id ?? null, part: 'row' } })
    }
    return spot
  }

  /** The ways of a step that lets an entry appear or disappear. */
  const between = (tripId: string, entryId: string, start: Spot | null = null) =>
    places.between(tripId, entryId, {
      start,
      remove: () => removeAndGoOn(tripId, entryId),
      show: () => steps.show(tripId, entryId, 'row'),
    })

  /** The step of an entry that has appeared. */
  function appearing(tripId: string, entryId: string, name: 'add-entry' | 'duplicate-entry'): Step {
    const { out, into } = between(tripId, entryId)
    const again = () => {
      blanks.used([entryId])
      return into()
    }
    return { label: () => t(`undo.step.${name}`, { name: nameOf(entryId) }), back: out, again }
  }

  /** Fills in the end of the talk that ends as an entry begins. Returns the ways back and forth; `null` if none does. */
  function endBefore(trip: Trip, begun: Entry): { back: () => void; again: () => void } | null {
    const talk = talkEndedBy(trip.entries, begun)
    // One in which nothing was written goes.
    if (talk === null || isBlankEntry(talk)) return null
    const go = (from: string | null, to: string | null) => () => {
      const current = entryOf(talk.id)
      if (current?.kind === 'talk' && current.end === from) apply(talk.id, { end: to })
    }
    const again = go(null, begun.start)
    again()
    return { back: go(begun.start, null), again }
  }

  return {
    ...severalSlice(session, steps, blanks),

    selectDay(day) {
      const entry = entryOf(get().entryId ?? '')
      set({ day, all: null, group: [], ...(entry?.day === day ? {} : { entryId: null }) })
      if (entry && entry.day !== day) blanks.leave(entry.id)
    },

    leaveEntry() {
      const { entryId } = get()
      if (entryId !== null) blanks.leave(entryId)
    },

    showAll: (all) => set({ all }),

    selectEntry,

    focusTaken: () => set({ focusEditor: false }),

    changeShown: () => set({ changed: null }),

    async addEntry(kind, day, fields = {}, { opens = true } = {}) {
      const trip = changeable()
      if (!trip) return null
      const moment = clockNow()
      const isToday = dayAt(moment, trip.timeZone) === day
      const start = isToday ? minuteAt(moment, trip.timeZone) : null
      const entry = newEntry(kind, day, start)
      // It is shown before it is on the disk, because the next keystroke already belongs to it.
      set({ trip: { ...trip, entries: placeByTime(trip.entries, changeEntry(entry, fields)) } })
      draftsOf(trip.id).begin(entry, fields)
      const ending = opens ? endBefore(trip, changeEntry(entry, fields)) : null
      const step = together(appearing(trip.id, entry.id, 'add-entry'), ending)
      undo.push(step)
      if (opens) {
        blanks.begun(entry.id, step, ending?.back)
        selectEntry(entry.id, { focus: true })
      }
      await draftsOf(trip.id).flushEntry(entry.id)
      return entry.id
    },

    editEntry(entryId, changes, options = {}) {
      const entry = entryOf(entryId)
      if (!entry || !changeable()) return
      const spot = changes.start === undefined ? null : places.spotOf(entryId)
      apply(entryId, changes)
      if (options.byHistory === true) steps.followHistory(entry, changes)
      else steps.record(entry, changes, spot)
    },

    moveEntry: (entryId, day, before) =>
      undo.during(async () => {
        const entry = entryOf(entryId)
        const trip = entry && before !== entryId && changeable()
        if (!trip) return
        blanks.used([entryId])
        // An unsaved start will move it.
        await draftsOf(trip.id).flushEntry(entryId)
        const from = places.spotOf(entryId)
        if (day === entry.day && before === nextAt(from, () => true)) return
        const to = spotBefore(get().trip?.entries ?? [], day, before)
        if (!(await places.place(trip.id, entryId, day, to))) return
        if (get().entryId === entryId) set({ day })
        const go = (onDay: string, spot: Spot) => async () => {
          const done = await places.place(trip.id, entryId, onDay, spot)
          if (done) steps.show(trip.id, entryId, 'row')
          return outcomeOf(done)
        }
        undo.push({
          label: () => t('undo.step.move-entry', { name: nameOf(entryId) }),
          back: go(entry.day, from),
          again: go(day, to),
        })
      }),

    duplicateEntry: (entryId) =>
      undo.during(async () => {
        const tripId = changeable()?.id
        blanks.used([entryId])
        if (tripId === undefined || !(await draftsOf(tripId).flushEntry(entryId))) return
        const done = await change(tripId, () => bridge.call('entries.duplicate', { tripId, entryId }))
        if (!done) return
        undo.push(appearing(tripId, done.entryId, 'duplicate-entry'))
        selectEntry(done.entryId, { focus: true })
      }),

    deleteEntry: (entryId) =>
      undo.during(async () => {
        const entry = entryOf(entryId)
        const trip = entry && changeable()
        if (!trip) return
        const { id: tripId } = trip
        blanks.used([entryId])
        const name = entryName(entry)
        const spot = await removeAndGoOn(tripId, entryId)
        if (spot === null) return
        const { out, into } = between(tripId, entryId, spot)
        const step = { label: () => t('undo.step.delete-entry', { name }), back: into, again: out }
        undo.push(step)
        useApp.getState().notify(t('journal.entry-deleted', { name }), {
          label: t('action.undo'),
          run: () => void walk('undo', step),
        })
      }),
  }
}
