import type { Handlers } from '../../shared/contract/index.ts'
import type { Conflict } from '../../shared/history.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { entryMissing, findEntry } from '../edits/place-entry.ts'
import { saveEntry } from '../edits/save-entry.ts'
import { saveOverOthers } from '../merge/save-over-others.ts'
import type { Context } from './context.ts'

type Save = Handlers['entries.save']

/** Saves what was written into an entry, merged with what others have made of it since it was shown. */
export async function saveSeen(
  { library, emit }: Context,
  { tripId, entryId, changes, seen }: Parameters<Save>[0],
): ReturnType<Save> {
  const outcome = { isMerged: false, conflicts: [] as Conflict[], seen: '' }
  const change = (trip: Trip): Result<Trip> => {
    if (seen === undefined || findEntry(trip, entryId)?.updatedAt === seen) {
      const saved = saveEntry(trip, entryId, changes)
      outcome.seen = (saved.ok && findEntry(saved.value, entryId)?.updatedAt) || ''
      return saved
    }
    const over = saveOverOthers(trip, entryId, changes, library.seen.find(entryId, seen))
    if (!over.ok) return over
    const { mine, conflicts } = over.value
    if (mine !== undefined) library.seen.remember(mine)
    Object.assign(outcome, { isMerged: true, conflicts, seen: mine?.updatedAt ?? '' })
    return ok(over.value.trip)
  }
  const saved = await library.update(tripId, change)
  if (!saved.ok) return saved
  const { trip, savedAt } = saved.value
  // More than this entry may be otherwise now.
  if (outcome.isMerged) emit('trip.changed', { tripId })
  if (outcome.conflicts.length > 0) emit('trip.merged', { tripId, conflicts: outcome.conflicts })
  const entry = findEntry(trip, entryId)
  if (entry === undefined) return entryMissing()
  return ok({ entry, order: trip.entries.map(({ id }) => id), savedAt, seen: outcome.seen })
}
