import type { TripSummary } from '../../shared/contract/library.ts'
import { entryTitle } from '../../shared/entries/entry-name.ts'
import type { Entry, Trip } from '../../shared/trip.ts'
import { countReadWords, countWords } from '../../shared/words.ts'
import { chooseCover } from './choose-cover.ts'
import { isNewer, type ReadTrip } from './trip-file.ts'

/** What the list of trips needs from a trip's file. */
export interface SummarizedTrip {
  createdAt: string
  summary: TripSummary
}

export function summarizeRead({ trip, version }: ReadTrip): SummarizedTrip {
  return { createdAt: trip.createdAt, summary: summarizeTrip(trip, isNewer(version)) }
}

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
 * @param isOfNewer whether a newer Lanyard has written it
 */
export function summarizeTrip(trip: Trip, isOfNewer = false): TripSummary {
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
    isNewer: isOfNewer,
  }
}
