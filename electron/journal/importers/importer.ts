import type { Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'

/** A file as it was picked or dropped. */
export interface ImportFile {
  /** A relative path with `/`. */
  name: string
  data: Uint8Array
}

/** What files are, found from their content. */
export interface Bundle {
  texts: { name: string; text: string }[]
  pictures: ImportFile[]
  /** The names of files that are neither. */
  others: string[]
}

/** What a new trip gets where the import does not say. */
export interface ImportDefaults {
  timeZone: string
  /** BCP 47. */
  language: string
  /** The date of today. */
  today: string
}

/** What was made of files: a whole trip, in no library yet. */
export interface Imported {
  trip: Trip
  /** A photo's identifier -> its bytes. */
  photos: Map<string, Uint8Array>
  /** A sentence for each thing that was not taken over as it stood. */
  remarks: string[]
}

/** A kind of files that trips can be made of. Adding one is one file in this folder and one line in the registry. */
export interface Importer {
  id: string
  name: string
  /** Whether these files are of its kind, which is found from their content rather than from their names. */
  detect(bundle: Bundle): boolean
  read(bundle: Bundle, defaults: ImportDefaults): Result<Imported>
}
