import type { BackupStatus } from '../../electron/shared/backup.ts'
import { sayMoment } from '../format/moments.ts'
import { sayCount } from '../format/trips.ts'

/** What has become of the copy of the library: the last that went well, and what is not in it yet. */
export function sayBackup({ at, waiting, isRunning, problem }: BackupStatus, timeZone: string, now: string): string {
  const done =
    at === null ? 'Not all trips have been copied there yet.' : `All trips were copied ${sayMoment(at, timeZone, now)}.`
  if (isRunning) return at === null ? 'Copying all trips…' : `${done} Copying what has changed since…`
  if (waiting === 0) return done
  const changed = `${sayCount(waiting, 'trip', 'trips')} changed since`
  return problem === null ? `${done} ${changed}, to be copied in a moment.` : `${done} ${changed}.`
}

/** Why the copy is behind, and what happens next; empty where it is not. */
export function sayBehind({ problem }: BackupStatus, timeZone: string, now: string): string {
  if (problem === null) return ''
  const { failure, at } = problem
  return `${failure.message} Last tried ${sayMoment(at, timeZone, now)}; the next save tries again.`
}
