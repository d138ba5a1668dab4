import type { TrashedTrip, TripSummary, UnreadableTrip } from '../../shared/contract/library.ts'
import type { Conflict } from '../../shared/history.ts'
import type { Failure, Result } from '../../shared/result.ts'
import type { Photo, Trip } from '../../shared/trip.ts'
import type { FileSystem } from '../disk/file-system.ts'
import type { History, HistoryOptions } from '../history/history.ts'
import type { Migration } from '../trip-file/migrate.ts'
import type { Change } from './apply-change.ts'
import type { PhotoBytes } from './photo-files.ts'
import type { SeenEntries } from './seen-entries.ts'
import type { Saved } from './trip-store.ts'
import type { Watched } from './watched.ts'

/** The folder that holds all trips, and the one place where trips change. */
export interface Library {
  /** Absolute. */
  readonly folder: string
  /** The disk that it is on. */
  readonly disk: FileSystem
  /** The earlier versions of its trips. */
  readonly history: History
  /** What was in its entries a while ago, as far as memory reaches. */
  readonly seen: SeenEntries
  /**
   * All trips, newest first, and the folders that look like one and cannot be read.
   *
   * @param watched told of each folder that is looked into
   */
  list(watched?: Pick<Watched, 'onProgress'>): Promise<Result<{ trips: TripSummary[]; unreadable: UnreadableTrip[] }>>
  /** The newest state of a trip, also where somebody else has changed it on the disk. */
  open(tripId: string): Promise<Result<Trip>>
  /** Why a trip can be read and not be changed; `null`: it can be changed. */
  refusal(tripId: string): Promise<Result<Failure | null>>
  /**
   * Makes the folder of a whole new trip, its pictures included, in one step: it is there complete or not at all.
   *
   * @param photos each photo's identifier -> its bytes; the trip has a record of each
   * @param folder the name that its folder is to have; else it is named after the trip
   */
  create(trip: Trip, photos?: PhotoBytes, folder?: string): Promise<Result<Saved>>
  /**
   * The one way in which a trip changes. The change is given the newest state, and changes are applied in the order in
   * which they are asked for. Fulfilled when the change is on the disk for good; refused, nothing has changed.
   *
   * @param change a pure function; it must not change the trip that it is given. The same trip back: nothing to do
   * @param photos each new photo's identifier -> its bytes, written before the trip that names them
   */
  update(tripId: string, change: Change, photos?: PhotoBytes): Promise<Result<Saved>>
  /**
   * Merges a trip with another state of it. Both are kept as versions before.
   *
   * @param base what both were made from; `null`: not known
   * @param photos the bytes of pictures that only the other state has
   */
  merge(tripId: string, theirs: Trip, base: Trip | null, photos?: PhotoBytes): Promise<Result<Merged>>
  /** Keeps the trip as it is now as a version, and says which. */
  keepVersion(tripId: string): Promise<Result<string>>
  /** Where a trip's folder is, absolute. */
  placeOf(tripId: string): Promise<Result<string>>
  /** All trips that are known here, with the names of their folders. */
  folders(): Promise<Result<ReadonlyMap<string, string>>>
  /** The names of the other folders that hold the same trip, as far as the library was looked through. */
  twinsOf(tripId: string): readonly string[]
  /** What a trip's file looks like, which changes with each save; `null`: it cannot be looked at. */
  seenOf(folder: string): Promise<string | null>
  /** Something other than this has put a trip's file in place: see {@link LibraryOptions.onSaved}. */
  noteSaved(tripId: string): void
  /** A trip with the bytes of its file, without taking it into use. */
  snapshot(folder: string): Promise<Result<Snapshot>>
  /** From the first trip that is opened on, tells of changes by others also when nobody asks. */
  watch(): void
  /** A picture, looked up by its identifier alone. */
  readPhoto(tripId: string, photoId: string): Promise<Result<{ photo: Photo; data: Uint8Array }>>
  /** Moves a trip to the trash. */
  delete(tripId: string): Promise<Result<TrashedTrip>>
  trash(): Promise<Result<TrashedTrip[]>>
  restore(trashId: string): Promise<Result<Trip>>
  emptyTrash(): Promise<Result<null>>
  /** Waits for every write that was asked for, and keeps versions of what was changed. */
  close(): Promise<void>
}

/** A trip into which another state of it was merged. */
export interface Merged extends Saved {
  /** What is in it twice now. */
  conflicts: Conflict[]
  /** The version that holds the trip as it was. */
  undoVersionId: string
}

/** A trip as it is in its file. */
export interface Snapshot {
  trip: Trip
  bytes: Uint8Array
  /** What the file looks like; see {@link Library.seenOf}. */
  seen: string
}

export interface LibraryOptions {
  /** Absolute. */
  folder: string
  /**
   * Whether a library that is not there yet is made with its first trip. Not for one that the user has chosen: its disk
   * may be unplugged. Default: yes. A library that was there in this run is never made anew.
   */
  mayCreate?: boolean
  fileSystem?: FileSystem
  /** Told of each trip that has got a new state on the disk, also where others have written it. */
  onSaved?: (tripId: string) => void
  /** Told when somebody else has changed a trip, or moved its folder: what is shown of it is to be read anew. */
  onTripChanged?: (tripId: string) => void
  /** Told when somebody else has made, moved or removed folders of the library. */
  onFoldersChanged?: () => void
  /** Told when both had changed the same, so that it is in the trip twice now. */
  onConflicts?: (tripId: string, conflicts: Conflict[]) => void
  /** Told when a version could not be kept. What it is of is saved all the same. */
  onHistoryFailure?: (failure: Failure) => void
  history?: Pick<HistoryOptions, 'interval' | 'maxBytes'>
  /** The steps that files of older Lanyards are brought along by; those of this one, unless a test has its own. */
  migrations?: readonly Migration[]
}
