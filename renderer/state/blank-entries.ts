import { entryTitle } from '../../electron/shared/entries/entry-name.ts'
import { isBlankEntry } from '../../electron/shared/entries/blank-entry.ts'
import type { Entry } from '../../electron/shared/trip.ts'
import { prepareFlush } from './before-flush.ts'
import type { EntryPlaces } from './entry-places.ts'
import { isTextExpected } from './expected-text.ts'
import type { TripSession } from './trip-session.ts'
import type { Step } from './undo-stack.ts'

/** Entries that were begun in this window: those in which nothing has been written go when they are left. */
export interface BlankEntries {
  /**
   * Notes that an entry was begun. If it was begun with fields of a session, it is blank as long as it has only these.
   *
   * @param step the step that added it
   * @param takeBack takes back what else that step has done
   */
  begun: (entryId: string, step: Step, takeBack?: () => void) => void
  /** Notes that something was done with entries, so that they stay: other steps than the first know them now. */
  used: (entryIds: readonly string[]) => void
  /** Removes an entry that is being left, if it is blank. */
  leave: (entryId: string) => void
}

/** Whether an entry is as it was begun. */
function isStillBlank(entry: Entry, begun: Entry | undefined): boolean {
  if (entry.start !== (begun?.start ?? null)) return false
  if (isBlankEntry(entry)) return true
  // It was begun with fields, as one about a session or an idea, and is named after what is written in it.
  if (begun === undefined || (begun.sessionId === undefined && entryTitle(begun) !== '')) return false
  const { createdAt, updatedAt, text } = begun
  return (
    JSON.stringify({ ...entry, createdAt, updatedAt, text: entry.text.trim() }) === JSON.stringify({ ...begun, text })
  )
}

export function createBlankEntries(session: TripSession, places: Pick<EntryPlaces, 'remove'>): BlankEntries {
  const { get, set, undo, draftsOf, entryOf } = session
  const begun = new Map<string, { step: Step; entry: Entry | undefined; takeBack?: (() => void) | undefined }>()

  return {
    begun(entryId, step, takeBack) {
      begun.set(entryId, { step, entry: entryOf(entryId), takeBack })
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
      if (!trip || !entry || !isStillBlank(entry, known.entry) || isTextExpected(entryId)) return
      // If something was written and removed again, Undo still has it.
      if (!undo.forget(known.step, entryId)) return
      begun.delete(entryId)
      // At once, so that nothing can be done with it any more.
      set({ trip: { ...trip, entries: trip.entries.filter((one) => one !== entry) } })
      known.takeBack?.()
      const show = draftsOf(trip.id).hide(entryId)
      void undo.during(() => places.remove(trip.id, entryId)).finally(show)
    },
  }
}
