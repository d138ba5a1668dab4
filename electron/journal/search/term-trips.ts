import type { Lookup } from './scan-segment.ts'
import { type Numbers, numbersUpTo, type Segment } from './segment-arrays.ts'

/** The terms of a query that each trip has, as places in its `terms`: none if it lacks one of the needs. */
export interface FoundTerms {
  places: Uint32Array
  /** Where the places of each trip begin; one more than there are trips. */
  starts: Uint32Array
}

/**
 * The trips that have each word of the dictionary. Most words are in few trips: without this, a search asks each trip for
 * each word that begins like the letters so far.
 */
export class TermTrips {
  readonly #segments: readonly Segment[]
  /** Where the trips of each term begin; one more than there are terms. */
  readonly #starts: Uint32Array
  /** The numbers of the trips that have each term. */
  readonly #trips: Numbers
  /** The place of the term in the `terms` of each of these trips. */
  readonly #places: Numbers

  /** @param size of the dictionary */
  constructor(segments: readonly Segment[], size: number) {
    this.#segments = segments
    const starts = new Uint32Array(size + 1)
    let [length, longest] = [0, 0]
    for (const { terms } of segments) {
      for (let place = 0; place < terms.length; place++) {
        const next = (terms[place] ?? 0) + 1
        starts[next] = (starts[next] ?? 0) + 1
      }
      length += terms.length
      longest = Math.max(longest, terms.length)
    }
    for (let id = 0; id < size; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0)
    this.#starts = starts
    this.#trips = numbersUpTo(segments.length, length)
    this.#places = numbersUpTo(longest, length)
    this.#fill(starts.slice())
  }

  /** @param next where the next trip of each term goes */
  #fill(next: Uint32Array): void {
    const [trips, places] = [this.#trips, this.#places]
    for (const [trip, { terms }] of this.#segments.entries()) {
      for (let place = 0; place < terms.length; place++) {
        const id = terms[place] ?? 0
        const at = next[id] ?? 0
        next[id] = at + 1
        trips[at] = trip
        places[at] = place
      }
    }
  }

  /** Whether it was made from these trips, in this order. */
  isOf(segments: readonly Segment[]): boolean {
    const own = this.#segments
    return own.length === segments.length && own.every((segment, number) => segment === segments[number])
  }

  /** @param all the bits of all needs */
  find({ ids, firsts }: Lookup, all: number): FoundTerms {
    const count = this.#segments.length
    const [counts, present] = [new Uint32Array(count), new Uint8Array(count)]
    const [allStarts, trips] = [this.#starts, this.#trips]
    for (const id of ids) {
      const wanted = firsts[id] ?? 0
      const end = allStarts[id + 1] ?? 0
      for (let at = allStarts[id] ?? 0; at < end; at++) {
        const trip = trips[at] ?? 0
        counts[trip] = (counts[trip] ?? 0) + 1
        present[trip] = (present[trip] ?? 0) | wanted
      }
    }
    const starts = new Uint32Array(count + 1)
    for (let trip = 0; trip < count; trip++) {
      starts[trip + 1] = (starts[trip] ?? 0) + (present[trip] === all ? (counts[trip] ?? 0) : 0)
    }
    return { places: this.#placesIn(ids, present, all, starts), starts }
  }

  /** @param present the needs that each trip has, one bit each */
  #placesIn(ids: Uint32Array, present: Uint8Array, all: number, starts: Uint32Array): Uint32Array {
    const found = new Uint32Array(starts.at(-1) ?? 0)
    const next = starts.slice()
    const [allStarts, trips, places] = [this.#starts, this.#trips, this.#places]
    for (const id of ids) {
      const end = allStarts[id + 1] ?? 0
      for (let at = allStarts[id] ?? 0; at < end; at++) {
        const trip = trips[at] ?? 0
        if (present[trip] !== all) continue
        const to = next[trip] ?? 0
        next[trip] = to + 1
        found[to] = places[at] ?? 0
      }
    }
    return found
  }
}
