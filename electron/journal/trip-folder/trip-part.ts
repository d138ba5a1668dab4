import type { JobStep } from '../../shared/jobs.ts'
import type { Message } from '../../shared/messages/message.ts'
import type { Failure, Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'

/**
 * A part of a trip's folder beside `trip.json`: one file, or a folder of files. Whatever packs, imports, backs up, restores,
 * verifies, merges or watches a trip goes through its parts, and knows none of them by name.
 */
export interface TripPart {
  /** The name in the trip's folder: of the file, or of the folder that holds the files. */
  readonly name: string
  readonly isFolder: boolean
  /** What reports count its files as; `null`: they are not counted. */
  readonly countedAs: 'pictures' | null
  /** Whether a zip makes the files smaller. */
  readonly isText: boolean
  /** Maximum size of one file, in bytes. A larger one is not imported. */
  readonly maxFileBytes: number
  /** Maximum size of all files together, in bytes. A trip that has more is not imported. */
  readonly maxBytes: number
  /** The files that a trip has, or may have, in this part. */
  files(trip: Trip): readonly PartFile[]
  /** How the states of a file are told apart and merged; `null`: a file never changes once it is written. */
  readonly revisions: Revisions | null
  readonly say: PartSentences
}

/** A file of a part, as a trip names it. */
export interface PartFile {
  /** What code knows the file by: a picture's id, or the part's name where there is only one file. */
  readonly key: string
  /** The folder it is in, as a name in the trip's folder; empty: the trip's folder itself. */
  readonly folder: string
  readonly name: string
  /** What failed when the disk did not let the file be read, or be written. */
  readonly attempts: { readonly read: Message; readonly write: Message }
  /** Exact size in bytes, where the trip records it; `null`: any size. */
  readonly bytes: number | null
  /** What it means that the file is missing; `null`: it may be. */
  readonly missing: Failure | null
  /** Resolves with why these bytes are not what the file should hold, or `null` when they are. */
  check(bytes: Uint8Array): Promise<Failure | null>
  /** The same for bytes from outside the library, of which even the record may lie. */
  checkForeign(bytes: Uint8Array): Promise<Failure | null>
}

/** A file that the trip counts on: that it is missing is a failure. */
export type RequiredFile = PartFile & { readonly missing: Failure }

/** A file that is written again and again, possibly on several computers. */
export interface Revisions {
  /**
   * Merges two states of the file. Loses nothing, and gives the same bytes whichever state is "ours", so that two
   * computers agree. Returns `ours` itself where theirs adds nothing.
   */
  merge(ours: Uint8Array, theirs: Uint8Array): Result<Uint8Array>
  /** The id of the trip that the bytes say they belong to; `null`: they do not say. */
  ownerOf(bytes: Uint8Array): string | null
  /** The same content for another trip. */
  assignTo(bytes: Uint8Array, tripId: string): Result<Uint8Array>
  /** Whether a problem that the check of the file found means that a good file may take its place. */
  isDamaged(problem: Failure): boolean
}

/** What is said about the files of a part, each a whole sentence unless it says otherwise. */
export interface PartSentences {
  /** The steps of a job that checks or writes its files; `null`: too quick to mention. */
  readonly steps: { readonly checking: JobStep; readonly writing: JobStep } | null
  /** The part is larger than {@link TripPart.maxBytes}, and so the trip is not imported. */
  tooLarge(): Failure
  /** A file is damaged or missing in the library, and therefore not in a copy of the trip. */
  notPacked(file: string): string
  /** A file changed while a copy of the trip was being written. */
  changedWhilePacked(file: string): Failure
  /** Files that an exported trip lacks, or that are damaged in it, and that are therefore not imported. */
  notImported(files: readonly string[], why: 'missing' | 'damaged'): string
  /** A file that is neither good in the library nor where the trip is restored from. */
  notRestored(file: string): string
}
