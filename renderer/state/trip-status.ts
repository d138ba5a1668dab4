import { create } from 'zustand'
import type { Failure } from '../../electron/shared/result.ts'
import type { TripState, useTrip } from './open-trip.ts'

/** What the library and the window need to know of the open trip. */
export interface TripStatus {
  /** The open trip, or `null`. */
  tripId: string | null
  /** Why the open trip is read-only; `null` if it can be changed whenever the library can. */
  refusal: Failure | null
  /** Increases with each state of a trip that comes from the disk. */
  revision: number
  /** Whether the last save failed. */
  isUnsaved: boolean
  /** What Undo would do in the open trip, in words. */
  undoable: string | null
}

/** The status of the open trip, which is known before the code of trips has been loaded: until then, none is open. */
export const useTripStatus = create<TripStatus>()(() => ({
  tripId: null,
  refusal: null,
  revision: 0,
  isUnsaved: false,
  undoable: null,
}))

let store: typeof useTrip | null = null

/**
 * The open trip with everything that can be done with it, for the page's first file, which does not contain that code.
 * `null` until it has been loaded: no trip has been opened then, and nothing is unsaved.
 */
export const loadedTrip = (): TripState | null => store?.getState() ?? null

/** Makes the store of the open trip known, and follows its status. */
export function followOpenTrip(trips: typeof useTrip): void {
  store = trips
  useTripStatus.setState(statusOf(trips.getState()))
  trips.subscribe((state) => {
    const [before, status] = [useTripStatus.getState(), statusOf(state)]
    const names = ['tripId', 'refusal', 'revision', 'isUnsaved', 'undoable'] as const
    // It is called with every key that is typed.
    if (names.some((name) => status[name] !== before[name])) useTripStatus.setState(status)
  })
}

const statusOf = ({ trip, refusal, revision, save, undoable }: TripState): TripStatus => ({
  tripId: trip?.id ?? null,
  refusal,
  revision,
  isUnsaved: save.state === 'failed',
  undoable: undoable.undo,
})
