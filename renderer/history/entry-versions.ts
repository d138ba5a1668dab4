import type { EntryChange, Version } from '../../electron/shared/history.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { compareInstants } from '../../electron/shared/time.ts'
import type { Entry } from '../../electron/shared/trip.ts'

/**
 * The versions in which an entry differs from the version before; only these are worth restoring.
 *
 * @param versions of the whole trip, newest first
 */
export function versionsOfEntry(versions: readonly Version[], entry: Pick<Entry, 'id' | 'createdAt'>): Version[] {
  const oldest = versions.at(-1)
  return versions.filter((version) => {
    // There is nothing to compare the oldest version with, so only its date is known.
    if (version === oldest) return compareInstants(entry.createdAt, version.savedAt) <= 0
    const own = changeOf(version, entry.id)
    return own === undefined ? version.more > 0 : own.what !== 'deleted'
  })
}

function changeOf(version: Version, entryId: string): EntryChange | undefined {
  return version.changes.find((change) => change.of === 'entry' && change.entryId === entryId)
}

/** What happened to an entry in a version, in a word or two. */
export function formatEntryChange(version: Version, entryId: string): string {
  return t(`history.entry.${changeOf(version, entryId)?.what ?? 'unknown'}`)
}
