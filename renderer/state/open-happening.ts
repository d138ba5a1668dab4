import { flushSync } from 'react-dom'
import type { Happening } from '../../electron/shared/programme/happening.ts'
import { useApp } from './app-state.ts'
import { openEntry } from './go-to-entry.ts'
import { useTrip } from './open-trip.ts'

/** Opens the entry about a talk in the journal, with the cursor in its text; begins it if there is none. */
export async function openHappening({ entry, session }: Pick<Happening, 'entry' | 'session'>): Promise<void> {
  const { trip, writeAbout } = useTrip.getState()
  if (trip === null) return
  if (entry !== null) {
    await openEntry(trip.id, entry.id)
    return
  }
  if (session === null) return
  // The journal is on the screen when its text gets the focus.
  flushSync(() => useApp.getState().goToTrip(trip.id, 'journal'))
  await writeAbout(session.id)
}
