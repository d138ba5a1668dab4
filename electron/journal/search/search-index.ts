import type { Found, FoundName, Hit, SearchQuery } from '../../shared/search.ts'
import type { Trip } from '../../shared/trip.ts'
import { Dictionary } from './dictionary.ts'
import { describeHit } from './describe-hit.ts'
import { findDocuments } from './find-documents.ts'
import { findNames } from './find-names.ts'
import { buildSegment, type Segment } from './segment.ts'

/** A trip as the library knows it, and the stamp of its file. */
export interface ListedTrip {
  tripId: string
  stamp: string
}

/** The words of all trips. It lives in a thread of its own. */
export class SearchIndex {
  #dictionary = new Dictionary()
  readonly #segments = new Map<string, Segment>()
  /** The trips that are searched, newest first. */
  #order: readonly string[] = []

  /**
   * Sets the trips that are searched, newest first. What is known of others is forgotten.
   *
   * @returns the trips whose files have to be read, because they are new or have changed
   */
  list(trips: readonly ListedTrip[]): string[] {
    this.#order = trips.map(({ tripId }) => tripId)
    const listed = new Set(this.#order)
    for (const tripId of this.#segments.keys()) if (!listed.has(tripId)) this.#segments.delete(tripId)
    return trips.filter(({ tripId, stamp }) => this.#segments.get(tripId)?.stamp !== stamp).map(({ tripId }) => tripId)
  }

  /** Indexes a trip, in place of what was known of it. */
  put(trip: Trip, stamp: string): void {
    this.#segments.set(trip.id, buildSegment(trip, stamp, this.#dictionary))
  }

  /** Forgets a trip that cannot be read any more. */
  drop(tripId: string): void {
    this.#segments.delete(tripId)
  }

  find(query: SearchQuery): Omit<Found, 'progress'> {
    const matches = findDocuments(this.#inOrder(), this.#dictionary, query)
    const hits: Hit[] = matches.best.map((match) => describeHit(match, matches, this.#dictionary))
    return { hits, total: matches.total }
  }

  /** The people and tags whose names have words that begin like those of a query, the most frequent first. */
  names(query: string, tripId: string | null, limit: number): FoundName[] {
    const segments = this.#inOrder().filter((segment) => tripId === null || segment.tripId === tripId)
    return findNames(segments, this.#dictionary, query, limit)
  }

  #inOrder(): Segment[] {
    return this.#order.flatMap((tripId) => this.#segments.get(tripId) ?? [])
  }
}
