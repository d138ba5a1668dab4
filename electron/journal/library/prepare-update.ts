import type { Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import type { FileSystem } from '../disk/file-system.ts'
import type { TripLayout } from '../trip-folder/layout.ts'
import { type FileContents, writeNewFiles } from '../trip-folder/trip-files.ts'
import { applyChange, type Change } from './apply-change.ts'
import type { Lineage } from './lineage.ts'

/** A trip, and when it was saved. */
export interface Saved {
  trip: Trip
  savedAt: string
}

/** A change that waits to be applied. */
export interface Update {
  change: Change
  /** Whether the change itself sets `updatedAt`, so that two computers that make it get the same state. */
  isDated: boolean
  /** New files of the trip's parts, which the changed trip names. */
  contents: FileContents
  settle: (result: Result<Saved>) => void
  /** For a bug in our own code: the caller receives the error unchanged, for the log. */
  reject: (error: unknown) => void
}

/** The state after a change, ready to be written. */
export interface Prepared {
  trip: Trip
  /** The new files of its parts, absolute. */
  written: string[]
}

export interface PrepareOptions {
  /** Absolute. */
  tripFolder: string
  layout: TripLayout
  fileSystem: FileSystem
}

/**
 * Computes the state after an update and writes its new files. If the update is refused, settles it and resolves with
 * `null`.
 */
export async function prepareUpdate(
  trip: Trip,
  { change, isDated, contents, settle, reject }: Update,
  lineage: Lineage,
  { tripFolder, layout, fileSystem }: PrepareOptions,
): Promise<Prepared | null> {
  try {
    const changed = applyChange(trip, change, {
      isDated,
      ancestors: lineage.ancestorsAfter(trip),
      writer: lineage.writer,
    })
    const written = changed.ok ? await writeNewFiles(tripFolder, changed.value, contents, layout, fileSystem) : changed
    if (changed.ok && written.ok) return { trip: changed.value, written: written.value }
    if (!written.ok) settle(written)
  } catch (error) {
    reject(error)
  }
  return null
}
