import type { EntryFields } from '../../electron/shared/entries/fields.ts'
import { newEntry } from '../../electron/shared/entries/new-entry.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { clockAt, dayAt, instantAt, now } from '../../electron/shared/time.ts'
import type { Entry, EntryKind } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'
import { changeEntry } from './trip-drafts.ts'
import type { TripSession } from './trip-session.ts'

/** The entries of the open trip. All edits can be undone. */
export interface EntriesSlice {
  selectDay: (day: string) => void
  /**
   * Opens an entry and its day.
   *
   * @param options.focus whether to put the focus into its text
   */
  selectEntry: (entryId: string | null, options?: { focus?: boolean }) => void
  /** The editor of an entry that was opened for writing has taken the focus. */
  focusTaken: () => void
  /**
   * Adds an entry, opens it and puts the cursor into it. Today's entries begin now, unless the fields give a start.
   * Resolves to its id, or to `null` where it could not be added; the reason has then been shown.
   */
  addEntry: (kind: EntryKind, day: string, fields?: EntryFields) => Promise<string | null>
  /**
   * Changes fields at once on the screen and soon on the disk.
   *
   * @param options.undoAs what was done, in words, such as "moving the entry"; makes it a step that Undo takes back
   */
  editEntry: (entryId: string, changes: EntryFields, options?: { undoAs?: string }) => void
  /** Moves an entry to a day, before another entry or, with `null`, to the end of the day. */
  moveEntry: (entryId: string, day: string, before: string | null) => Promise<void>
  duplicateEntry: (entryId: string) => Promise<void>
  /** Deletes an entry, and shows a notice with an Undo. */
  deleteEntry: (entryId: string) => Promise<void>
}

export function entriesSlice(session: TripSession): EntriesSlice {
  const { get, set, undo, draftsOf, isOpen, changeable, entryOf, change } = session

  const selectEntry: EntriesSlice['selectEntry'] = (entryId, options) => {
    const { trip, entryId: before } = get()
    if (before !== null && before !== entryId && trip) void draftsOf(trip.id).flushEntry(before)
    const day = entryId === null ? undefined : entryOf(entryId)?.day
    set({ entryId, focusEditor: options?.focus ?? false, ...(day ? { day } : {}) })
  }

  const editEntry: EntriesSlice['editEntry'] = (entryId, changes, options) => {
    const entry = entryOf(entryId)
    const trip = entry && changeable()
    if (!trip) return
    set({ trip: { ...trip, entries: trip.entries.map((one) => (one === entry ? changeEntry(one, changes) : one)) } })
    draftsOf(trip.id).entry(entry).edit(changes)
    if (options?.undoAs === undefined) return
    const old = Object.fromEntries(Object.keys(changes).map((key) => [key, entry[key as keyof Entry]])) as EntryFields
    const apply = (fields: EntryFields) => () => {
      editEntry(entryId, fields)
      return Promise.resolve(true)
    }
    undo.push({ label: options.undoAs, back: apply(old), again: apply(changes) })
  }

  async function remove(tripId: string, entryId: string): Promise<boolean> {
    // Unsaved text is saved first, so that undoing the deletion restores all of it.
    if (!(await draftsOf(tripId).flushEntry(entryId))) return forget(tripId, entryId)
    const done = await change(tripId, () => bridge.call('entries.delete', { tripId, entryId }))
    if (done) draftsOf(tripId).discardEntry(entryId)
    return done !== null
  }

  /** Removes an entry that has never been on the disk. */
  function forget(tripId: string, entryId: string): boolean {
    const { trip } = get()
    if (!draftsOf(tripId).isBegun(entryId)) return false
    draftsOf(tripId).discardEntry(entryId)
    if (trip?.id === tripId) set({ trip: { ...trip, entries: trip.entries.filter(({ id }) => id !== entryId) } })
    return true
  }

  async function putBack(tripId: string, entryId: string): Promise<boolean> {
    const done = await change(tripId, () => bridge.call('entries.restore', { tripId, entryId }))
    if (done && isOpen(tripId)) selectEntry(entryId)
    return done !== null
  }

  async function place(tripId: string, entryId: string, day: string, before: string | null): Promise<boolean> {
    const exists = before === null || entryOf(before) !== undefined
    const input = { tripId, entryId, day, before: exists ? before : null }
    return (await change(tripId, () => bridge.call('entries.move', input))) !== null
  }

  return {
    selectDay(day) {
      const entry = entryOf(get().entryId ?? '')
      set({ day, ...(entry?.day === day ? {} : { entryId: null }) })
    },

    selectEntry,

    focusTaken: () => set({ focusEditor: false }),

    async addEntry(kind, day, fields = {}) {
      const trip = changeable()
      if (!trip) return null
      const moment = now()
      const isToday = dayAt(moment, trip.timeZone) === day
      const start = isToday ? instantAt(day, clockAt(moment, trip.timeZone), trip.timeZone) : null
      const entry = newEntry(kind, day, start)
      // It is shown before it is on the disk, because the next keystroke already belongs to it.
      set({ trip: { ...trip, entries: [...trip.entries, changeEntry(entry, fields)] } })
      draftsOf(trip.id).begin(entry, fields)
      undo.push({
        label: t('undo.step.add-entry'),
        back: () => remove(trip.id, entry.id),
        again: () => putBack(trip.id, entry.id),
      })
      selectEntry(entry.id, { focus: true })
      await draftsOf(trip.id).flushEntry(entry.id)
      return entry.id
    },

    editEntry,

    async moveEntry(entryId, day, before) {
      const entry = entryOf(entryId)
      const trip = entry && before !== entryId && changeable()
      if (!trip) return
      const ofDay = trip.entries.filter((one) => one.day === entry.day)
      const after = ofDay[ofDay.indexOf(entry) + 1]?.id ?? null
      if (day === entry.day && before === after) return
      if (!(await place(trip.id, entryId, day, before))) return
      if (get().entryId === entryId) set({ day })
      undo.push({
        label: t('undo.step.move-entry'),
        back: () => place(trip.id, entryId, entry.day, after),
        again: () => place(trip.id, entryId, day, before),
      })
    },

    async duplicateEntry(entryId) {
      const tripId = changeable()?.id
      if (tripId === undefined || !(await draftsOf(tripId).flushEntry(entryId))) return
      const done = await change(tripId, () => bridge.call('entries.duplicate', { tripId, entryId }))
      if (!done) return
      const copyId = done.entryId
      undo.push({
        label: t('undo.step.duplicate-entry'),
        back: () => remove(tripId, copyId),
        again: () => putBack(tripId, copyId),
      })
      selectEntry(copyId, { focus: true })
    },

    async deleteEntry(entryId) {
      const entry = entryOf(entryId)
      const trip = entry && changeable()
      if (!trip) return
      const { id: tripId } = trip
      const ofDay = trip.entries.filter((one) => one.day === entry.day)
      const index = ofDay.indexOf(entry)
      const neighbour = ofDay[index + 1] ?? ofDay[index - 1]
      const wasOpen = get().entryId === entryId
      if (!(await remove(tripId, entryId))) return
      if (wasOpen && isOpen(tripId)) set({ entryId: neighbour?.id ?? null })
      const step = {
        label: t('undo.step.delete-entry'),
        back: () => putBack(tripId, entryId),
        again: () => remove(tripId, entryId),
      }
      undo.push(step)
      useApp
        .getState()
        .notify(t('journal.entry-deleted'), { label: t('action.undo'), run: () => void undo.undoStep(step) })
    },
  }
}
