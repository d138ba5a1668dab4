import type { Trip } from '../../shared/trip.ts'
import { isConflictCopyOf } from './conflict-names.ts'
import { people } from './people.ts'
import { photos } from './photos.ts'
import { plan } from './plan.ts'
import { schedule } from './schedule.ts'
import { TRIP_FILE } from './trip-json.ts'
import type { PartFile, TripPart } from './trip-part.ts'

/** A file of a trip, together with its part. */
export interface NamedFile {
  readonly part: TripPart
  readonly file: PartFile
}

/** The contents of a trip's folder: `trip.json` and its parts. */
export class TripLayout {
  readonly parts: readonly TripPart[]

  constructor(parts: readonly TripPart[]) {
    this.parts = parts
  }

  /** The subfolders of a trip's folder that parts use. */
  get folders(): string[] {
    return this.parts.filter(({ isFolder }) => isFolder).map(({ name }) => name)
  }

  /** The parts that consist of one file that is rewritten on each change. */
  get revised(): RevisedPart[] {
    return this.parts.filter(isRevised)
  }

  /** Every file that a trip has or may have beside `trip.json`. */
  filesOf(trip: Trip): NamedFile[] {
    return this.parts.flatMap((part) => part.files(trip).map((file) => ({ part, file })))
  }

  /** A file of a trip by its key. */
  find(trip: Trip, key: string): NamedFile | undefined {
    return this.filesOf(trip).find(({ file }) => file.key === key)
  }

  /** The names of the revised files in a trip's folder, starting with `trip.json`. */
  get revisedNames(): string[] {
    return [TRIP_FILE, ...this.revised.map((part) => part.name)]
  }

  /** The name of the file that a file in a trip's folder is a conflict copy of; `null` if it is not a conflict copy. */
  originalOf(name: string): string | null {
    return this.revisedNames.find((original) => isConflictCopyOf(original, name)) ?? null
  }
}

/** A part that consists of one file with successive states. */
export type RevisedPart = TripPart & { readonly revisions: NonNullable<TripPart['revisions']> }

function isRevised(part: TripPart): part is RevisedPart {
  return part.revisions !== null
}

/**
 * What a trip's folder contains in this version of Lanyard. All code that handles whole trips reads this table: a new
 * file in the folder is one more row.
 */
export const tripLayout = new TripLayout([photos, schedule, plan, people])
