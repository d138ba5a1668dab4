import type { TripSummary } from '../../electron/shared/contract/library.ts'
import { foldText } from '../../electron/shared/fold-text.ts'

/** What a trip is found by: its name, its place and its years. */
const wordsOf = ({ title, venue, city, country, firstDay, lastDay }: TripSummary): string =>
  foldText([title, venue, city, country, firstDay.slice(0, 4), lastDay.slice(0, 4)].join(' '))

/** The trips whose name, place or year contains every word that was typed. */
export function findTrips(trips: readonly TripSummary[], typed: string): readonly TripSummary[] {
  const words = foldText(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return trips
  return trips.filter((trip) => {
    const text = wordsOf(trip)
    return words.every((word) => text.includes(word))
  })
}

/** Trips by the year in which they begin, in their own order. */
export function tripsByYear(trips: readonly TripSummary[]): [year: string, trips: TripSummary[]][] {
  const years = new Map<string, TripSummary[]>()
  for (const trip of trips) {
    const year = trip.firstDay.slice(0, 4)
    const known = years.get(year)
    if (known) known.push(trip)
    else years.set(year, [trip])
  }
  return [...years]
}
