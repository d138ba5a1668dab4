import { create } from 'zustand'
import type { Output } from '../../electron/shared/contract/index.ts'
import type { LostTrip, TrashedTrip, TripSummary } from '../../electron/shared/contract/library.ts'
import { everyMessage, withMessages } from '../../electron/shared/messages/translate.ts'
import type { Failure, Result } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'

/** The engine's answer about the library. */
export type Listing = Result<Output<'library.list'>>

export interface LibraryState {
  /** Newest first; `null` until the library has been read once. */
  trips: readonly TripSummary[] | null
  unreadable: readonly LostTrip[]
  /** The state of the library that is shown; `null` until it has been read. */
  revision: string | null
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
  /** Moves a trip to the trash, and shows a notice with an Undo. */
  deleteTrip: (trip: Pick<TripSummary, 'id' | 'title'>) => Promise<void>
  addSample: () => Promise<void>
  undo: () => Promise<void>
  redo: () => Promise<void>
  /** The trip that was just restored by Undo or Redo, for the screen to lead the focus there. */
  changedTrip: string | null
  changeShown: () => void
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
  if (answer.ok) useLibrary.setState({ ...answer.value, problem: null })
  else useLibrary.setState({ problem: answer.error })
}

/** Loads what changes the library. Calls are carried out in their order. */
const changes = () => withMessages(() => import('./library-changes.ts'))

/** The trips in the library. What changes them is loaded after the first screen. */
export const useLibrary = create<LibraryState>()((set) => ({
  trips: null,
  unreadable: [],
  revision: null,
  progress: 0,
  problem: null,
  trash: null,

  refresh: () => follow(),

  read: (asked) => reading ?? follow(asked),

  deleteTrip: async (trip) => (await changes()).deleteTrip(trip),
  addSample: async () => (await changes()).addSample(),
  undo: async () => (await changes()).walkInLibrary('undo'),
  redo: async () => (await changes()).walkInLibrary('redo'),
  changedTrip: null,
  changeShown: () => set({ changedTrip: null }),
}))
