import { create } from 'zustand'
import type { Output } from '../../electron/shared/contract/index.ts'
import type { LostTrip, TrashedTrip, TripSummary } from '../../electron/shared/contract/library.ts'
import { everyMessage, t } from '../../electron/shared/messages/translate.ts'
import type { Failure, Result } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'
import { useTrip } from './open-trip.ts'

/** The engine's answer about the library. */
export type Listing = Result<Output<'library.list'>>

export interface LibraryState {
  /** Newest first; `null` until the library has been read once. */
  trips: readonly TripSummary[] | null
  unreadable: readonly LostTrip[]
  /** The progress of reading it, from 0 to 1. */
  progress: number
  /** Why the library could not be read. */
  problem: Failure | null
  /** Deleted trips, newest first; `null` until the trash has been read. */
  trash: readonly TrashedTrip[] | null
  /** Reads the library, which may have changed. */
  refresh: () => Promise<void>
  /**
   * The same if no change is known: waits if the library is already being read.
   *
   * @param asked the engine's answer, if it has already been requested
   */
  read: (asked?: Promise<Listing>) => Promise<void>
  readTrash: () => Promise<void>
  /** Permanently deletes everything in the trash. */
  emptyTrash: () => Promise<void>
  /** Moves a trip to the trash, and shows a notice with an Undo. */
  deleteTrip: (trip: Pick<TripSummary, 'id' | 'title'>) => Promise<void>
  restoreTrip: (trashId: string) => Promise<boolean>
  addSample: () => Promise<void>
}

/** The current request for the library, until it has finished. */
let reading: Promise<void> | null = null

async function follow(asked: Promise<Listing> = bridge.call('library.list', {})): Promise<void> {
  const mine = list(asked)
  reading = mine
  await mine
  if (reading === mine) reading = null
}

async function list(asked: Promise<Listing>): Promise<void> {
  const answer = await asked
  // The reason why a trip cannot be read is shown at once, and its words are not in the page's first file.
  if (answer.ok && answer.value.unreadable.length > 0) await everyMessage().catch(() => {})
  if (answer.ok) useLibrary.setState({ trips: answer.value.trips, unreadable: answer.value.unreadable, problem: null })
  else useLibrary.setState({ problem: answer.error })
}

/** The trips in the library. */
export const useLibrary = create<LibraryState>()((set, get) => ({
  trips: null,
  unreadable: [],
  progress: 0,
  problem: null,
  trash: null,

  refresh: () => follow(),

  read: (asked) => reading ?? follow(asked),

  async readTrash() {
    const answer = await bridge.call('library.trash', {})
    if (answer.ok) set({ trash: answer.value.toSorted((a, b) => b.deletedAt.localeCompare(a.deletedAt)) })
    else useApp.getState().showFailure(answer.error)
  },

  async emptyTrash() {
    const answer = await bridge.call('library.emptyTrash', {})
    if (!answer.ok) useApp.getState().showFailure(answer.error)
    await get().readTrash()
  },

  async deleteTrip({ id, title }) {
    const { notify, showFailure } = useApp.getState()
    // Unsaved text would be missing from what Undo restores.
    await useTrip.getState().flush()
    const answer = await bridge.call('trips.delete', { tripId: id })
    if (!answer.ok) {
      showFailure(answer.error)
      return
    }
    const { trashId } = answer.value
    notify(t('library.trip-deleted', { title }), {
      label: t('action.undo'),
      run: () => void get().restoreTrip(trashId),
    })
    await get().refresh()
  },

  async restoreTrip(trashId) {
    const answer = await bridge.call('library.restore', { trashId })
    if (!answer.ok) useApp.getState().showFailure(answer.error)
    await Promise.all([get().refresh(), get().readTrash()])
    return answer.ok
  },

  async addSample() {
    const answer = await bridge.call('trips.addSample', {})
    if (!answer.ok) useApp.getState().showFailure(answer.error)
    await get().refresh()
  },
}))
