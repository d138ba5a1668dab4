import type { EntryFilter } from '../../electron/shared/entries/entry-filter.ts'
import type { Entry } from '../../electron/shared/trip.ts'
import { useApp } from './app-state.ts'
import { useTrip } from './open-trip.ts'
import { shownEntries } from './shown-entries.ts'

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

/** Shows the entries of a trip that a filter lets through, with the focus among them. */
export async function goToEntries(tripId: string, filter: EntryFilter): Promise<void> {
  if (!(await openJournal(tripId))) return
  useTrip.getState().showAll(filter)
  focusRow(shownEntries(useTrip.getState())[0])
}

/** Lets the journal lead the focus to the row of an entry, or to what an empty list offers. */
function focusRow(entry: Entry | undefined): void {
  useTrip.setState({ changed: { entryId: entry?.id ?? null, part: 'row' } })
}

/** Shows a day of the open trip, with the focus among its entries. */
export async function goToDay(day: string): Promise<void> {
  const { trip } = useTrip.getState()
  if (trip === null || !(await openJournal(trip.id))) return
  useTrip.getState().selectDay(day)
  focusRow(shownEntries(useTrip.getState())[0])
}
