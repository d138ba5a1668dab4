import type { Conflict } from '../../shared/history.ts'
import type { Trip } from '../../shared/trip.ts'

/** What a store tells of its trip, and asks about it. */
export interface StoreEvents {
  /** A state is on the disk in the place of another. */
  saved(before: Trip, after: Trip): void
  /** Somebody else has changed the file: what was in it before is nowhere else now. */
  changedOutside(known: Trip, found: Trip): void
  /** Somebody else has gone on from what was in the file. */
  followed(): void
  /** That was noticed by a save, so that whoever shows the trip does not know yet. */
  noticedBySave(): void
  /** A state that may have been shown to somebody gives way to another. */
  replaced(before: Trip, after: Trip): void
  /** Both had changed the same: the trip has it twice now. */
  keptBoth(conflicts: Conflict[]): void
  /** A newer Lanyard has written the file: what was in it before is in memory alone. */
  madeNewer(known: Trip): void
  /** The file is gone, or can no longer be read as a trip: what was in it is in memory alone. */
  lost(known: Trip): void
  /** The state that two were made from; `null`: not known. */
  findBase(one: Trip, other: Trip): Promise<Trip | null>
}
