import type { Version } from '../../shared/history.ts'
import type { Result } from '../../shared/result.ts'
import { ok } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import type { FileSystem } from '../disk/file-system.ts'
import { newestFirst } from './thin-versions.ts'
import { findVersions, measureVersions, readVersion } from './version-files.ts'
import { instantOf } from './version-id.ts'
import { keepNotes, noteVersion, readNotes, type VersionNote, type VersionNotes } from './version-notes.ts'
import { message } from '../../shared/messages/message.ts'

/**
 * Lists the versions of a trip, newest first. Unreadable ones are left out. The summary of each version is computed
 * once and stored.
 */
export async function listVersions(
  library: string,
  tripId: string,
  fileSystem: FileSystem,
): Promise<Result<Version[]>> {
  try {
    const versionIds = await findVersions(library, tripId, fileSystem)
    const files = await measureVersions(library, tripId, versionIds, fileSystem)
    const sizes = new Map(files.map(({ versionId, bytes }) => [versionId, bytes]))
    const known = await readNotes(library, tripId, fileSystem)
    const notes = await noteAll(library, tripId, newestFirst([...sizes.keys()]).toReversed(), known, fileSystem)
    const isNew = notes.size !== known.size || [...notes].some(([versionId, note]) => known.get(versionId) !== note)
    if (isNew) await keepNotes(library, tripId, notes, fileSystem)
    return ok([...notes].map(([versionId, note]) => toVersion(versionId, note, sizes)).toReversed())
  } catch (error) {
    return diskFailure(error, message('attempt.list-versions'))
  }
}

function toVersion(versionId: string, note: VersionNote, sizes: ReadonlyMap<string, number>): Version {
  const { before: _before, ...rest } = note
  return { versionId, savedAt: instantOf(versionId) ?? '', bytes: sizes.get(versionId) ?? 0, ...rest }
}

/** @param versionIds oldest first */
async function noteAll(
  library: string,
  tripId: string,
  versionIds: readonly string[],
  known: VersionNotes,
  fileSystem: FileSystem,
): Promise<VersionNotes> {
  const read = async (versionId: string): Promise<Trip | null> => {
    const trip = await readVersion(library, tripId, versionId, fileSystem)
    return trip.ok ? trip.value : null
  }
  const notes: VersionNotes = new Map()
  let before: { versionId: string; trip: Trip | null } | null = null
  for (const versionId of versionIds) {
    const note = known.get(versionId)
    if (note !== undefined && note.before === (before?.versionId ?? null)) {
      notes.set(versionId, note)
      before = { versionId, trip: null }
      continue
    }
    const trip = await read(versionId)
    if (trip === null) continue
    const earlier: Trip | null = before === null ? null : (before.trip ?? (await read(before.versionId)))
    notes.set(versionId, {
      ...noteVersion(trip, before === null || earlier === null ? null : { versionId: before.versionId, trip: earlier }),
      before: before?.versionId ?? null,
    })
    before = { versionId, trip }
  }
  return notes
}
