import type { ImportDraft } from '../../shared/import-draft.ts'
import type { Message } from '../../shared/messages/message.ts'
import type { Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'

/** A file that was picked or dropped. */
export interface ImportFile {
  /** A relative path with `/`. */
  name: string
  data: Uint8Array
}

/** The types of files, determined from their content. */
export interface Bundle {
  texts: { name: string; text: string }[]
  pictures: ImportFile[]
  /** The names of files that are neither texts nor pictures. */
  others: string[]
}

/** Defaults for a new trip, where the import does not provide a value. */
export interface ImportDefaults {
  timeZone: string
  /** BCP 47. */
  language: string
}

/** The result of reading files: a whole trip that is not in any library yet, and what was understood of it. */
export interface Imported {
  /** All of its entries are notes. A plan says what they are and when they were. */
  trip: Trip
  /** A photo's identifier -> its bytes. */
  photos: Map<string, Uint8Array>
  /** Its entries are those of the trip, in the same order. */
  draft: ImportDraft
}

/**
 * A file format that trips can be imported from. To add one, add a file to this folder and a line to the registry; a
 * journal of another program is a folder in `journals`.
 */
export interface Importer {
  id: string
  name: Message
  /** Whether these files have this format, which is determined from their content rather than their names. */
  detect(bundle: Bundle): boolean
  /** @param reportProgress how much has been read, from 0 to 1; long reading without a report is taken for endless */
  read(bundle: Bundle, defaults: ImportDefaults, reportProgress: (done: number) => void): Result<Imported>
}
