import { useApp } from './app-state.ts'
import { useTrip } from './open-trip.ts'

/** Shows the journal of a trip, and resolves to whether it could be opened. */
async function openJournal(tripId: string): Promise<boolean> {
  const { place, goToTrip } = useApp.getState()
  if (place.name !== 'trip' || place.tripId !== tripId || place.tab !== 'journal') goToTrip(tripId, 'journal')
  if (useTrip.getState().trip?.id !== tripId) await useTrip.getState().open(tripId)
  return useTrip.getState().trip?.id === tripId
}

/** Opens an entry of any trip for writing. */
export async function goToEntry(tripId: string, entryId: string): Promise<void> {
  if (!(await openJournal(tripId))) return
  const { trip, selectEntry } = useTrip.getState()
  if (trip?.entries.some(({ id }) => id === entryId)) selectEntry(entryId, { focus: true })
}

/** Shows a day of the open trip, with the focus among its entries. */
export async function goToDay(day: string): Promise<void> {
  const { trip } = useTrip.getState()
  if (trip === null || !(await openJournal(trip.id))) return
  const first = useTrip.getState().trip?.entries.find((entry) => entry.day === day)
  useTrip.getState().selectDay(day)
  useTrip.setState({ changed: { entryId: first?.id ?? null, part: 'row' } })
}
