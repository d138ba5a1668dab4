import { placeByTime } from '../../shared/entries/place-entry.ts'
import type { EntryFields } from '../../shared/entries/fields.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Entry, EntryChanges, Trip } from '../../shared/trip.ts'
import { defined } from './defined.ts'
import { momentAfter } from './moment-after.ts'
import { entryMissing, findEntry, without } from './find-entry.ts'

/**
 * Changes the fields of an entry. If the start changes, the entry moves to its place in the day. The day stays, even if
 * the start is after midnight.
 *
 * @param changes of the entry's own kind
 */
export function saveEntry(trip: Trip, entryId: string, changes: EntryChanges): Result<Trip> {
  const entry = findEntry(trip, entryId)
  if (entry === undefined) return entryMissing()
  const changed = withChanges(entry, changes)
  if (changed === null) {
    return fail('input.wrong-kind')
  }
  if (changed.start !== entry.start) return ok({ ...trip, entries: placeByTime(without(trip, entryId), changed) })
  return ok({ ...trip, entries: trip.entries.map((other) => (other.id === entryId ? changed : other)) })
}

/**
 * An entry with some of its fields changed; those that are `undefined` stay.
 *
 * @returns `null` if the changes are for another kind of entry
 */
export function withChanges(entry: Entry, { kind, ...changes }: EntryChanges): Entry | null {
  if (kind !== entry.kind) return null
  return { ...entry, ...defined<EntryFields>(changes), updatedAt: momentAfter(entry.updatedAt) }
}
