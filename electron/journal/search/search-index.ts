import type { Found, FoundName, Hit, NamesQuery } from '../../shared/search.ts'
import type { Trip } from '../../shared/trip.ts'
import type { FileSystem } from '../disk/file-system.ts'
import { Dictionary } from './dictionary.ts'
import { describeHit } from './describe-hit.ts'
import { findDocuments, type IndexQuery } from './find-documents.ts'
import { keepIndexFile, readIndexFile } from './index-file.ts'
import { findNames } from './find-names.ts'
import { buildSegment } from './segment.ts'
import type { Segment } from './segment-arrays.ts'
import { TermTrips } from './term-trips.ts'
import { WordNumbers } from './word-numbers.ts'

/** A trip as the library knows it, and the stamp of its file. */
export interface ListedTrip {
  tripId: string
  stamp: string
}

/** As many trips are read again in a moment. */
const MANY_CHANGES = 20

/** The words of all trips. It lives in a thread of its own. */
export class SearchIndex {
  #dictionary = new Dictionary()
  #numbers = new WordNumbers(this.#dictionary)
  #segments = new Map<string, Segment>()
  /** The trips that are searched, newest first. */
  #order: readonly string[] = []
  #trips: TermTrips | null = null
  /** How many trips were indexed since the index was last kept. */
  #changes = 0

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
    this.#changes++
    this.#segments.set(trip.id, buildSegment(trip, stamp, this.#dictionary, this.#numbers))
  }

  /** Forgets a trip that cannot be read any more. */
  drop(tripId: string): void {
    this.#segments.delete(tripId)
  }

  /**
   * Begins with what was kept last time. The trips are listed afterwards.
   *
   * @returns whether anything was kept
   */
  async load(library: string, fileSystem: FileSystem): Promise<boolean> {
    const kept = await readIndexFile(library, fileSystem)
    if (kept === null) return false
    this.#dictionary = kept.dictionary
    this.#numbers = new WordNumbers(kept.dictionary)
    this.#segments = new Map(kept.segments.map((segment) => [segment.tripId, segment]))
    this.#changes = 0
    return true
  }

  /** Keeps the index for the next start, if it has changed so much that reading it saves time. */
  async keep(library: string, fileSystem: FileSystem): Promise<void> {
    if (this.#changes === 0 || this.#changes < Math.min(MANY_CHANGES, this.#order.length / 10)) return
    this.#changes = 0
    await keepIndexFile(library, this.#inOrder(), this.#dictionary, fileSystem)
  }

  /** Makes searches faster until a trip changes. It takes as long as some searches. */
  prepare(): void {
    const segments = this.#inOrder()
    if (this.#trips?.isOf(segments) !== true) this.#trips = new TermTrips(segments, this.#dictionary.size)
  }

  find(query: IndexQuery): Omit<Found, 'progress'> {
    const segments = this.#inOrder()
    // Without the memory of trips that are gone.
    if (this.#trips?.isOf(segments) !== true) this.#trips = null
    const matches = findDocuments(segments, this.#dictionary, query, this.#trips)
    const hits: Hit[] = matches.best.map((match) => describeHit(match, matches, this.#numbers))
    return { hits, total: matches.total }
  }

  /** The names that have words which begin like those of a query, the most frequent first. */
  names(query: NamesQuery): FoundName[] {
    const { tripId } = query
    const segments = this.#inOrder().filter((segment) => tripId === null || segment.tripId === tripId)
    return findNames(segments, this.#dictionary, query)
  }

  #inOrder(): Segment[] {
    const segments: Segment[] = []
    for (const tripId of this.#order) {
      const segment = this.#segments.get(tripId)
      if (segment !== undefined) segments.push(segment)
    }
    return segments
  }
}
