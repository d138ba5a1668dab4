import type { ConflictCopy } from '../../electron/shared/history.ts'
import type { Failure } from '../../electron/shared/result.ts'
import type { EntryKind, Photo, ReportChanges, Trip, TripChanges } from '../../electron/shared/trip.ts'
import type { SaveStatus } from './save-queue.ts'
import type { EntryFields } from '../../electron/shared/entries/fields.ts'
import type { PhotoChanges } from './trip-drafts.ts'

/** What there is to know of the open trip, and all that can be done with it. */
export interface TripState {
  /** The open trip as the screen shows it: what is on the disk with everything typed since laid over it. */
  trip: Trip | null
  /** Why the trip could not be opened. */
  problem: Failure | null
  /** Why the open trip can only be read; `null`: it can be changed, as far as the library can. */
  refusal: Failure | null
  /** The day that is looked at, `YYYY-MM-DD`. */
  day: string | null
  entryId: string | null
  /** Set when an entry was opened to be written in: its editor takes the cursor and calls `focusTaken`. */
  focusEditor: boolean
  /** Rises with each state that the disk has: what is derived from the trip is to be made anew. */
  revision: number
  save: SaveStatus
  /** When something that somebody else wrote into the open trip was taken over last; `null`: nothing was. */
  changedElsewhereAt: string | null
  /** Copies of the trip that programs for shared folders left beside it and that could not be merged by themselves. */
  copies: readonly ConflictCopy[]

  open: (tripId: string) => Promise<void>
  /** Shows a trip that has just come from the engine. */
  show: (trip: Trip) => void
  /** Takes the trip off the screen. What of it is not saved yet goes on being tried. */
  close: () => void
  selectDay: (day: string) => void
  /** Opens an entry and its day; with `focus`, to be written in. */
  selectEntry: (entryId: string | null, options?: { focus?: boolean }) => void
  focusTaken: () => void

  /**
   * Makes an entry, opens it and puts the cursor into it. Today's entries begin now, unless the fields say otherwise.
   * The id of the entry; `null` where it could not be made, which has then been said.
   */
  addEntry: (kind: EntryKind, day: string, fields?: EntryFields) => Promise<string | null>
  /** Changes the fields at once on the screen and soon on the disk. With `undoAs`, Undo takes the change back. */
  editEntry: (entryId: string, changes: EntryFields, options?: { undoAs?: string }) => void
  /** Moves to a day, before the entry named; `null`: to the day's end. */
  moveEntry: (entryId: string, day: string, before: string | null) => Promise<void>
  duplicateEntry: (entryId: string) => Promise<void>
  /** Deletes, and says so with an Undo. */
  deleteEntry: (entryId: string) => Promise<void>
  addPhoto: (name: string, data: Uint8Array<ArrayBuffer>) => Promise<Photo | null>
  editPhoto: (photoId: string, changes: PhotoChanges) => void
  /** Like `editEntry`. Undo leaves alone what was typed since. */
  editReport: (changes: ReportChanges, options?: { undoAs?: string }) => void
  saveTrip: (changes: TripChanges) => void
  /**
   * Makes the trip, or with an id one entry of it, as it was in a version, and says so with an Undo.
   *
   * @param said what is said then: "The trip is as it was on Tuesday."
   * @returns whether it came about; if not, why not has been said
   */
  restoreVersion: (versionId: string, entryId: string | null, said: string) => Promise<boolean>
  /** Merges a copy of the trip that is beside it, and says so. Both states are kept as versions before. */
  mergeCopy: (name: string) => Promise<boolean>
  /** Puts a deleted entry back and opens it. */
  restoreDeleted: (entryId: string) => Promise<boolean>
  undo: () => Promise<void>
  redo: () => Promise<void>

  /** Sends all drafts at once; the number of those still not on the disk. */
  flush: () => Promise<number>
  /** Sends what waits for a pause in the typing; what failed keeps its own time. */
  sendWaiting: () => void
  /** Tries again now what could not be saved. */
  tryNow: () => void
}
