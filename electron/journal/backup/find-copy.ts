import { join } from 'node:path'
import { type Failure, ok, type Result } from '../../shared/result.ts'
import { storedStampOf } from '../disk/file-stamp.ts'
import { type FileSystem, isMissing, isUnreadable, readWhole } from '../disk/file-system.ts'
import { readAbout } from '../history/about-file.ts'
import { tripIdIn } from '../history/inspect-trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { isPlainName } from '../disk/plain-name.ts'
import { message } from '../../shared/messages/message.ts'
import { readTripApart } from '../trip-file/read-apart.ts'
import type { ReadTrip } from '../trip-file/trip-file.ts'
import type { CopyNote } from './backup-notes.ts'
import { shownTripFile, TRIP_FILE, tripFileIn } from '../trip-folder/trip-json.ts'

/** Where a trip is in the backup, and what is currently there. */
export interface FoundCopy {
  /** The folder's name in the backup. */
  folder: string
  /**
   * `null`: no file. `ours`: unchanged since this computer wrote it. Anything else was written elsewhere or is not in
   * the notes, for example because another computer copied the same trip to the same drive.
   */
  there: null | 'ours' | { bytes: Uint8Array; read: Result<ReadTrip> }
}

/** A damaged file is attributed to a trip as far as possible; one that cannot be read at all is an error. */
type Look = { state: 'free' } | { state: 'ours' } | { state: 'taken'; id: string | null; bytes: Uint8Array }

/**
 * Finds where in the backup a trip is, or where it should go. A trip's folder in the library can be renamed at any
 * time; in the backup it keeps its first name, so that there is never a second copy.
 *
 * @param path the backup's folder, absolute
 * @param trip as the library knows it
 * @param known what was noted when it was last copied
 */
export async function findCopy(
  path: string,
  trip: { tripId: string; folder: string },
  known: CopyNote | undefined,
  target: FileSystem,
): Promise<Result<FoundCopy>> {
  const { tripId } = trip
  const about = await readAbout(path, tripId, target)
  const own = [known?.folder, about?.folder].filter((name) => name !== undefined && isPlainName(name))
  for (const name of withNumbers(own, trip.folder)) {
    const look = await inspect(tripFileIn(join(path, name)), known, target)
    if (!look.ok) return look
    const { value } = look
    if (value.state === 'free') return ok({ folder: name, there: null })
    if (value.state === 'ours') return ok({ folder: name, there: 'ours' })
    // A file without a readable id belongs to the trip that is known to have been there.
    const owner = value.id ?? (own.includes(name) ? tripId : null)
    if (owner !== tripId) continue
    const { bytes } = value
    return ok({ folder: name, there: { bytes, read: await readTripApart(bytes, shownTripFile(name)) } })
  }
  throw new Error('There is always another name.')
}

function* withNumbers(own: readonly (string | undefined)[], folder: string): Generator<string> {
  for (const name of own) if (name !== undefined) yield name
  const name = safeName(folder)
  yield name
  for (let number = 2; ; number++) yield `${name}-${number}`
}

/** Most removable drives have a file system that is stricter about names than the library's. */
function safeName(folder: string): string {
  // oxlint-disable-next-line no-control-regex -- Windows allows these in no name
  return folder.replaceAll(/[\u0000-\u001f<>:"/\\|?*]/g, '-').replace(/[. ]+$/, '') || 'trip'
}

async function inspect(
  path: string,
  known: CopyNote | undefined,
  target: FileSystem,
): Promise<{ ok: true; value: Look } | { ok: false; error: Failure }> {
  try {
    const stat = await target.stat(path)
    if (known !== undefined && storedStampOf(stat) === known.copied[TRIP_FILE]) return ok({ state: 'ours' })
    const bytes = await readWhole(path, target)
    return ok({ state: 'taken', id: tripIdIn(bytes), bytes })
  } catch (error) {
    // It is not a trip, so it is kept beside the copy, like a damaged one.
    if (isUnreadable(error)) return ok({ state: 'taken', id: null, bytes: new Uint8Array() })
    return isMissing(error) ? ok({ state: 'free' }) : diskFailure(error, message('attempt.read-backup'), 'backup')
  }
}
