import { entryName } from '../../electron/shared/entries/entry-name.ts'
import type { EntryFields } from '../../electron/shared/entries/fields.ts'
import { formatDate } from '../../electron/shared/messages/format.ts'
import type { MessageParams } from '../../electron/shared/messages/message-params.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Entry, EntryKind } from '../../electron/shared/trip.ts'
import { useApp } from './app-state.ts'
import type { BlankEntries } from './blank-entries.ts'
import type { EntrySteps } from './entry-steps.ts'
import { changesNothing } from './field-step.ts'
import { createSeveralSteps, type Part } from './several-steps.ts'
import { shownEntries } from './shown-entries.ts'
import { sortByTime } from '../../electron/shared/entries/sort-by-time.ts'
import { spotBefore } from './spots.ts'
import { stepTarget } from './step-target.ts'
import type { TripSession } from './trip-session.ts'
import type { Step } from './undo-stack.ts'

/** Selecting several entries, and changing all of them in one step. */
export interface SeveralSlice {
  /**
   * Selects several entries, of which one is open.
   *
   * @param entryIds in any order
   */
  selectSeveral: (entryIds: readonly string[], openId: string) => void
  /**
   * Changes fields of several entries.
   *
   * @param change returns the changes of an entry; it gets all of them as well, to decide by what they are when their
   * turn comes
   */
  editSeveral: (
    entryIds: readonly string[],
    change: (entry: Entry, all: readonly Entry[]) => EntryFields,
  ) => Promise<void>
  /** Moves entries to a day, one after the other before another entry or, with `null`, to the end of the day. */
  moveSeveral: (entryIds: readonly string[], day: string, before: string | null) => Promise<void>
  /** Moves entries of one day a step up (-1) or down (1), as one block. */
  stepSeveral: (entryIds: readonly string[], step: 1 | -1) => Promise<void>
  /** Puts the entries of a day in the order of their times. */
  sortDay: (day: string) => Promise<void>
  /** Changes the kind of entries. What the new kind does not show is kept, and comes back with the old one. */
  changeKind: (entryIds: readonly string[], kind: EntryKind) => Promise<void>
  /** Deletes entries, and shows a notice with an Undo. */
  deleteSeveral: (entryIds: readonly string[]) => Promise<void>
}

type NamedField = MessageParams['undo.step.field-of-several']['field']

/** The name of a field for a message. */
const nameOf = (field: string): NamedField =>
  field === 'tags' || field === 'highlight' || field === 'private' ? field : 'other'

/** Whether entries already stand one after the other before another one or at the end of a day. */
function isAlreadyThere(
  entries: readonly Entry[],
  moved: readonly Entry[],
  { day, before }: { day: string; before: string | null },
): boolean {
  const ofDay = entries.filter((entry) => entry.day === day)
  const end = before === null ? ofDay.length : ofDay.findIndex(({ id }) => id === before)
  const block = ofDay.slice(Math.max(0, end - moved.length), Math.max(0, end))
  return block.length === moved.length && block.every((entry, index) => entry === moved[index])
}

