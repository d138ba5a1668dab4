import { newEntry } from '../../electron/shared/entries/new-entry.ts'
import { clockAt, dayAt, instantAt, now } from '../../electron/shared/time.ts'
import type { Entry } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'
import { refuseChange } from './read-only.ts'
import type { EntryFields } from '../../electron/shared/entries/fields.ts'
import { changeEntry } from './trip-drafts.ts'
import type { TripSession } from './trip-session.ts'
import type { TripState } from './trip-state.ts'

type EntryActions = Pick<TripState, 'addEntry' | 'editEntry' | 'moveEntry' | 'duplicateEntry' | 'deleteEntry'>

/** All that can be done with an entry of the open trip, and taken back. */
export function entryActions(session: TripSession): EntryActions {
  const { get, set, undo, draftsOf, isOpen, entryOf, change } = session
  const openTripId = (): string | null => get().trip?.id ?? null

  async function remove(tripId: string, entryId: string): Promise<boolean> {
    // What was typed into it goes to the disk first: who takes the deletion back gets all of it.
    if (!(await draftsOf(tripId).flushEntry(entryId))) return forget(tripId, entryId)
    const done = await change(tripId, () => bridge.call('entries.delete', { tripId, entryId }))
    if (done) draftsOf(tripId).discardEntry(entryId)
    return done !== null
  }

  /** An entry that never came to the disk needs none to go. */
  function forget(tripId: string, entryId: string): boolean {
    const { trip } = get()
    if (!draftsOf(tripId).isBegun(entryId)) return false
    draftsOf(tripId).discardEntry(entryId)
    if (trip?.id === tripId) set({ trip: { ...trip, entries: trip.entries.filter(({ id }) => id !== entryId) } })
    return true
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

  return {
    async addEntry(kind, day, fields = {}) {
      const { trip } = get()
      if (!trip || refuseChange(get().refusal)) return null
      const moment = now()
      const isToday = dayAt(moment, trip.timeZone) === day
      const start = isToday ? instantAt(day, clockAt(moment, trip.timeZone), trip.timeZone) : null
      const entry = newEntry(kind, day, start)
      // It is there before the disk has it: the next letter that is typed is already its own.
      set({ trip: { ...trip, entries: [...trip.entries, changeEntry(entry, fields)] } })
      draftsOf(trip.id).begin(entry, fields)
      undo.push({
        label: 'adding the entry',
        back: () => remove(trip.id, entry.id),
        again: () => putBack(trip.id, entry.id),
      })
      get().selectEntry(entry.id, { focus: true })
      await draftsOf(trip.id).flushEntry(entry.id)
      return entry.id
    },

    editEntry(entryId, changes, options) {
      const { trip } = get()
      const entry = entryOf(entryId)
      if (!trip || !entry || refuseChange(get().refusal)) return
      set({ trip: { ...trip, entries: trip.entries.map((one) => (one === entry ? changeEntry(one, changes) : one)) } })
      draftsOf(trip.id).entry(entry).edit(changes)
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
      if (!trip || !entry || before === entryId || refuseChange(get().refusal)) return
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
      if (!tripId || refuseChange() || !(await draftsOf(tripId).flushEntry(entryId))) return
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
      if (!tripId || !entry || refuseChange(get().refusal)) return
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
  }
}
