import { randomUUID } from 'node:crypto'
import { newEntry } from '../../shared/entries/new-entry.ts'
import { dayOfSession, fieldsOfSession } from '../../shared/programme/entry-from-session.ts'
import { findSession } from '../../shared/programme/sessions-of.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { Trip } from '../../shared/trip.ts'
import { addEntry } from '../edits/add-entry.ts'
import { withChanges } from '../edits/save-entry.ts'
import type { Library } from '../library/library.ts'
import type { Saved } from '../library/prepare-update.ts'
import { updateNoting } from '../library/update-noting.ts'
import { readProgramme } from './programme-store.ts'

type Note = { entryId: string; isNew: boolean }

/**
 * Finds the entry about a session, or adds one that carries the session's title, speakers, room, times and links.
 *
 * @param entryId the id of a new entry
 */
export async function writeAbout(
  library: Library,
  tripId: string,
  sessionId: string,
  entryId: string = randomUUID(),
): Promise<Result<Saved & Note>> {
  const state = await readProgramme(library, tripId)
  if (!state.ok) return state
  const session = findSession(state.value, sessionId)
  if (session === undefined) return fail('programme.no-session')
  const saved = await updateNoting(library, tripId, (trip): Result<{ trip: Trip; note: Note }> => {
    const known = trip.entries.find((entry) => entry.sessionId === sessionId)
    if (known !== undefined) return ok({ trip, note: { entryId: known.id, isNew: false } })
    const blank = newEntry('talk', dayOfSession(session, trip, now()), session.start, entryId)
    const entry = withChanges(blank, fieldsOfSession(session))
    if (entry === null) return fail('input.wrong-kind')
    const added = addEntry(trip, entry)
    return added.ok ? ok({ trip: added.value, note: { entryId, isNew: true } }) : added
  })
  if (!saved.ok) return saved
  const { note, ...rest } = saved.value
  return ok({ ...rest, ...note })
}
