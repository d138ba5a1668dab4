import type { Version } from '../shared/history.ts'
import { clockAt, dayAt } from '../shared/time.ts'
import { columns } from './columns.ts'

/** A moment by the clocks in a zone: `2026-04-14 10:45`. */
export function formatMoment(instant: string, timeZone: string): string {
  return `${dayAt(instant, timeZone)} ${clockAt(instant, timeZone)}`
}

/** The versions of a trip as a table, newest first, with its times by the clocks of the venue. */
export function formatVersions(versions: readonly Version[], timeZone: string): string {
  const rows = versions.map((version) => [
    version.versionId,
    formatMoment(version.savedAt, timeZone),
    version.entries,
    version.words,
    formatChanges(version),
  ])
  return `${columns(['Version', 'Last change in it', 'Entries', 'Words', 'What was done'], rows)}\nTimes are those of ${timeZone}.`
}

/** What programs are told of a version. */
export function versionAsJson({ versionId, savedAt, bytes, entries, words, changes }: Version): object {
  return { version: versionId, savedAt, bytes, entries, words, changes }
}

function formatChanges({ changes, more }: Version): string {
  const kinds = ['added', 'changed', 'moved', 'deleted'] as const
  const counts = kinds.map((kind) => [kind, changes.filter(({ what }) => what === kind).length] as const)
  const said = counts.filter(([, number]) => number > 0).map(([kind, number]) => `${number} ${kind}`)
  return [...said, ...(more === 0 ? [] : [`${more} more`])].join(', ')
}
