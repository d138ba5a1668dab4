import type { Entry, Trip } from '../../shared/trip.ts'

const MOST_ENTRIES = 2000
/** In UTF-16 units, over all texts. */
const MOST_TEXT = 4 * 1024 * 1024

/**
 * Entries as they were before they were changed, as far as memory reaches: what somebody has begun to write on the state
 * that they saw can be merged with what was written since. An entry's state is known by when it was changed.
 */
export class SeenEntries {
  /** The oldest first. */
  readonly #entries = new Map<string, Entry>()
  #text = 0

  /** @returns `undefined`: too long ago, or never there */
  find(entryId: string, updatedAt: string): Entry | undefined {
    return this.#entries.get(keyOf(entryId, updatedAt))
  }

  remember(entry: Entry): void {
    this.#forget(keyOf(entry.id, entry.updatedAt))
    this.#entries.set(keyOf(entry.id, entry.updatedAt), entry)
    this.#text += entry.text.length
    for (const key of this.#entries.keys()) {
      if (this.#entries.size <= MOST_ENTRIES && this.#text <= MOST_TEXT) break
      if (this.#entries.size > 1) this.#forget(key)
    }
  }

  /** Remembers the entries of a state of a trip that are otherwise in another state. */
  noteReplaced(before: Trip, after: Trip): void {
    // Most stand where they stood.
    const gone = before.entries.filter((entry, index) => after.entries[index] !== entry)
    if (gone.length === 0) return
    const replaced = new Map(gone.map((entry) => [entry.id, entry]))
    for (const { id, updatedAt } of after.entries) {
      if (replaced.get(id)?.updatedAt === updatedAt) replaced.delete(id)
    }
    for (const entry of replaced.values()) this.remember(entry)
  }

  #forget(key: string): void {
    this.#text -= this.#entries.get(key)?.text.length ?? 0
    this.#entries.delete(key)
  }
}

function keyOf(entryId: string, updatedAt: string): string {
  return `${entryId} ${updatedAt}`
}
