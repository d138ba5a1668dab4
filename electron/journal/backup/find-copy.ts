import { join } from 'node:path'
import { type Failure, ok, type Result } from '../../shared/result.ts'
import { type FileSystem, isMissing } from '../disk/file-system.ts'
import { readAbout } from '../history/about-file.ts'
import { tripIdIn } from '../history/inspect-trip.ts'
import { seenOf } from '../library/summary-cache.ts'
import { type ReadTrip, readTrip, TRIP_FILE } from '../trip-file/trip-file.ts'
import type { CopyNote } from './backup-notes.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { message } from '../../shared/messages/message.ts'

/** A trip's place in the backup, and what is there now. */
export interface FoundCopy {
  /** The folder's name in the backup. */
  folder: string
  /**
   * `null`: no file. `ours`: it is as it was left here last. Anything else was put there from elsewhere, or nobody
   * remembers: another computer may have copied the same trip to the same stick.
   */
  there: null | 'ours' | { bytes: Uint8Array; read: Result<ReadTrip> }
}

/** A file that is damaged says whose it is as far as one can tell; one that cannot be read at all is an error. */
type Look = { state: 'free' } | { state: 'ours' } | { state: 'taken'; id: string | null; bytes: Uint8Array }

/**
 * Finds where in the backup a trip is, or where it is to go. A trip's folder in the library can be renamed at any time:
 * in the backup it keeps its first name, so that it is never there twice.
 *
 * @param path the backup's folder, absolute
 * @param trip by what the library knows it
 * @param known what was noted when it was copied last
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
    const look = await lookAt(join(path, name, TRIP_FILE), known, target)
    if (!look.ok) return look
    const { value } = look
    if (value.state === 'free') return ok({ folder: name, there: null })
    if (value.state === 'ours') return ok({ folder: name, there: 'ours' })
    // A file that does not say any more whose it is belongs to whoever is known to have been there.
    const owner = value.id ?? (own.includes(name) ? tripId : null)
    if (owner !== tripId) continue
    const { bytes } = value
    return ok({ folder: name, there: { bytes, read: readTrip(bytes, `${name}/${TRIP_FILE}`) } })
  }
  throw new Error('There is always another name.')
}

function* withNumbers(own: readonly (string | undefined)[], folder: string): Generator<string> {
  for (const name of own) if (name !== undefined) yield name
  const name = safeName(folder)
  yield name
  for (let number = 2; ; number++) yield `${name}-${number}`
}

/** Sticks mostly have a file system that allows less in a name than the library's. */
function safeName(folder: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what Windows allows in no name
  return folder.replaceAll(/[\u0000-\u001f<>:"/\\|?*]/g, '-').replace(/[. ]+$/, '') || 'trip'
}

/** A name that was read from the stick and is about to be part of a path. */
function isPlainName(name: string): boolean {
  return name !== '' && !name.startsWith('.') && !/[/\\\0]/.test(name)
}

async function lookAt(
  path: string,
  known: CopyNote | undefined,
  target: FileSystem,
): Promise<{ ok: true; value: Look } | { ok: false; error: Failure }> {
  try {
    const stat = await target.stat(path)
    if (known !== undefined && seenOf(stat) === known.copied) return ok({ state: 'ours' })
    const file = await target.open(path, 'r')
    try {
      const bytes = await file.readFile()
      return ok({ state: 'taken', id: tripIdIn(bytes), bytes })
    } finally {
      await file.close().catch(() => {})
    }
  } catch (error) {
    return isMissing(error) ? ok({ state: 'free' }) : diskFailure(error, message('attempt.read-backup'), 'backup')
  }
}
