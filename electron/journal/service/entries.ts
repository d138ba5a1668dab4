import { randomUUID } from 'node:crypto'
import type { Handlers } from '../../shared/contract/index.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Entry, Trip } from '../../shared/trip.ts'
import { addEntry } from '../edits/add-entry.ts'
import { deleteEntry } from '../edits/delete-entry.ts'
import { duplicateEntry } from '../edits/duplicate-entry.ts'
import { editEntries } from '../edits/edit-entries.ts'
import { moveEntry } from '../edits/move-entry.ts'
import { newEntry } from '../../shared/entries/new-entry.ts'
import { undeleteEntry } from '../edits/undelete-entry.ts'
import { entryMissing, findEntry } from '../edits/find-entry.ts'
import { saveEntry, withChanges } from '../edits/save-entry.ts'
import { updateNoting } from '../library/update-noting.ts'
import { type SavedOver, saveOverOthers } from '../merge/save-over-others.ts'
import type { Context, HandlersOf } from './context.ts'

/** Handlers for the journal. Each responds once the change is safely on the disk. */
export function entryHandlers(context: Context): HandlersOf<'entries'> {
  return {
    'entries.add': async ({ tripId, kind, day, start, fields, entryId }) => {
      const blank = newEntry(kind, day, start, entryId)
      const entry = fields === undefined ? blank : withChanges(blank, fields)
      if (entry === null) return fail('input.wrong-kind')
      const saved = await context.library.update(tripId, (trip) => {
        if (!trip.entries.some(({ id }) => id === entryId)) return addEntry(trip, entry)
        // It was added although the first call returned an error, for example because the folder could not be synced.
        return fields === undefined ? ok(trip) : saveEntry(trip, entry.id, fields)
      })
      return saved.ok ? ok({ ...saved.value, entryId: entry.id }) : saved
    },

    'entries.save': (input) => saveFromBase(context, input),

    'entries.move': ({ tripId, entryId, day, before }) =>
      context.library.update(tripId, (trip) => moveEntry(trip, entryId, day, before)),

    'entries.duplicate': async ({ tripId, entryId }) => {
      const copyId = randomUUID()
      const saved = await context.library.update(tripId, (trip) => duplicateEntry(trip, entryId, copyId))
      return saved.ok ? ok({ ...saved.value, entryId: copyId }) : saved
    },

    'entries.delete': ({ tripId, entryId }) => context.library.update(tripId, (trip) => deleteEntry(trip, entryId)),

    'entries.restore': ({ tripId, entryId }) => context.library.update(tripId, (trip) => undeleteEntry(trip, entryId)),

    'entries.edit': ({ tripId, edits }) => context.library.update(tripId, (trip) => editEntries(trip, edits)),
  }
}

/** Saves changes to an entry, merged with what others have changed since the version that they are based on. */
async function saveFromBase(
  { library, emit }: Context,
  { tripId, entryId, changes, baseVersion }: Parameters<Handlers['entries.save']>[0],
): ReturnType<Handlers['entries.save']> {
  type Note = { mine: Entry | undefined; merged: SavedOver | null }
  const saved = await updateNoting(library, tripId, (trip): Result<{ trip: Trip; note: Note }> => {
    if (baseVersion === undefined || findEntry(trip, entryId)?.updatedAt === baseVersion) {
      const changed = saveEntry(trip, entryId, changes)
      if (!changed.ok) return changed
      return ok({ trip: changed.value, note: { mine: findEntry(changed.value, entryId), merged: null } })
    }
    const over = saveOverOthers(trip, entryId, changes, library.knownEntries.find(entryId, baseVersion))
    return over.ok ? ok({ trip: over.value.trip, note: { mine: over.value.mine, merged: over.value } }) : over
  })
  if (!saved.ok) return saved
  const { trip, savedAt, note } = saved.value
  const { mine, merged } = note
  if (merged !== null) {
    // The next change may be based on this version, which differs from the one on the disk.
    if (mine !== undefined) library.knownEntries.remember(mine)
    // Other entries may have changed too.
    emit('trip.changed', { tripId })
    if (merged.conflicts.length > 0) emit('trip.merged', { tripId, conflicts: merged.conflicts })
  }
  const entry = findEntry(trip, entryId)
  if (entry === undefined) return entryMissing()
  const order = trip.entries.map(({ id }) => id)
  return ok({ entry, order, savedAt, baseVersion: mine?.updatedAt ?? entry.updatedAt })
}
