import type { Conflict } from '../../shared/history.ts'
import { assertNever } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import type { History } from '../history/history.ts'
import type { KnownEntries } from './known-entries.ts'
import type { LibraryEvents } from './library.ts'

/** What happened to a trip in use, as reported by its store. */
export type StoreEvent =
  /** A state has replaced another one on the disk. */
  | { kind: 'saved'; before: Trip; after: Trip }
  /** A state that may have been shown to the user has been replaced. */
  | { kind: 'replaced'; before: Trip; after: Trip }
  /** Another program has continued from what was in the file. */
  | { kind: 'followed' }
  /** Another program has changed the file, and these states are not stored anywhere else. */
  | { kind: 'changed-outside'; states: readonly Trip[] }
  /** A save has found such a change, which whatever shows the trip does not know about yet. */
  | { kind: 'merged-while-saving' }
  /** Both sides had changed the same thing: the trip now has both versions. */
  | { kind: 'conflicts'; conflicts: Conflict[] }
  /** The file is missing or no longer readable as a trip: its last state is only in memory. */
  | { kind: 'lost'; state: Trip }

/** What a store needs from its library. */
export interface StoreHost {
  onEvent(event: StoreEvent): void
  /** Resolves with the state from which two were made; `null` if it is unknown. */
  findBase(one: Trip, other: Trip): Promise<Trip | null>
}

export interface StoreEventOptions extends LibraryEvents {
  tripId: string
  /** The name of the trip's folder in the library. */
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
