import type { EntryChange, Version } from '../../electron/shared/history.ts'
import { compareInstants } from '../../electron/shared/time.ts'
import type { Entry } from '../../electron/shared/trip.ts'

/**
 * The versions in which one entry reads otherwise than in the version before: those to which one may want to go back.
 *
 * @param versions of the whole trip, newest first
 */
export function versionsOfEntry(versions: readonly Version[], entry: Pick<Entry, 'id' | 'createdAt'>): Version[] {
  const oldest = versions.at(-1)
  return versions.filter((version) => {
    // There is none before the oldest, so that nothing is known of it but when it was.
    if (version === oldest) return compareInstants(entry.createdAt, version.savedAt) <= 0
    const own = changeOf(version, entry.id)
    return own === undefined ? version.more > 0 : own.what !== 'deleted'
  })
}

function changeOf(version: Version, entryId: string): EntryChange | undefined {
  return version.changes.find((change) => change.entryId === entryId)
}

/** What became of the entry in a version, in a word or two. */
export function sayOfEntry(version: Version, entryId: string): string {
  const what = changeOf(version, entryId)?.what
  if (what === undefined) return 'As it was then'
  return what === 'added' ? 'As it was begun' : what === 'moved' ? 'Moved' : 'Changed'
}
