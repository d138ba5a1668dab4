import type { Entry, Trip } from '../../shared/trip.ts'

/** Maximum number of entries that are remembered. */
const MAX_ENTRIES = 2000
/** Maximum length of all their texts together, in UTF-16 units. */
const MAX_TEXT = 4 * 1024 * 1024

/**
 * Recent states of entries. A user may continue to edit an entry as it was shown to them; that state is the base for
 * merging their text with what was written since. A state is identified by `updatedAt`.
 */
export class KnownEntries {
  /** Oldest first. */
  readonly #entries = new Map<string, Entry>()
  #text = 0

  /** Returns `undefined` if the state was dropped or never existed. */
  find(entryId: string, updatedAt: string): Entry | undefined {
    return this.#entries.get(keyOf(entryId, updatedAt))
  }

  remember(entry: Entry): void {
    this.#forget(keyOf(entry.id, entry.updatedAt))
    this.#entries.set(keyOf(entry.id, entry.updatedAt), entry)
    this.#text += entry.text.length
    for (const key of this.#entries.keys()) {
      if (this.#entries.size <= MAX_ENTRIES && this.#text <= MAX_TEXT) break
      if (this.#entries.size > 1) this.#forget(key)
    }
  }

  /** Remembers the entries of a trip that differ in a later state of it. */
  noteReplaced(before: Trip, after: Trip): void {
    // Most entries have not moved.
    const displaced = before.entries.filter((entry, index) => after.entries[index] !== entry)
    if (displaced.length === 0) return
    const replaced = new Map(displaced.map((entry) => [entry.id, entry]))
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
