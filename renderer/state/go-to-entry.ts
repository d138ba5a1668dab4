import type { EntryFilter } from '../../electron/shared/entries/entry-filter.ts'
import type { Entry } from '../../electron/shared/trip.ts'
import { flushSync } from 'react-dom'
import type { TripTab } from '../../electron/shared/commands.ts'
import { useApp } from './app-state.ts'
import { useTrip } from './open-trip.ts'
import { shownEntries } from './shown-entries.ts'

/** Shows a trip in one of its views, and resolves to whether it could be opened. */
export async function openTrip(tripId: string, tab: TripTab): Promise<boolean> {
  const { place, goToTrip } = useApp.getState()
  if (place.name !== 'trip' || place.tripId !== tripId || place.tab !== tab) goToTrip(tripId, tab)
  if (useTrip.getState().trip?.id !== tripId) await useTrip.getState().open(tripId)
  return useTrip.getState().trip?.id === tripId
}

const openJournal = (tripId: string) => openTrip(tripId, 'journal')

/** Opens an entry of any trip for writing. */
export async function goToEntry(tripId: string, entryId: string): Promise<void> {
  await openEntry(tripId, entryId)
}

/** The same, and resolves to whether it is there. */
export async function openEntry(tripId: string, entryId: string): Promise<boolean> {
  if (!(await openJournal(tripId))) return false
  const { trip, selectEntry } = useTrip.getState()
  const isThere = trip?.entries.some(({ id }) => id === entryId) ?? false
  // Afterwards it is on the screen, and a word in it can be selected.
  if (isThere) flushSync(() => selectEntry(entryId, { focus: true }))
  return isThere
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
