import type { BackupStatus } from '../../electron/shared/backup.ts'
import { formatInstant } from '../../electron/shared/messages/format.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'

/**
 * The state of the backup: when all trips were last copied, and how many have changed since.
 *
 * @param timeZone IANA name of the zone to show times in
 * @param now the current instant
 */
export function formatBackup(status: BackupStatus, timeZone: string, now: string): string {
  const { at, waiting: count, isRunning, problem } = status
  if (at === null) {
    if (isRunning) return t('backup.state-copying-all')
    return count === 0 || problem !== null ? t('backup.state-none') : t('backup.state-none-waiting', { count })
  }
  const when = formatInstant(at, timeZone, now)
  if (isRunning) return t('backup.state-copying', { when })
  if (count === 0) return t('backup.state-done', { when })
  return problem === null ? t('backup.state-waiting', { when, count }) : t('backup.state-behind', { when, count })
}

/** Why the last backup failed, and when the next is made. Empty if it succeeded. */
export function formatBackupProblem({ problem }: BackupStatus, timeZone: string, now: string): string {
  if (problem === null) return ''
  const { failure, at } = problem
  return t('backup.behind', { problem: render(failure), when: formatInstant(at, timeZone, now) })
}
