import { join } from 'node:path'
import { message } from '../../shared/messages/message.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { readWhole } from '../disk/file-system.ts'
import { keepDamaged } from '../history/keep-damaged.ts'
import type { Library } from '../library/library.ts'
import type { RevisedPart } from '../trip-folder/layout.ts'
import { inspectFile, pathIn, readGoodFile } from '../trip-folder/trip-files.ts'
import type { PartFile } from '../trip-folder/trip-part.ts'
import { findConflictCopies, retireConflictCopy } from './conflict-copies.ts'

/**
 * Merges the conflict copies of a trip's files beside `trip.json`, and moves them out of the folder. If such a file is
 * missing, copies it from another folder with the same trip. Copies that are unreadable or belong to another trip stay
 * where they are.
 *
 * @param tripFolder absolute
 */
export async function mergePartCopies(library: Library, trip: Trip, tripFolder: string): Promise<Result<null>> {
  const { disk, layout } = library
  try {
    for (const part of layout.revised) {
      const file = fileOf(part, trip)
      for (const name of await findConflictCopies(tripFolder, disk, part.name)) {
        const theirs = await readWhole(join(tripFolder, name), disk)
        if ((await file.check(theirs)) !== null) continue
        const merged = await mergeRevision(library, trip, part, theirs)
        if (!merged.ok) continue
        const retired = await retireConflictCopy(library.folder, tripFolder, name, trip.id, disk)
        if (!retired.ok && retired.error.code !== 'conflict.missing') return retired
      }
      await reclaimRevision(library, trip, part, tripFolder)
    }
    return ok(null)
  } catch (error) {
    return diskFailure(error, message('attempt.find-copies'))
  }
}

/**
 * Merges another state of a file into a trip's own one. If our own file is damaged, it is kept under another name and
 * replaced.
 *
 * @param theirs intact, and of this trip
 */
export async function mergeRevision(
  library: Library,
  trip: Trip,
  part: RevisedPart,
  theirs: Uint8Array,
): Promise<Result<Uint8Array>> {
  const place = await library.placeOf(trip.id)
  if (!place.ok) return place
  const file = fileOf(part, trip)
  const ours = await inspectFile(place.value, file, library.disk)
  if (!ours.ok) return ours
  const path = pathIn(place.value, file)
  const isDamaged = ours.value.kind === 'bad' && part.revisions.isDamaged(ours.value.problem)
  if (isDamaged) await keepDamaged(path, library.disk)
  return await library.changeFile(trip.id, part.name, (current) =>
    current === null || isDamaged ? ok(theirs) : part.revisions.merge(current, theirs),
  )
}

/** A sync program may have left the file behind in a folder that was renamed. */
async function reclaimRevision(library: Library, trip: Trip, part: RevisedPart, tripFolder: string): Promise<void> {
  const file = fileOf(part, trip)
  const ours = await inspectFile(tripFolder, file, library.disk)
  if (!ours.ok || ours.value.kind !== 'absent') return
  for (const folder of library.duplicateFolders(trip.id)) {
    const theirs = await readGoodFile(join(library.folder, folder), file, library.disk)
    if (theirs.ok && theirs.value !== null) await mergeRevision(library, trip, part, theirs.value)
  }
}

function fileOf(part: RevisedPart, trip: Trip): PartFile {
  const [file] = part.files(trip)
  if (file === undefined) throw new Error(`"${part.name}" is a part without a file.`)
  return file
}
