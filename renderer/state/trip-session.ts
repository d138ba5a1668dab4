import type { Result } from '../../electron/shared/result.ts'
import type { Entry, Trip } from '../../electron/shared/trip.ts'
import { useApp } from './app-state.ts'
import { prepareFlush } from './before-flush.ts'
import { createSaveQueue, type SaveQueue } from './save-queue.ts'
import { createTripDrafts, type TripDrafts } from './trip-drafts.ts'
import type { TripState } from './trip-state.ts'
import { createUndoStack, type UndoStack } from './undo-stack.ts'

/** How a store is read and written. */
export interface StoreAccess {
  get: () => TripState
  set: (change: Partial<TripState> | ((state: TripState) => Partial<TripState>)) => void
}

/** What stands behind the open trip: its drafts, its undo stack, and the way in which answers of the engine come in. */
export interface TripSession extends StoreAccess {
  queue: SaveQueue
  undo: UndoStack
  draftsOf: (tripId: string) => TripDrafts
  isOpen: (tripId: string) => boolean
  entryOf: (entryId: string) => Entry | undefined
  /** Takes over a state that the disk has, with the drafts laid over it. */
  receive: (trip: Trip) => void
  /** Runs a call that changes a trip as a whole; complains and answers `null` where it is refused. */
  change: <T extends { trip: Trip; savedAt: string }>(
    tripId: string,
    call: () => Promise<Result<T>>,
  ) => Promise<T | null>
  /** Sends every draft and waits for every call; the number of drafts still not on the disk. */
  flush: () => Promise<number>
}

const orderedLike = (entries: Entry[], order: readonly string[]) =>
  entries.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))

export function createTripSession({ get, set }: StoreAccess): TripSession {
  const queue = createSaveQueue((save) => set({ save }))
  const undo = createUndoStack()
  const drafts = new Map<string, TripDrafts>()

  const isOpen = (tripId: string) => get().trip?.id === tripId

  /** Takes over a state that the disk has. */
  const receive = (trip: Trip) => {
    if (!isOpen(trip.id)) return
    // The last letters are still in the editor. They were typed into what was shown until now, and are laid over this.
    prepareFlush()
    const shown = draftsOf(trip.id).over(trip, get().trip?.entries ?? [])
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

  return {
    get,
    set,
    queue,
    undo,
    draftsOf,
    isOpen,
    entryOf: (entryId) => get().trip?.entries.find(({ id }) => id === entryId),
    receive,
    change,
    async flush() {
      prepareFlush()
      const unsaved = await queue.flush()
      await Promise.all([...drafts.values()].map((one) => one.settled()))
      return unsaved
    },
  }
}
