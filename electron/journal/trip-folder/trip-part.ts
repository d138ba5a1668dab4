import type { JobStep } from '../../shared/jobs.ts'
import type { Message } from '../../shared/messages/message.ts'
import type { Failure, Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'

/**
 * A part of a trip's folder beside `trip.json`: one file, or a folder of files. All code that packs, imports, backs up,
 * restores, verifies, merges or watches trips iterates over the parts and does not know any of them by name.
 */
export interface TripPart {
  /** The name of the file or folder in the trip's folder. */
  readonly name: string
  readonly isFolder: boolean
  /** How reports count its files; `null` if they are not counted. */
  readonly countedAs: 'pictures' | null
  /** Whether a zip makes the files smaller. */
  readonly isText: boolean
  /** Maximum size of one file, in bytes. A larger one is not imported. */
  readonly maxFileBytes: number
  /** Maximum size of all files together, in bytes. A trip that has more is not imported. */
  readonly maxBytes: number
  /** The files that a trip has or may have in this part. */
  files(trip: Trip): readonly PartFile[]
  /** How to distinguish and merge states of a file; `null` if files never change once they are written. */
  readonly revisions: Revisions | null
  readonly messages: PartMessages
}

/** A file of a part, as a trip names it. */
export interface PartFile {
  /** Identifies the file in code: a picture's id, or the part's name if it has only one file. */
  readonly key: string
  /** The name of the subfolder that contains it; empty for the trip's folder itself. */
  readonly folder: string
  readonly name: string
  /** What failed if the disk could not read or write the file. */
  readonly attempts: { readonly read: Message; readonly write: Message }
  /** Exact size in bytes, if the trip records it; `null` for any size. */
  readonly bytes: number | null
  /** The failure to report if the file is missing; `null` if it is optional. */
  readonly missing: Failure | null
  /** Resolves with what is wrong with these bytes, or `null` if they are right. */
  check(bytes: Uint8Array): Promise<Failure | null>
  /** The same for bytes from outside the library, where even the record may be wrong. */
  checkForeign(bytes: Uint8Array): Promise<Failure | null>
}

/** A file that the trip needs: it is a failure if it is missing. */
export type RequiredFile = PartFile & { readonly missing: Failure }

/** A file that is rewritten on each change, possibly on several computers. */
export interface Revisions {
  /**
   * Merges two states of the file. Loses nothing, and returns the same bytes whichever state is "ours", so that two
   * computers agree. Returns `ours` itself if theirs adds nothing.
   */
  merge(ours: Uint8Array, theirs: Uint8Array): Result<Uint8Array>
  /** The id of the trip that the bytes belong to; `null` if they do not say. */
  ownerOf(bytes: Uint8Array): string | null
  /** The same content, assigned to another trip. */
  assignTo(bytes: Uint8Array, tripId: string): Result<Uint8Array>
  /** Whether a problem means that the file is damaged and may be replaced with an intact one. */
  isDamaged(problem: Failure): boolean
}

/** Messages about the files of a part. */
export interface PartMessages {
  /** The job steps of checking and writing its files; `null` if they are too quick to mention. */
  readonly steps: { readonly checking: JobStep; readonly writing: JobStep } | null
  /** The part is larger than {@link TripPart.maxBytes}, so the trip is not imported. */
  tooLarge(): Failure
  /** A file is damaged or missing in the library, and therefore not in a copy of the trip. */
  notPacked(file: string): Message
  /** A file changed while a copy of the trip was being written. */
  changedWhilePacked(file: string): Failure
  /** Files that are missing or damaged in an exported trip, so that they are not imported. */
  notImported(files: readonly string[], why: 'missing' | 'damaged'): Message
  /** A file that is intact neither in the library nor where the trip is restored from. */
  notRestored(file: string): Message
}
