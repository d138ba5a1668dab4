import { isBlankEntry } from '../../electron/shared/entries/blank-entry.ts'
import { prepareFlush } from './before-flush.ts'
import type { EntryPlaces } from './entry-places.ts'
import { isTextExpected } from './expected-text.ts'
import type { TripSession } from './trip-session.ts'
import type { Step } from './undo-stack.ts'

/** Entries that were begun in this window: those in which nothing has been written go when they are left. */
export interface BlankEntries {
  /**
   * Notes that an entry was begun.
   *
   * @param step the step that added it
   */
  begun: (entryId: string, step: Step) => void
  /** Notes that something was done with entries, so that they stay: other steps than the first know them now. */
  used: (entryIds: readonly string[]) => void
  /** Removes an entry that is being left, if it is blank. */
  leave: (entryId: string) => void
}

export function createBlankEntries(session: TripSession, places: Pick<EntryPlaces, 'remove'>): BlankEntries {
  const { get, set, undo, draftsOf, entryOf } = session
  const begun = new Map<string, { step: Step; start: string | null }>()

  return {
    begun(entryId, step) {
      begun.set(entryId, { step, start: entryOf(entryId)?.start ?? null })
    },

    used(entryIds) {
      for (const id of entryIds) begun.delete(id)
    },

    leave(entryId) {
      const known = begun.get(entryId)
      if (known === undefined) return
      // The last keystrokes may still be in the editor.
      prepareFlush()
      const { trip } = get()
      const entry = entryOf(entryId)
      if (!trip || !entry || entry.start !== known.start || !isBlankEntry(entry) || isTextExpected(entryId)) return
      // If something was written and removed again, Undo still has it.
      if (!undo.forget(known.step, entryId)) return
      begun.delete(entryId)
      // At once, so that nothing can be done with it any more.
      set({ trip: { ...trip, entries: trip.entries.filter((one) => one !== entry) } })
      const show = draftsOf(trip.id).hide(entryId)
      void undo.during(() => places.remove(trip.id, entryId)).finally(show)
    },
  }
}
