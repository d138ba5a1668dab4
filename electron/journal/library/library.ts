import type { TrashedTrip, TripSummary, UnreadableTrip } from '../../shared/contract/library.ts'
import type { Conflict } from '../../shared/history.ts'
import type { Failure, Result } from '../../shared/result.ts'
import type { Photo, Trip } from '../../shared/trip.ts'
import type { FileStamp } from '../disk/file-stamp.ts'
import type { FileSystem } from '../disk/file-system.ts'
import type { LibraryDiskTimes } from '../disk/library-disk.ts'
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

/** What is in a library. */
export interface Listed {
  /** Newest first. */
  trips: TripSummary[]
  /** The folders that look like a trip but cannot be read. */
  unreadable: UnreadableTrip[]
  /** Identifies the state of the library that this shows. */
  revision: string
}

/** The folder that holds all trips. All changes to trips go through it. */
export interface Library {
  /** Absolute. */
  readonly folder: string
  /** The disk that the library is on. */
  readonly disk: FileSystem
  /** Whether an operation that was given up is still pending in the system, which keeps the process from ending. */
  isStuck(): boolean
  /** What the folders of its trips hold. */
  readonly layout: TripLayout
  /** Earlier versions of its trips. */
  readonly history: History
  /** Recent states of its entries. */
  readonly knownEntries: KnownEntries
  /**
   * Resolves with all trips, newest first, and with the folders that look like a trip but cannot be read.
   *
   * @param watched is called for each folder
   */
  list(watched?: Pick<Watched, 'onProgress'>): Promise<Result<Listed>>
  /** Resolves with the newest state of a trip, even if another program has changed it on the disk. */
  open(tripId: string): Promise<Result<Trip>>
  /** Resolves with the reason why a readable trip cannot be changed, or `null` when it can. */
  refusal(tripId: string): Promise<Result<Failure | null>>
  /**
   * Creates the folder of a new trip with all its files in one step: either completely or not at all.
   *
   * @param contents the files of its parts, all of which the trip names
   * @param folder the name that the folder should have; default: one made from the trip
   */
  create(trip: Trip, contents?: FileContents, folder?: string): Promise<Result<Saved>>
  /**
   * Changes a trip. This is the only way to do so. The change receives the newest state, and changes are applied in the
   * order of the requests. Resolves when the change is safely on the disk; a refused one has changed nothing.
   *
   * @param change a pure function that must not modify the trip it is given; returns the same trip if there is nothing
   * to do
   * @param contents new files, written before the trip that names them
   */
  update(tripId: string, change: Change, contents?: FileContents): Promise<Result<Saved>>
  /**
   * Merges a trip with another state of it. Keeps both states as versions first.
   *
   * @param base the state from which both were made; `null` if it is unknown
   * @param contents files that only the other state names
   */
  merge(tripId: string, theirs: Trip, base: Trip | null, contents?: FileContents): Promise<Result<Merged>>
  /** Keeps the current state of a trip as a version. Resolves with its name. */
  keepVersion(tripId: string): Promise<Result<string>>
  /** Resolves with the folder of a trip, absolute. */
  placeOf(tripId: string): Promise<Result<string>>
  /** Resolves with all known trips and the names of their folders. */
  folders(): Promise<Result<ReadonlyMap<string, string>>>
  /** Resolves with the readable trips and where their files are, newest first. */
  files(): Promise<Result<TripFile[]>>
  /** Whether the library has a trip, as far as is known without looking at the disk. */
  holds(tripId: string): boolean
  /** The names of other folders with the same trip, as of the last scan of the library. */
  duplicateFolders(tripId: string): readonly string[]
  /** Resolves with stamps that change with every save in a trip's folder, or `null` if its file cannot be accessed. */
  stampsOf(folder: string): Promise<FolderStamps | null>
  /** Notes that a trip's file was replaced by other means; see {@link LibraryEvents.onSaved}. */
  noteSaved(tripId: string): void
  /** Resolves with a trip and the bytes of its file, without opening it. */
  snapshot(folder: string): Promise<Result<Snapshot>>
  /** Reports changes by other programs, starting with the first trip that is opened. */
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
   * Changes a revised file beside `trip.json`. Resolves with its new bytes when they are safely on the disk.
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

/** Where a readable trip is. */
export interface TripFile {
  tripId: string
  /** The name of its folder in the library. */
  folder: string
  /** The stamp of its file. */
  stamp: FileStamp
}

/** A trip after another state of it was merged into it. */
export interface Merged extends Saved {
  /** Conflicts of which the trip now has both sides. */
  conflicts: Conflict[]
  /** The version that holds the trip as it was before. */
  undoVersionId: string
}

/** Events that a library reports. */
export interface LibraryEvents {
  /** A trip has a new state on the disk, no matter who wrote it. */
  onSaved: (tripId: string) => void
  /** Another program has changed a trip or moved its folder: whatever shows the trip should read it again. */
  onTripChanged: (tripId: string) => void
  /** A file beside `trip.json` has new content on the disk, no matter who wrote it. @param key see `PartFile` */
  onFileChanged: (tripId: string, key: string) => void
  /** Another program has created, moved or removed folders of the library. */
  onFoldersChanged: () => void
  /** Both sides had changed the same thing, so that the trip now has both versions. */
  onConflicts: (tripId: string, conflicts: Conflict[]) => void
  /** A version could not be kept. The state itself was saved. */
  onHistoryFailure: (failure: Failure) => void
}

/** For callers that do not listen to events. */
export const noEvents: LibraryEvents = {
  onSaved: () => {},
  onTripChanged: () => {},
  onFileChanged: () => {},
  onFoldersChanged: () => {},
  onConflicts: () => {},
  onHistoryFailure: () => {},
}

export interface LibraryOptions extends Partial<LibraryEvents> {
  /** Absolute. */
  folder: string
  /**
   * Whether a missing library is created together with its first trip. Not if the user has chosen it: its disk may be
   * unplugged. A library that existed in this run is never created again. Default: true.
   */
  mayCreate?: boolean
  fileSystem?: FileSystem
  /** How long the disk may take to respond. */
  diskTimes?: Partial<LibraryDiskTimes>
  history?: Pick<HistoryOptions, 'interval' | 'maxBytes'>
  /** The steps that update older files. Default: those of this version. */
  migrations?: readonly Migration[]
  /** What the folders of trips contain. Default: the table of this version. */
  layout?: TripLayout
}
