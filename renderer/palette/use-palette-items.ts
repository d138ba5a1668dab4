import { useEffect, useMemo } from 'react'
import { sessionsOf } from '../../electron/shared/programme/sessions-of.ts'
import { useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { commandItems, settingItems } from './command-items.ts'
import type { PaletteItem } from './item.ts'
import { dayItems, entryItems, personItems, reportItems, tagItems, tripItems } from './place-items.ts'

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
  const reports = useMemo(() => (trip === null ? [] : reportItems(trip)), [trip])
  const programme = useTrip((state) => (state.programmeOf === shownId ? state.programme : null))
  const plan = useTrip((state) => state.plan)
  const names = useMemo(
    () => (trip === null ? [] : [...personItems(trip, sessionsOf({ programme, plan })), ...tagItems(trip)]),
    [trip, programme, plan],
  )
  const commands = useMemo(() => [...commandItems(isInText), ...settingItems()], [isInText])

  return useMemo(
    () => [
      ...ofTrip.slice(0, NEWEST),
      ...ofTrips.slice(0, NEWEST),
      ...commands,
      ...reports,
      ...days,
      ...names,
      ...ofTrip.slice(NEWEST),
      ...ofTrips.slice(NEWEST),
    ],
    [ofTrip, ofTrips, reports, days, names, commands],
  )
}
