import { create } from 'zustand'
import type { Output } from '../../electron/shared/contract/index.ts'
import type { LostTrip, TrashedTrip, TripSummary } from '../../electron/shared/contract/library.ts'
import { everyMessage, t } from '../../electron/shared/messages/translate.ts'
import type { Failure, Result } from '../../electron/shared/result.ts'
import type { Trip, TripDetails } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'
import { librarySteps } from './library-steps.ts'
import { noteWalked } from './note-walked.ts'
import { loadedTrip } from './trip-status.ts'
import { createUndoStack, type Step } from './undo-stack.ts'

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
  /** Notes that a trip was created or imported, which can be undone. */
  noteAdded: (trip: Pick<Trip, 'id' | 'title'>) => Step
  /**
   * Notes that a trip which is not open was restored from the backup, which can be undone.
   *
   * @param undoVersionId the version before that; `null` if the trip was not in the library
   */
  noteRestored: (trip: Pick<Trip, 'id' | 'title'>, undoVersionId: string | null) => Step
  /** Takes back one step, unless that has been done already. */
  undoStep: (step: Step) => Promise<void>
  /** Changes the details of a trip that is not open. */
  editDetails: (trip: Trip, details: TripDetails) => Promise<Result<unknown>>
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
  if (answer.ok) useLibrary.setState({ trips: answer.value.trips, unreadable: answer.value.unreadable, problem: null })
  else useLibrary.setState({ problem: answer.error })
}

const wordsIn = (trips: readonly TripSummary[] | null) => (trips ?? []).reduce((sum, { words }) => sum + words, 0)

const undo = createUndoStack()

/** Moves a trip to the trash; resolves to its place there, or to `null` if that was refused. */
async function remove(tripId: string): Promise<string | null> {
  // Unsaved text would be missing from what Undo restores.
  await loadedTrip()?.flush()
  const answer = await bridge.call('trips.delete', { tripId })
  if (!answer.ok) useApp.getState().showFailure(answer.error)
  await useLibrary.getState().refresh()
  return answer.ok ? answer.value.trashId : null
}

async function restore(trashId: string): Promise<Trip | null> {
  const answer = await bridge.call('library.restore', { trashId })
  if (!answer.ok) useApp.getState().showFailure(answer.error)
  await Promise.all([useLibrary.getState().refresh(), useLibrary.getState().readTrash()])
  return answer.ok ? answer.value : null
}

const steps = librarySteps({
  remove,
  restore: async (trashId) => (await restore(trashId)) !== null,
  refresh: () => follow(),
  show: (tripId) => useLibrary.setState({ changedTrip: tripId }),
})

/** Takes back the last change in the library, or a given one, or does the last one again. */
async function walk(way: 'undo' | 'redo', step?: Step): Promise<void> {
  const before = wordsIn(useLibrary.getState().trips)
  const walked = await (step === undefined ? undo[way]() : undo.undoStep(step))
  if (walked === null || walked.outcome === 'refused') return
  if (walked.outcome === 'done') walked.step.show?.()
  const lost = Math.max(0, before - wordsIn(useLibrary.getState().trips))
  noteWalked(way, walked, lost, () => void walk(way === 'undo' ? 'redo' : 'undo'))
}

/** The trips in the library. All changes can be undone, except emptying the trash. */
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

  deleteTrip: ({ id, title }) =>
    undo.during(async () => {
      const trashId = await remove(id)
      if (trashId === null) return
      const step = steps.deleted({ id, title }, trashId)
      undo.push(step)
      useApp.getState().notify(t('library.trip-deleted', { title }), {
        label: t('action.undo'),
        run: () => void walk('undo', step),
      })
    }),

  restoreTrip: (trashId) =>
    undo.during(async () => {
      const trip = await restore(trashId)
      if (trip !== null) undo.push(steps.appeared(trip, 'restore'))
      return trip !== null
    }),

  async addSample() {
    const answer = await bridge.call('trips.addSample', {})
    if (answer.ok) for (const trip of answer.value) get().noteAdded(trip)
    else useApp.getState().showFailure(answer.error)
    await get().refresh()
  },

  noteAdded(trip) {
    const step = steps.appeared(trip, 'add')
    undo.push(step)
    return step
  },

  noteRestored(trip, undoVersionId) {
    const step = undoVersionId === null ? steps.appeared(trip, 'restore') : steps.replaced(trip, undoVersionId)
    undo.push(step)
    return step
  },

  undoStep: (step) => walk('undo', step),

  async editDetails(trip, details) {
    const answer = await bridge.call('trips.save', { tripId: trip.id, changes: details })
    const step = answer.ok ? steps.edited(trip, details) : null
    if (step !== null) undo.push(step)
    await get().refresh()
    return answer
  },

  undo: () => walk('undo'),
  redo: () => walk('redo'),
  changedTrip: null,
  changeShown: () => set({ changedTrip: null }),
}))
