import type { Trip, TripDetails } from '../../shared/trip.ts'
import { gatherClashes } from './clashes.ts'
import { mergeList } from './merge-list.ts'
import type { LostWords } from './merge-photos.ts'
import { mergeValue, mergeWords } from './merge-value.ts'
import { on, type Sides } from '../trip-file/sides.ts'

/** Merges which picture was chosen as the cover. States without a choice get none. */
export function mergeCover(sides: Sides<Trip>): Pick<Trip, 'cover'> {
  const { newer, older } = sides
  if (newer.cover === undefined && older.cover === undefined) return {}
  return { cover: mergeValue(on(sides, (trip) => trip.cover ?? null)).value }
}

/** Merges the details of the trip: its title, place and days. */
export function mergeDetails(sides: Sides<Trip>, lost: LostWords[]): TripDetails {
  const { older } = sides
  const { take, lost: clashes } = gatherClashes<LostWords>()
  const details = {
    title: take(mergeWords(on(sides, (trip) => trip.title)), { of: 'title', text: older.title }),
    venue: take(mergeWords(on(sides, (trip) => trip.venue)), { of: 'venue', text: older.venue }),
    city: take(mergeWords(on(sides, (trip) => trip.city)), { of: 'city', text: older.city }),
    country: take(mergeWords(on(sides, (trip) => trip.country)), { of: 'country', text: older.country }),
    // Merged together, so that the last day is never before the first.
    ...take(mergeValue(on(sides, ({ firstDay, lastDay }) => ({ firstDay, lastDay }))), {
      of: 'days',
      text: `${older.firstDay} – ${older.lastDay}`,
    }),
    timeZone: take(mergeValue(on(sides, (trip) => trip.timeZone)), { of: 'timeZone', text: older.timeZone }),
    language: take(mergeValue(on(sides, (trip) => trip.language)), { of: 'language', text: older.language }),
    authors: mergeList(on(sides, (trip) => trip.authors)),
    tags: mergeList(on(sides, (trip) => trip.tags)),
  }
  lost.push(...clashes)
  return details
}
