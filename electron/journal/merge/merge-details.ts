import type { Trip, TripDetails } from '../../shared/trip.ts'
import { gatherClashes } from './clashes.ts'
import { mergeList } from './merge-list.ts'
import type { LostWords } from './merge-photos.ts'
import { mergeValue, mergeWords } from './merge-value.ts'
import { on, type Sides } from '../trip-file/sides.ts'

/** Merges what is said about the trip as such. */
export function mergeDetails(sides: Sides<Trip>, lost: LostWords[]): TripDetails {
  const { older } = sides
  const { take, lost: clashes } = gatherClashes<LostWords>()
  const details = {
    title: take(mergeWords(on(sides, (trip) => trip.title)), { field: 'trip title', text: older.title }),
    venue: take(mergeWords(on(sides, (trip) => trip.venue)), { field: 'venue', text: older.venue }),
    city: take(mergeWords(on(sides, (trip) => trip.city)), { field: 'city', text: older.city }),
    country: take(mergeWords(on(sides, (trip) => trip.country)), { field: 'country', text: older.country }),
    // Together, so that the last day does not come before the first.
    ...take(mergeValue(on(sides, ({ firstDay, lastDay }) => ({ firstDay, lastDay }))), {
      field: 'days',
      text: `${older.firstDay} – ${older.lastDay}`,
    }),
    timeZone: take(mergeValue(on(sides, (trip) => trip.timeZone)), { field: 'time zone', text: older.timeZone }),
    language: take(mergeValue(on(sides, (trip) => trip.language)), { field: 'language', text: older.language }),
    authors: mergeList(on(sides, (trip) => trip.authors)),
    tags: mergeList(on(sides, (trip) => trip.tags)),
  }
  lost.push(...clashes)
  return details
}
