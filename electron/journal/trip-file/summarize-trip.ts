import type { TripSummary } from '../../shared/contract/library.ts'
import { entryTitle } from '../../shared/entries/entry-name.ts'
import type { Entry, Trip } from '../../shared/trip.ts'
import { countReadWords, countWords } from '../../shared/words.ts'
import { chooseCover } from './choose-cover.ts'

/** Entries are immutable, so each is counted only once. */
const counted = new WeakMap<Entry, number>()

function wordsOf(entry: Entry): number {
  const known = counted.get(entry)
  if (known !== undefined) return known
  const words = countWords(entryTitle(entry)) + countReadWords(entry.text)
  counted.set(entry, words)
  return words
}

/**
 * The summary of a trip in the list of trips.
 *
 * @param isNewer whether a newer Lanyard has written it
 */
export function summarizeTrip(trip: Trip, isNewer = false): TripSummary {
  const { id, title, venue, city, country, firstDay, lastDay, timeZone, updatedAt } = trip
  return {
    id,
    title,
    venue,
    city,
    country,
    firstDay,
    lastDay,
    timeZone,
    entries: trip.entries.length,
    words: trip.entries.reduce((sum, entry) => sum + wordsOf(entry), 0),
    published: trip.report.published,
    updatedAt,
    cover: chooseCover(trip),
    isNewer,
  }
}
