import { assertNever, ok, type Result } from '../../shared/result.ts'
import type { EntryEdit } from '../../shared/entries/entry-edit.ts'
import type { Trip } from '../../shared/trip.ts'
import { changeKind } from './change-kind.ts'
import { deleteEntry } from './delete-entry.ts'
import { moveEntry } from './move-entry.ts'
import { saveEntry } from './save-entry.ts'
import { undeleteEntry } from './undelete-entry.ts'

/** Makes several edits, one after the other. If one of them fails, none is made. */
export function editEntries(trip: Trip, edits: readonly EntryEdit[]): Result<Trip> {
  let edited = trip
  for (const edit of edits) {
    const answer = editOne(edited, edit)
    if (!answer.ok) return answer
    edited = answer.value
  }
  return ok(edited)
}

function editOne(trip: Trip, edit: EntryEdit): Result<Trip> {
  switch (edit.edit) {
    case 'save':
      return saveEntry(trip, edit.entryId, edit.changes)
    case 'move':
      return moveEntry(trip, edit.entryId, edit.day, edit.before)
    case 'kind':
      return changeKind(trip, edit.entryId, edit.kind)
    case 'delete':
      return deleteEntry(trip, edit.entryId)
    case 'restore':
      return undeleteEntry(trip, edit.entryId, edit.before)
    default:
      return assertNever(edit)
  }
}
