import { useEffect, useMemo } from 'react'
import { useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { commandItems, settingItems } from './command-items.ts'
import type { PaletteItem } from './item.ts'
import { dayItems, entryItems, nameItems, tripItems } from './place-items.ts'

/** How many of the newest entries stand above the trips, before anything has been typed. */
const NEWEST = 5

/**
 * Everything that the palette finds, in the order in which it is shown before anything is typed.
 *
 * @param isInText whether the focus was in a text
 */
export function usePaletteItems(isInText: boolean): readonly PaletteItem[] {
  const place = useApp((state) => state.place)
  const trips = useLibrary((state) => state.trips)
  const read = useLibrary((state) => state.read)
  const shownId = place.name === 'trip' ? place.tripId : null
  const trip = useTrip((state) => (state.trip?.id === shownId ? state.trip : null))

  useEffect(() => {
    // The page may have started in a trip, before the library was read.
    if (trips === null) void read()
  }, [trips, read])

  const ofTrips = useMemo(() => tripItems(trips ?? [], shownId), [trips, shownId])
  const ofTrip = useMemo(() => (trip === null ? [] : entryItems(trip)), [trip])
  const days = useMemo(() => (trip === null ? [] : dayItems(trip)), [trip])
  const names = useMemo(() => (trip === null ? [] : nameItems(trip)), [trip])
  const commands = useMemo(() => [...commandItems(isInText), ...settingItems()], [isInText])

  return useMemo(
    () => [
      ...ofTrip.slice(0, NEWEST),
      ...ofTrips.slice(0, NEWEST),
      ...commands,
      ...days,
      ...names,
      ...ofTrip.slice(NEWEST),
      ...ofTrips.slice(NEWEST),
    ],
    [ofTrip, ofTrips, days, names, commands],
  )
}
