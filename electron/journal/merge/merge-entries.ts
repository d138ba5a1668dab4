import type { Entry, Trip } from '../../shared/trip.ts'
import { mergeEntry } from './merge-entry.ts'
import { isOtherVersion } from './other-version.ts'
import { compareTimes, isSame, stableJson } from '../trip-file/sides.ts'

export type Deleted = Trip['deleted'][number]

/** Where an entry is in a trip. */
type State = { in: 'journal'; entry: Entry } | { in: 'trash'; deleted: Deleted }

export interface MergedEntries {
  journal: Map<string, Entry>
  trash: Map<string, Deleted>
  /** Entries in which both sides changed the same thing, with the older side's version. */
  clashes: { entry: Entry; fields: string[]; older: Entry }[]
  /** Conflict copies that are no longer needed: nobody has edited them, and their content is in other entries. */
  gone: Set<string>
}

/** Merges the contents of the journal entry by entry; their order is merged separately. */
export function mergeEntries(base: Trip | undefined, one: Trip, other: Trip): MergedEntries {
  const merged: MergedEntries = { journal: new Map(), trash: new Map(), clashes: [], gone: new Set() }
  const [before, states, others] = [base === undefined ? undefined : statesOf(base), statesOf(one), statesOf(other)]
  for (const id of new Set([...states.keys(), ...others.keys()])) {
    mergeState(merged, before?.get(id), states.get(id), others.get(id))
  }
  return merged
}

function statesOf(trip: Trip): Map<string, State> {
  const states = new Map<string, State>()
  for (const entry of trip.entries) states.set(entry.id, { in: 'journal', entry })
  for (const deleted of trip.deleted) states.set(deleted.entry.id, { in: 'trash', deleted })
  return states
}

function mergeState(
  merged: MergedEntries,
  base: State | undefined,
  one: State | undefined,
  other: State | undefined,
): void {
  // An entry that one side does not have at all is either new or was emptied from the other's trash: keep it.
  const [state, second] = one === undefined ? [other, other] : [one, other ?? one]
  if (state === undefined || second === undefined) return
  if ((one === undefined || other === undefined) && wasFollowed(base, state)) {
    merged.gone.add(entryOf(state).id)
    return
  }
  const { entry, fields, older } = mergeEntry(base && entryOf(base), entryOf(state), entryOf(second))
  if (isDeleted(base, state, second)) {
    const [deleted] = [state, second]
      .flatMap((side) => (side.in === 'trash' ? [side.deleted] : []))
      .toSorted(laterFirst)
    if (deleted !== undefined) merged.trash.set(entry.id, { ...deleted, entry })
  } else {
    merged.journal.set(entry.id, entry)
  }
  if (fields.length > 0) merged.clashes.push({ entry, fields, older })
}

/** Whether this is a conflict copy that one side superseded and the other did not change. */
function wasFollowed(base: State | undefined, left: State): boolean {
  if (base?.in !== 'journal' || left.in !== 'journal') return false
  return isOtherVersion(base.entry) && isSame(base.entry, left.entry)
}

function entryOf(state: State): Entry {
  return state.in === 'journal' ? state.entry : state.deleted.entry
}

function laterFirst(a: Deleted, b: Deleted): number {
  return compareTimes(b.deletedAt, a.deletedAt) || (stableJson(a) < stableJson(b) ? 1 : -1)
}

/**
 * Whether an entry is in the trash after the merge. If one side edited it while the other deleted it, the edit wins.
 */
function isDeleted(base: State | undefined, one: State, other: State): boolean {
  if (one.in === 'trash' && other.in === 'trash') return true
  const kept = one.in === 'journal' ? one : other.in === 'journal' ? other : null
  const trashed = one.in === 'trash' ? one : other.in === 'trash' ? other : null
  if (kept === null || trashed === null) return false
  if (base?.in === 'journal') return isSame(base.entry, kept.entry)
  // It was in the trash, and one side has restored it.
  if (base?.in === 'trash' && base.deleted.deletedAt === trashed.deleted.deletedAt) return false
  return compareTimes(kept.entry.updatedAt, trashed.deleted.deletedAt) <= 0
}
