import type { Entry, Trip } from '../../shared/trip.ts'

/** So many states of entries are remembered of a trip; they share what they have with each other. */
const MOST = 5000

/**
 * Remembers the states of a trip's entries that were given out, so that a draft which was begun on one of them can be
 * merged with what somebody else has made of the entry since.
 */
export class EntryMemory {
  /** State -> what a save of our own made of it; itself where somebody else replaced it. */
  readonly #replaced = new Map<string, Entry>()

  /** A save of our own has put a state of the trip in the place of another: drafts go on from the later one. */
  noteSave(before: Trip, after: Trip): void {
    for (const [earlier, later] of changedEntries(before, after)) this.#note(earlier, later)
  }

  /** Somebody else has put a state of the trip in the place of another. */
  noteOutsideChange(before: Trip, after: Trip): void {
    for (const [earlier] of changedEntries(before, after)) this.#note(earlier, earlier)
  }

  /**
   * The state with which a draft has to be merged.
   *
   * @param seen when the entry was updated on which the draft was begun
   * @param current the entry as it is now; `undefined`: it was deleted
   * @returns `null` where the draft can be laid over the entry: nobody else has changed it since, or nobody knows
   */
  baseOf(entryId: string, seen: string, current: Entry | undefined): Entry | null {
    let base = this.#replaced.get(keyOf(entryId, seen))
    if (base === undefined) return null
    for (;;) {
      const next: Entry | undefined = this.#replaced.get(keyOf(entryId, base.updatedAt))
      if (next === undefined) return base.updatedAt === current?.updatedAt ? null : base
      if (next === base) return base
      base = next
    }
  }

  #note(earlier: Entry, later: Entry): void {
    this.#replaced.set(keyOf(earlier.id, earlier.updatedAt), later)
    for (const key of this.#replaced.keys()) {
      if (this.#replaced.size <= MOST) break
      this.#replaced.delete(key)
    }
  }
}

function keyOf(entryId: string, updatedAt: string): string {
  return `${entryId} ${updatedAt}`
}

/** The entries of which there is another state, or none, in the later trip; of those that are gone, themselves. */
function changedEntries(before: Trip, after: Trip): [Entry, Entry][] {
  const later = new Map<string, Entry>()
  const changes: [Entry, Entry][] = []
  for (const [index, entry] of before.entries.entries()) {
    // Most stand where they stood.
    if (after.entries[index] === entry) continue
    if (later.size === 0) for (const other of after.entries) later.set(other.id, other)
    const other = later.get(entry.id)
    if (other?.updatedAt !== entry.updatedAt) changes.push([entry, other ?? entry])
  }
  return changes
}
