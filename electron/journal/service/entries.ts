import { randomUUID } from 'node:crypto'
import { fail, ok } from '../../shared/result.ts'
import { addEntry } from '../edits/add-entry.ts'
import { deleteEntry } from '../edits/delete-entry.ts'
import { duplicateEntry } from '../edits/duplicate-entry.ts'
import { moveEntry } from '../edits/move-entry.ts'
import { newEntry } from '../../shared/entries/new-entry.ts'
import { restoreEntry } from '../edits/restore-entry.ts'
import { saveEntry, withChanges } from '../edits/save-entry.ts'
import type { Context, HandlersOf } from './context.ts'
import { saveSeen } from './save-seen.ts'

/** Writing in the journal. Each answer comes when the change is on the disk for good. */
export function entryHandlers(context: Context): HandlersOf<'entries'> {
  return {
    'entries.add': async ({ tripId, kind, day, start, fields, entryId }) => {
      const blank = newEntry(kind, day, start, entryId)
      const entry = fields === undefined ? blank : withChanges(blank, fields)
      if (entry === null) return fail('input.invalid', `A ${kind} was to be added with what belongs to another kind.`)
      const saved = await context.library.update(tripId, (trip) => {
        if (!trip.entries.some(({ id }) => id === entryId)) return addEntry(trip, entry)
        // It is there, but the answer that said so was an error: a folder that could not be synced, say.
        return fields === undefined ? ok(trip) : saveEntry(trip, entry.id, fields)
      })
      return saved.ok ? ok({ ...saved.value, entryId: entry.id }) : saved
    },

    'entries.save': (input) => saveSeen(context, input),

    'entries.move': ({ tripId, entryId, day, before }) =>
      context.library.update(tripId, (trip) => moveEntry(trip, entryId, day, before)),

    'entries.duplicate': async ({ tripId, entryId }) => {
      const copyId = randomUUID()
      const saved = await context.library.update(tripId, (trip) => duplicateEntry(trip, entryId, copyId))
      return saved.ok ? ok({ ...saved.value, entryId: copyId }) : saved
    },

    'entries.delete': ({ tripId, entryId }) => context.library.update(tripId, (trip) => deleteEntry(trip, entryId)),

    'entries.restore': ({ tripId, entryId }) => context.library.update(tripId, (trip) => restoreEntry(trip, entryId)),
  }
}
