import { useApp } from './app-state.ts'
import { openTrip } from './go-to-entry.ts'
import { useTrip } from './open-trip.ts'

/** Shows a session of a trip's programme, with the focus on it. */
export async function goToSession(tripId: string, sessionId: string): Promise<void> {
  if (await openTrip(tripId, 'programme')) useTrip.getState().selectSession(sessionId)
}

/** Opens the entry about a session for writing: the one that the trip has, or a new one. */
export async function writeAboutSession(sessionId: string): Promise<void> {
  const writing = useTrip.getState().writeAbout(sessionId)
  // The entry is shown before it is on the disk: the next keystroke already belongs to it.
  const { trip, entryId } = useTrip.getState()
  const isThere = trip?.entries.some((entry) => entry.id === entryId && entry.sessionId === sessionId) ?? false
  if (trip !== null && isThere) useApp.getState().goToTrip(trip.id, 'journal')
  await writing
}
