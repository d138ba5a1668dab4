import type { TrashedTrip, TripSummary, UnreadableTrip } from '../../shared/contract/library.ts'
import type { Conflict } from '../../shared/history.ts'
import type { Failure, Result } from '../../shared/result.ts'
import type { Photo, Trip } from '../../shared/trip.ts'
import type { FileSystem } from '../disk/file-system.ts'
import type { History, HistoryOptions } from '../history/history.ts'
import type { Migration } from '../trip-file/migrate.ts'
import type { FolderStamps } from '../trip-folder/folder-stamps.ts'
import type { TripLayout } from '../trip-folder/layout.ts'
import type { FileContents, FileState } from '../trip-folder/trip-files.ts'
import type { Change } from './apply-change.ts'
import type { KnownEntries } from './known-entries.ts'
import type { Saved } from './prepare-update.ts'
import type { FileChange } from './revised-files.ts'
import type { Snapshot } from './snapshot.ts'
import type { Watched } from './watched.ts'

/** The folder that holds all trips, and the one place where trips change. */
export interface Library {
  /** Absolute. */
  readonly folder: string
  /** The disk that the library is on. */
  readonly disk: FileSystem
  /** What the folders of its trips hold. */
  readonly layout: TripLayout
  /** Earlier versions of its trips. */
  readonly history: History
  /** Earlier states of its entries, as far as memory reaches. */
  readonly knownEntries: KnownEntries
  /**
   * Resolves with all trips, newest first, and with the folders that look like a trip and cannot be read.
   *
   * @param watched is called for each folder
   */
  list(watched?: Pick<Watched, 'onProgress'>): Promise<Result<{ trips: TripSummary[]; unreadable: UnreadableTrip[] }>>
  /** Resolves with the newest state of a trip, also where another program has changed it on the disk. */
  open(tripId: string): Promise<Result<Trip>>
  /** Resolves with the reason why a readable trip cannot be changed, or `null` when it can. */
  refusal(tripId: string): Promise<Result<Failure | null>>
  /**
   * Makes the folder of a new trip with everything in it, in one step: it is there complete or not at all.
   *
   * @param contents the files of its parts, each of which the trip names
   * @param folder the name that the folder should have; default: one made from the trip
   */
  create(trip: Trip, contents?: FileContents, folder?: string): Promise<Result<Saved>>
  /**
   * Changes a trip; there is no other way. The change gets the newest state, and changes are applied in the order of the
   * requests. Resolves when the change is safely on the disk; a refused one has changed nothing.
   *
   * @param change a pure function that must not modify the trip it is given; returns the same trip for "nothing to do"
   * @param contents new files, written before the trip that names them
   */
  update(tripId: string, change: Change, contents?: FileContents): Promise<Result<Saved>>
  /**
   * Merges a trip with another state of it. Keeps both states as versions first.
   *
   * @param base the state that both were made from; `null`: not known
   * @param contents files that only the other state names
   */
  merge(tripId: string, theirs: Trip, base: Trip | null, contents?: FileContents): Promise<Result<Merged>>
  /** Keeps the current state of a trip as a version. Resolves with its name. */
  keepVersion(tripId: string): Promise<Result<string>>
  /** Resolves with the folder of a trip, absolute. */
  placeOf(tripId: string): Promise<Result<string>>
  /** Resolves with all known trips and the names of their folders. */
  folders(): Promise<Result<ReadonlyMap<string, string>>>
  /** The names of other folders with the same trip, as far as the library has been read. */
  duplicateFolders(tripId: string): readonly string[]
  /** Resolves with what changes with every save in a trip's folder, or `null` where its file cannot be looked at. */
  stampsOf(folder: string): Promise<FolderStamps | null>
  /** Notes that a trip's file was put in place by other means; see {@link LibraryEvents.onSaved}. */
  noteSaved(tripId: string): void
  /** Resolves with a trip and the bytes of its file, without taking it into use. */
  snapshot(folder: string): Promise<Result<Snapshot>>
  /** Reports changes by other programs without being asked, from the first opened trip on. */
  watch(): void
  /** Resolves with a picture, found by its id alone. */
  readPhoto(tripId: string, photoId: string): Promise<Result<{ photo: Photo; data: Uint8Array }>>
  /**
   * Reads and checks a file of one of the trip's parts.
   *
   * @param key see `PartFile`
   */
  readFile(tripId: string, key: string): Promise<Result<FileState>>
  /**
   * Changes a file that is written again and again beside `trip.json`. Resolves with its new bytes when they are safely on
   * the disk.
   *
   * @param key see `PartFile`
   */
  changeFile(tripId: string, key: string, change: FileChange): Promise<Result<Uint8Array>>
  /** Moves a trip to the trash. */
  delete(tripId: string): Promise<Result<TrashedTrip>>
  trash(): Promise<Result<TrashedTrip[]>>
  restore(trashId: string): Promise<Result<Trip>>
  emptyTrash(): Promise<Result<null>>
  /** Waits for every requested write, and keeps versions of what was changed. */
  close(): Promise<void>
}

/** A trip into which another state of it was merged. */
export interface Merged extends Saved {
  /** What the trip has twice now. */
  conflicts: Conflict[]
  /** The version that holds the trip as it was before. */
  undoVersionId: string
}

/** What a library reports without being asked. */
export interface LibraryEvents {
  /** A trip has a new state on the disk, whoever wrote it. */
  onSaved: (tripId: string) => void
  /** Another program has changed a trip or moved its folder: whatever is shown of it should be read again. */
  onTripChanged: (tripId: string) => void
  /** Another program has made, moved or removed folders of the library. */
  onFoldersChanged: () => void
  /** Both sides had changed the same thing, so that the trip has it twice now. */
  onConflicts: (tripId: string, conflicts: Conflict[]) => void
  /** A version could not be kept. The state itself is saved all the same. */
  onHistoryFailure: (failure: Failure) => void
}

/** For events that nobody listens to. */
export const noEvents: LibraryEvents = {
  onSaved: () => {},
  onTripChanged: () => {},
  onFoldersChanged: () => {},
  onConflicts: () => {},
  onHistoryFailure: () => {},
}

export interface LibraryOptions extends Partial<LibraryEvents> {
  /** Absolute. */
  folder: string
  /**
   * Whether a missing library is made together with its first trip. Not for one that the user has chosen: its disk may be
   * unplugged. A library that existed in this run is never made again. Default: true.
   */
  mayCreate?: boolean
  fileSystem?: FileSystem
  history?: Pick<HistoryOptions, 'interval' | 'maxBytes'>
  /** The steps by which older files are brought up to date. Default: those of this version. */
  migrations?: readonly Migration[]
  /** What the folders of trips hold. Default: the table of this version. */
  layout?: TripLayout
}
