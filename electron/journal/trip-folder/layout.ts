import type { Trip } from '../../shared/trip.ts'
import { isConflictCopyOf } from './conflict-names.ts'
import { photos } from './photos.ts'
import { TRIP_FILE } from './trip-json.ts'
import type { PartFile, TripPart } from './trip-part.ts'

/** A file of a trip, with the part that it belongs to. */
export interface NamedFile {
  readonly part: TripPart
  readonly file: PartFile
}

/** What a trip's folder holds: `trip.json`, and its parts. */
export class TripLayout {
  readonly parts: readonly TripPart[]

  constructor(parts: readonly TripPart[]) {
    this.parts = parts
  }

  /** The folders that parts have in a trip's folder. */
  get folders(): string[] {
    return this.parts.filter(({ isFolder }) => isFolder).map(({ name }) => name)
  }

  /** The parts that are one file each, which is written again and again. */
  get revised(): RevisedPart[] {
    return this.parts.filter(isRevised)
  }

  /** Every file that a trip has, or may have, beside `trip.json`. */
  filesOf(trip: Trip): NamedFile[] {
    return this.parts.flatMap((part) => part.files(trip).map((file) => ({ part, file })))
  }

  /** A file of a trip by its key. */
  find(trip: Trip, key: string): NamedFile | undefined {
    return this.filesOf(trip).find(({ file }) => file.key === key)
  }

  /** The names of the files in a trip's folder that are written again and again, `trip.json` first. */
  get revisedNames(): string[] {
    return [TRIP_FILE, ...this.revised.map((part) => part.name)]
  }

  /** The name of the file that a conflict copy in a trip's folder is another version of; `null`: it is no conflict copy. */
  originalOf(name: string): string | null {
    return this.revisedNames.find((original) => isConflictCopyOf(original, name)) ?? null
  }
}

/** A part that is one file, of which there are several states in the course of time. */
export type RevisedPart = TripPart & { readonly revisions: NonNullable<TripPart['revisions']> }

function isRevised(part: TripPart): part is RevisedPart {
  return part.revisions !== null
}

/**
 * What a trip's folder holds, of this version of Lanyard. Whatever is done with trips as a whole reads this table: a new
 * file in the folder is one more row.
 */
export const tripLayout = new TripLayout([photos])
