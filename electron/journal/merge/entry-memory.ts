import type { Entry, Trip } from '../../shared/trip.ts'

/** Maximum number of remembered entry states per trip; they share most of their memory. */
const MAX_STATES = 5000

/**
 * Remembers states of a trip's entries that were returned to callers, so that a draft based on one of them can be
 * merged with later changes by others.
 */
export class EntryMemory {
  /** State -> the state with which our own save replaced it; itself if others replaced it. */
  readonly #replaced = new Map<string, Entry>()

  /** Notes that our own save has replaced a state of the trip: drafts continue from the new one. */
  noteSave(before: Trip, after: Trip): void {
    for (const [earlier, later] of changedEntries(before, after)) this.#note(earlier, later)
  }

  /** Notes that others have replaced a state of the trip. */
  noteOutsideChange(before: Trip, after: Trip): void {
    for (const [earlier] of changedEntries(before, after)) this.#note(earlier, earlier)
  }

  /**
   * The state with which a draft has to be merged.
   *
   * @param baseVersion the `updatedAt` of the entry on which the draft is based
   * @param current the entry as it is now; `undefined` if it was deleted
   * @returns `null` if the draft can simply replace the entry, because nobody else has changed it since or because this
   * is unknown
   */
  baseOf(entryId: string, baseVersion: string, current: Entry | undefined): Entry | null {
    let base = this.#replaced.get(keyOf(entryId, baseVersion))
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
      if (this.#replaced.size <= MAX_STATES) break
      this.#replaced.delete(key)
    }
  }
}

function keyOf(entryId: string, updatedAt: string): string {
  return `${entryId} ${updatedAt}`
}

/** The entries that differ in the later trip or are missing from it; a missing entry is paired with itself. */
function changedEntries(before: Trip, after: Trip): [Entry, Entry][] {
  const later = new Map<string, Entry>()
  const changes: [Entry, Entry][] = []
  for (const [index, entry] of before.entries.entries()) {
    // Most entries have not moved.
    if (after.entries[index] === entry) continue
    if (later.size === 0) for (const other of after.entries) later.set(other.id, other)
    const other = later.get(entry.id)
    if (other?.updatedAt !== entry.updatedAt) changes.push([entry, other ?? entry])
  }
  return changes
}
