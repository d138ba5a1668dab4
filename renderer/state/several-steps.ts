import type { EntryFields } from '../../electron/shared/entries/fields.ts'
import { type EntryEdit, MAX_EDITS } from '../../electron/shared/entries/entry-edit.ts'
import type { Entry, EntryKind } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'
import { changesNothing, pickFields } from './field-step.ts'
import { nextAt, type Spot, spotOfEntry } from './spots.ts'
import type { TripSession } from './trip-session.ts'
import type { Outcome, Step } from './undo-stack.ts'

export type Way = 'back' | 'again'

/** What a step does to one of several entries. */
export interface Part {
  entryId: string
  /** The edit that leads one way now. `idle`: there is nothing to change; `overtaken`: others have changed the same. */
  edit: (way: Way) => EntryEdit | 'idle' | 'overtaken'
}

/** Steps that change several entries of the open trip at once. Each way is one save. */
export interface SeveralSteps {
  /** Sets fields of an entry. */
  fields: (entry: Entry, changes: EntryFields) => Part
  /** Moves an entry to a day, before another one. `together`: the ids of all entries that the step moves. */
  place: (entry: Entry, to: DaySpot, together: ReadonlySet<string>) => Part
  /** Changes the kind of an entry. */
  kind: (entry: Entry, kind: EntryKind) => Part
  /** Deletes an entry. `together`: the ids of all entries that the step deletes. */
  removal: (entryId: string, together: ReadonlySet<string>) => Part
  /** Puts entries of a day in this order, at the end of that day. Those that are not on it any more are left out. */
  arrange: (tripId: string, day: string, order: readonly string[]) => Promise<Outcome>
  /** Goes one way for the first time. */
  go: (tripId: string, parts: readonly Part[], way: Way) => Promise<Outcome>
  step: (tripId: string, parts: readonly Part[], say: Pick<Step, 'label' | 'show'>) => Step
}

/** A place on a day. */
export interface DaySpot {
  day: string
  spot: Spot
}

export function createSeveralSteps(session: TripSession): SeveralSteps {
  const { get, draftsOf, isOpen, entryOf, change } = session

  /** An entry that another can be put before on a day. Those that move along are there by then. */
  const placeBefore = ({ day, spot }: DaySpot, together: ReadonlySet<string>): string | null =>
    nextAt(spot, (id) => together.has(id) || entryOf(id)?.day === day)

  /** The place of an entry now. */
  const spotOf = (entry: Entry): DaySpot => ({ day: entry.day, spot: spotOfEntry(get().trip?.entries ?? [], entry) })

  const fields: SeveralSteps['fields'] = ({ id: entryId, ...entry }, after) => {
    const before = pickFields<EntryFields>(entry, after)
    return {
      entryId,
      edit(way) {
        const current = entryOf(entryId)
        const [from, to] = way === 'back' ? [after, before] : [before, after]
        if (current === undefined) return 'overtaken'
        const now = pickFields<EntryFields>(current, after)
        if (changesNothing<EntryFields>(now, to)) return 'idle'
        if (!changesNothing<EntryFields>(now, from)) return 'overtaken'
        return { edit: 'save', entryId, changes: { ...to, kind: current.kind } }
      },
    }
  }

  const place: SeveralSteps['place'] = (entry, to, together) => {
    const { id: entryId } = entry
    const from = spotOf(entry)
    return {
      entryId,
      edit(way) {
        if (entryOf(entryId) === undefined) return 'overtaken'
        const target = way === 'back' ? from : to
        return { edit: 'move', entryId, day: target.day, before: placeBefore(target, together) }
      },
    }
  }

  const kind: SeveralSteps['kind'] = ({ id: entryId, kind: before }, after) => ({
    entryId,
    edit(way) {
      const [from, to] = way === 'back' ? [after, before] : [before, after]
      const current = entryOf(entryId)?.kind
      if (current === to) return 'idle'
      return current === from ? { edit: 'kind', entryId, kind: to } : 'overtaken'
    },
  })

  const removal: SeveralSteps['removal'] = (entryId, together) => {
    // The engine knows only where it was when it was deleted last, which may have been elsewhere.
    let from: DaySpot | null = null
    return {
      entryId,
      edit(way) {
        const entry = entryOf(entryId)
        if ((entry !== undefined) === (way === 'back')) return 'idle'
        if (entry !== undefined) {
          from = spotOf(entry)
          return { edit: 'delete', entryId }
        }
        const canReturn = get().trip?.deleted.some((deleted) => deleted.entry.id === entryId) ?? false
        if (!canReturn || from === null) return 'overtaken'
        return { edit: 'restore', entryId, before: placeBefore(from, together) }
      },
    }
  }

  /** Saves what is typed in entries, because the answer to the next call replaces it on the screen. */
  async function settle(tripId: string, entryIds: readonly string[]): Promise<boolean> {
    for (const entryId of entryIds) {
      if (await draftsOf(tripId).flushEntry(entryId)) continue
      useApp.getState().showFailure({ code: 'input.unsaved', params: { purpose: 'other' } })
      return false
    }
    return isOpen(tripId)
  }

  async function send(tripId: string, edits: readonly EntryEdit[]): Promise<Outcome> {
    for (let done = 0; done < edits.length; done += MAX_EDITS) {
      const input = { tripId, edits: edits.slice(done, done + MAX_EDITS) }
      if ((await change(tripId, () => bridge.call('entries.edit', input))) === null) return 'refused'
    }
    return 'done'
  }

  const arrange: SeveralSteps['arrange'] = async (tripId, day, order) => {
    if (!(await settle(tripId, order))) return 'refused'
    const there = order.filter((entryId) => entryOf(entryId)?.day === day)
    if (there.length === 0) return 'overtaken'
    return send(
      tripId,
      there.map((entryId) => ({ edit: 'move', entryId, day, before: null })),
    )
  }

  async function go(tripId: string, parts: readonly Part[], way: Way): Promise<Outcome> {
    const ids = parts.map(({ entryId }) => entryId)
    if (!(await settle(tripId, ids))) return 'refused'
    // Going back, each entry finds those that came after it at their places again.
    const found = (way === 'back' ? parts.toReversed() : parts).map(({ edit }) => edit(way))
    const edits = found.filter((edit) => typeof edit !== 'string')
    if (edits.length === 0) return found.includes('overtaken') ? 'overtaken' : 'idle'
    if ((await send(tripId, edits)) === 'refused') return 'refused'
    for (const edit of edits) if (edit.edit === 'delete') draftsOf(tripId).discardEntry(edit.entryId)
    return 'done'
  }

  return {
    fields,
    place,
    kind,
    removal,
    arrange,
    go,
    step: (tripId, parts, say) => ({
      ...say,
      back: () => go(tripId, parts, 'back'),
      again: () => go(tripId, parts, 'again'),
    }),
  }
}
