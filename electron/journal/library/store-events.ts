import type { Conflict } from '../../shared/history.ts'
import { assertNever } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import type { History } from '../history/history.ts'
import type { KnownEntries } from './known-entries.ts'
import type { LibraryEvents } from './library.ts'

/** What happened to a trip that is in use, as its store tells it. */
export type StoreEvent =
  /** A state is on the disk in the place of another. */
  | { kind: 'saved'; before: Trip; after: Trip }
  /** A state that may have been shown to somebody gives way to another. */
  | { kind: 'replaced'; before: Trip; after: Trip }
  /** Another program has gone on from what was in the file. */
  | { kind: 'followed' }
  /** Another program has changed the file, and these states are nowhere else any more. */
  | { kind: 'changed-outside'; states: readonly Trip[] }
  /** A save has found such a change, so that whoever shows the trip does not know yet. */
  | { kind: 'merged-while-saving' }
  /** Both sides had changed the same thing: the trip has it twice now. */
  | { kind: 'conflicts'; conflicts: Conflict[] }
  /** The file is missing, or can no longer be read as a trip: its last state is only in memory. */
  | { kind: 'lost'; state: Trip }

/** What a store asks of the library. */
export interface StoreHost {
  onEvent(event: StoreEvent): void
  /** Resolves with the state that two were made from; `null`: not known. */
  findBase(one: Trip, other: Trip): Promise<Trip | null>
}

export interface StoreEventOptions extends LibraryEvents {
  tripId: string
  /** The trip's folder, as a name in the library. */
  folder: string
  history: History
  known: KnownEntries
}

/** Keeps the versions that an event calls for, and reports it. */
export function handleStoreEvent(event: StoreEvent, options: StoreEventOptions): void {
  const { tripId, folder, history, known, onSaved, onTripChanged, onConflicts, onHistoryFailure } = options
  const keep = (trip: Trip) => {
    void history.keep(folder, trip).then((kept) => (kept.ok ? undefined : onHistoryFailure(kept.error)))
  }
  switch (event.kind) {
    case 'saved':
      history.saved(folder, event.before, event.after)
      return onSaved(tripId)
    case 'replaced':
      return known.noteReplaced(event.before, event.after)
    case 'followed':
      onSaved(tripId)
      return history.followed(tripId)
    case 'changed-outside':
      onSaved(tripId)
      return event.states.forEach(keep)
    case 'merged-while-saving':
      return onTripChanged(tripId)
    case 'conflicts':
      return onConflicts(tripId, event.conflicts)
    case 'lost':
      return keep(event.state)
    default:
      return assertNever(event)
  }
}
