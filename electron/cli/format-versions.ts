import type { Version } from '../shared/history.ts'
import { formatCounts } from '../shared/messages/format.ts'
import { t } from '../shared/messages/translate.ts'
import { clockAt, dayAt } from '../shared/time.ts'
import { columns } from './columns.ts'

/** A moment on the clocks of a zone, in a form that sorts: `2026-04-14 10:45`. */
export function formatMoment(instant: string, timeZone: string): string {
  return `${dayAt(instant, timeZone)} ${clockAt(instant, timeZone)}`
}

/** A table of a trip's versions, newest first, with times in the venue's zone. */
export function formatVersions(versions: readonly Version[], timeZone: string): string {
  const rows = versions.map((version) => [
    version.versionId,
    formatMoment(version.savedAt, timeZone),
    version.entries,
    version.words,
    formatChanges(version),
  ])
  const head = [
    t('cli.column.version'),
    t('cli.column.last-change'),
    t('cli.column.entries'),
    t('cli.column.words'),
    t('cli.column.changes'),
  ]
  return `${columns(head, rows)}\n${t('cli.restore.time-zone', { timeZone })}`
}

/** A version as `--json` prints it. */
export function versionAsJson({ versionId, savedAt, bytes, entries, words, changes }: Version): object {
  return { version: versionId, savedAt, bytes, entries, words, changes }
}

function formatChanges({ changes, more }: Version): string {
  const kinds = ['added', 'changed', 'moved', 'deleted'] as const
  const counts = kinds.map((kind) => {
    const count = changes.filter(({ what }) => what === kind).length
    return [count, t(`cli.changes.${kind}`, { count })] as const
  })
  return formatCounts([...counts, [more, t('cli.changes.more', { count: more })]])
}
