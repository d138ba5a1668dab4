import { randomUUID } from 'node:crypto'
import type { Trip } from '../../shared/trip.ts'
import { joinAncestors } from '../merge/ancestors.ts'

/** The ancestors of a trip in use, and the name of this run among its writers. */
export class Lineage {
  /** States from which the current one was made and that it does not list among its ancestors yet. */
  #ancestors: string[] = []
  /** Every state of this run that led to the current one. */
  #line = new WeakSet<Trip>()
  #writer = newWriter()
  /** The time of the last state that this run wrote, if any; otherwise empty. */
  #lastWritten = ''

  get writer(): string {
    return this.#writer
  }

  /** The ancestors of a state that is made from the current one. */
  ancestorsAfter(trip: Trip): string[] | undefined {
    // Usually there are no new ones: returning the same list avoids further checks.
    return this.#ancestors.length === 0 ? trip.ancestors : joinAncestors(trip.ancestors, this.#ancestors)
  }

  /** Notes that a state is kept as a version, so that later states list it. */
  noteKept(trip: Trip): void {
    if (this.#line.has(trip)) this.#ancestors.push(trip.updatedAt)
  }

  /** Notes that a state was replaced by one from outside. */
  noteReplaced(trip: Trip): void {
    this.#ancestors.push(trip.updatedAt)
  }

  /** Notes that a state is on the disk. */
  noteWritten(trip: Trip): void {
    this.#line.add(trip)
    this.#lastWritten = trip.writers?.[this.#writer] ?? this.#lastWritten
    this.#ancestors = this.#ancestors.filter((instant) => trip.ancestors?.includes(instant) !== true)
  }

  /** Starts over from a state that was not made here. */
  restart(trip: Trip): void {
    // An earlier state was restored: what was written here since is not in it, nor in what follows it.
    if (this.#lastWritten !== '' && trip.writers?.[this.#writer] !== this.#lastWritten) {
      this.#writer = newWriter()
      this.#lastWritten = ''
    }
    this.#line = new WeakSet([trip])
    this.#ancestors = [trip.updatedAt]
  }
}

function newWriter(): string {
  return `run-${randomUUID().slice(0, 8)}`
}