export function severalSlice(
  session: TripSession,
  { show }: Pick<EntrySteps, 'show'>,
  blanks: Pick<BlankEntries, 'used' | 'leave'>,
): SeveralSlice {
  const { get, set, undo, walk, changeable } = session
  const steps = createSeveralSteps(session)

  let turn: Promise<unknown> = Promise.resolve()
  /** Does one thing after the other, however fast the keys come: each depends on what the one before has made. */
  const inTurn = (task: () => Promise<void>): Promise<void> =>
    undo.during(() => {
      const next = turn.then(task)
      turn = next.catch(() => {})
      return next
    })

  /** The entries with these ids, in the order of the trip. */
  function entriesOf(entryIds: readonly string[]): Entry[] {
    const wanted = new Set(entryIds)
    return (get().trip?.entries ?? []).filter(({ id }) => wanted.has(id))
  }

  /** Selects entries again and leads the focus to one of them. */
  function showSeveral(tripId: string, entryIds: readonly string[]): void {
    const { entryId } = get()
    const there = entriesOf(entryIds).map(({ id }) => id)
    const [first] = there
    const open = entryId !== null && there.includes(entryId) ? entryId : first
    if (open === undefined) return
    show(tripId, open, 'row')
    set({ group: there.length > 1 ? there : [] })
  }

  /** Takes a step for the first time. Resolves to it, or to `null` if nothing was done. */
  async function take(tripId: string, parts: readonly Part[], label: () => string): Promise<Step | null> {
    const ids = parts.map(({ entryId }) => entryId)
    blanks.used(ids)
    if (parts.length === 0 || (await steps.go(tripId, parts, 'again')) !== 'done') return null
    const step = steps.step(tripId, parts, { label, show: () => showSeveral(tripId, ids) })
    undo.push(step)
    return step
  }

  async function move(entryIds: readonly string[], day: string, before: string | null): Promise<void> {
    const trip = changeable()
    if (!trip) return
    const moved = entriesOf(entryIds)
    const together = new Set(moved.map(({ id }) => id))
    if (isAlreadyThere(trip.entries, moved, { day, before })) return
    const others = trip.entries.filter(({ id }) => !together.has(id))
    const spot = spotBefore(others, day, before)
    const parts = moved.map((entry) => steps.place(entry, { day, spot }, together))
    const count = parts.length
    const [first] = moved
    const name = first === undefined ? '' : entryName(first)
    const label = () => (count === 1 ? t('undo.step.move-entry', { name }) : t('undo.step.move-entries', { count }))
    const step = await take(trip.id, parts, label)
    if (step !== null && together.has(get().entryId ?? '')) set({ day })
  }

  return {
    selectSeveral(entryIds, openId) {
      const ids = entriesOf(entryIds).map(({ id }) => id)
      const { trip, entryId: before } = get()
      if (before !== null && before !== openId && trip) void session.draftsOf(trip.id).flushEntry(before)
      set({ entryId: openId, focusEditor: false, group: ids.length > 1 ? ids : [] })
      if (before !== null && !ids.includes(before)) blanks.leave(before)
    },

    editSeveral: (entryIds, change) =>
      inTurn(async () => {
        const trip = changeable()
        if (!trip) return
        const all = entriesOf(entryIds)
        const changed = all.flatMap((entry) => {
          const changes = change(entry, all)
          return changesNothing<EntryFields>(entry, changes) ? [] : [{ entry, changes }]
        })
        const [field = ''] = Object.keys(changed[0]?.changes ?? {})
        const parts = changed.map(({ entry, changes }) => steps.fields(entry, changes))
        await take(trip.id, parts, () => t('undo.step.field-of-several', { field: nameOf(field), count: parts.length }))
      }),

    moveSeveral: (entryIds, day, before) => inTurn(() => move(entryIds, day, before)),

    stepSeveral: (entryIds, step) =>
      inTurn(async () => {
        const [first, ...others] = entriesOf(entryIds)
        // In the list of all days, those of several days have no place in common.
        if (first === undefined || others.some(({ day }) => day !== first.day)) return
        const ofDay = (get().trip?.entries ?? []).filter(({ day }) => day === first.day)
        const ids = ofDay.map(({ id }) => id)
        const before = stepTarget(ids, entryIds, step)
        if (before !== undefined) await move(entryIds, first.day, before)
      }),

    sortDay: (day) =>
      inTurn(async () => {
        const trip = changeable()
        if (!trip) return
        const before = trip.entries.filter((entry) => entry.day === day)
        const after = sortByTime(before)
        const old = before.map(({ id }) => id)
        const sorted = after.map(({ id }) => id)
        if ((await steps.arrange(trip.id, day, sorted)) !== 'done') return
        undo.push({
          label: () => t('undo.step.sort-day', { day: formatDate(day, 'weekday') }),
          back: () => steps.arrange(trip.id, day, old),
          again: () => steps.arrange(trip.id, day, sorted),
          show: () => show(trip.id, get().entryId ?? old[0] ?? '', 'row'),
        })
      }),

    changeKind: (entryIds, kind) =>
      inTurn(async () => {
        const trip = changeable()
        if (!trip) return
        const changed = entriesOf(entryIds).filter((entry) => entry.kind !== kind)
        const parts = changed.map((entry) => steps.kind(entry, kind))
        const [first] = changed
        const name = first === undefined ? '' : entryName(first)
        await take(trip.id, parts, () => t('undo.step.kind', { name, count: parts.length }))
      }),

    deleteSeveral: (entryIds) =>
      inTurn(async () => {
        const trip = changeable()
        const removed = entriesOf(entryIds)
        const last = removed.at(-1)
        if (!trip || last === undefined) return
        const gone = new Set(removed.map(({ id }) => id))
        const shown = shownEntries(get())
        const at = shown.indexOf(last)
        const left = (entry: Entry) => !gone.has(entry.id)
        const neighbour = shown.slice(at).find(left) ?? shown.slice(0, at).findLast(left)
        const count = removed.length
        const parts = removed.map(({ id }) => steps.removal(id, gone))
        const step = await take(trip.id, parts, () => t('undo.step.delete-entries', { count }))
        if (step === null) return
        const entryId = neighbour?.id ?? null
        set({ entryId, group: [], changed: { entryId, part: 'row' } })
        useApp.getState().notify(t('journal.entries-deleted', { count }), {
          label: t('action.undo'),
          run: () => void walk('undo', step),
        })
      }),
  }
}
