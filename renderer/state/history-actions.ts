import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'
import { noteMerged } from './note-merged.ts'
import type { TripSession } from './trip-session.ts'
import type { TripState } from './trip-state.ts'

type HistoryActions = Pick<TripState, 'restoreVersion' | 'restoreDeleted' | 'mergeCopy'>

/** Going back to what was, for the open trip; each of it can be taken back. */
export function historyActions(session: TripSession): HistoryActions {
  const { get, undo, draftsOf, isOpen, entryOf, change, flush } = session

  /** The version that undoes it; `null`: it did not come about. */
  async function goTo(tripId: string, versionId: string, entryId: string | null): Promise<string | null> {
    const done = await change(tripId, () => bridge.call('history.restore', { tripId, versionId, entryId }))
    return done?.undoVersionId ?? null
  }

  async function removeAgain(tripId: string, entryId: string): Promise<boolean> {
    if (!(await draftsOf(tripId).flushEntry(entryId))) return false
    return (await change(tripId, () => bridge.call('entries.delete', { tripId, entryId }))) !== null
  }

  return {
    async restoreVersion(versionId, entryId, said) {
      const { trip } = get()
      if (!trip) return false
      const tripId = trip.id
      // What is typed and not on the disk would be laid over what is restored, and would be in no version.
      if ((await flush()) > 0) {
        const message = 'Not everything that you typed is saved yet. Once it is, an earlier version can be restored.'
        useApp.getState().complain({ code: 'input.invalid', message })
        return false
      }
      const wasThere = entryId === null || entryOf(entryId) !== undefined
      let undoVersionId = await goTo(tripId, versionId, entryId)
      if (undoVersionId === null) return false
      const step = {
        label: entryId === null ? 'restoring the trip' : 'restoring the entry',
        async back() {
          if (!wasThere && entryId !== null) return removeAgain(tripId, entryId)
          return undoVersionId !== null && (await goTo(tripId, undoVersionId, entryId)) !== null
        },
        async again() {
          undoVersionId = await goTo(tripId, versionId, entryId)
          return undoVersionId !== null
        },
      }
      undo.push(step)
      useApp.getState().say(said, { label: 'Undo', run: () => void undo.undoStep(step) })
      return true
    },

    async mergeCopy(name) {
      const { trip } = get()
      if (!trip) return false
      const tripId = trip.id
      const done = await change(tripId, () => bridge.call('conflicts.merge', { tripId, name }))
      if (!done) return false
      session.set(({ copies }) => ({ copies: copies.filter((copy) => copy.name !== name) }))
      let versionId: string | null = done.undoVersionId
      const swap = async () => {
        if (versionId !== null) versionId = await goTo(tripId, versionId, null)
        return versionId !== null
      }
      // The copy itself is kept elsewhere by then: to take the merge back and to do it again are two versions.
      const step = { label: 'merging the other version', back: swap, again: swap }
      undo.push(step)
      const undoNow = { label: 'Undo', run: () => void undo.undoStep(step) }
      noteMerged(done, (entryId) => get().selectEntry(entryId), undoNow)
      return true
    },

    async restoreDeleted(entryId) {
      const { trip } = get()
      if (!trip) return false
      const tripId = trip.id
      const putBack = async () =>
        (await change(tripId, () => bridge.call('entries.restore', { tripId, entryId }))) !== null
      if (!(await putBack())) return false
      if (isOpen(tripId)) get().selectEntry(entryId)
      undo.push({ label: 'restoring the entry', back: () => removeAgain(tripId, entryId), again: putBack })
      return true
    },
  }
}
