import type { EntryFilter } from '../../electron/shared/entries/entry-filter.ts'
import { entryName } from '../../electron/shared/entries/entry-name.ts'
import type { MessageParams } from '../../electron/shared/messages/message-params.ts'
import { emptyPlan, type Plan } from '../../electron/shared/programme.ts'
import { type Failure, fail, ok, type Result } from '../../electron/shared/result.ts'
import type { Entry, Trip } from '../../electron/shared/trip.ts'
import { useApp } from './app-state.ts'
import { prepareFlush } from './before-flush.ts'
import { keepEntries } from './keep-entries.ts'
import { refuseChange } from './read-only.ts'
import { createSaveQueue, type SaveQueue, type SaveStatus } from './save-queue.ts'
import { noteWalked, wordsLost } from './note-walked.ts'
import { createTripDrafts, type TripDrafts } from './trip-drafts.ts'
import { createUndoStack, type Step, type UndoStack } from './undo-stack.ts'

/** How a part of a store is read and written. */
export interface StoreAccess<State> {
  get: () => State
  set: (change: Partial<State> | ((state: State) => Partial<State>)) => void
}

/** The state of the open trip that all slices share. */
export interface ShownTrip {
  /** The open trip as the screen shows it: as on the disk, with all later edits applied. */
  trip: Trip | null
  /** Why the open trip is read-only; `null` if it can be changed whenever the library can. */
  refusal: Failure | null
  /** The day that is shown, `YYYY-MM-DD`. */
  day: string | null
  /** Which entries the list of all days shows; `null` if it shows those of `day`. */
  all: EntryFilter | null
  /** What the owner of the trip plans and saw of its programme. */
  plan: Plan
  entryId: string | null
  /** The entries that are selected together, the open one among them, in the order of the trip; empty unless there are several. */
  group: readonly string[]
  /** Whether an entry was opened for writing: its editor takes the focus and calls `focusTaken`. */
  focusEditor: boolean
  /** What was just undone or done again, for the screen to lead the focus there; it then calls `changeShown`. */
  changed: ChangedPart | null
  /** What Undo and Redo would do now, in words: "moving “Lunch”". */
  undoable: Readonly<Record<'undo' | 'redo', string | null>>
  /** Increases with each state that comes from the disk, to recompute everything that is derived from the trip. */
  revision: number
  save: SaveStatus
}

/** The part of an entry that was changed. */
export interface ChangedPart {
  /** `null`: no entry is left on that day. */
  entryId: string | null
  /** The name of a field; `row` for the entry as a whole. */
  part: string
}

/** Nothing is shown yet. */
export const nothingShown = {
  trip: null,
  refusal: null,
  day: null,
  all: null,
  plan: emptyPlan,
  entryId: null,
  group: [],
  focusEditor: false,
  changed: null,
} as const

/** What has to wait until all unsaved text is saved. */
export type Purpose = Exclude<MessageParams['failure.input.unsaved']['purpose'], 'other'>

/** What the slices of the open trip share: its drafts, its undo stack, and how answers from the engine are handled. */
export interface TripSession extends StoreAccess<ShownTrip> {
  queue: SaveQueue
  undo: UndoStack
  draftsOf: (tripId: string) => TripDrafts
  isOpen: (tripId: string) => boolean
  /** The open trip, if it can be changed. If it is read-only, shows the reason. */
  changeable: () => Trip | null
  entryOf: (entryId: string) => Entry | undefined
  /** The name of an entry, also of a deleted one. */
  nameOf: (entryId: string) => string
  /**
   * Takes back the last step, or does the last one again, and shows a notice that names it.
   *
   * @param step the step to take back if it is not the last
   */
  walk: (way: 'undo' | 'redo', step?: Step) => Promise<void>
  /**
   * Shows a state of the open trip that comes from the disk, with the drafts applied.
   *
   * @param next the entry to open at once if the open one is gone; `null` for none
   */
  receive: (trip: Trip, next?: string | null) => void
  /**
   * Makes a call that changes a trip as a whole. If it is refused, shows why and resolves to `null`.
   *
   * @param next the entry to open at once if the open one is gone then
   */
  change: <T extends { trip: Trip; savedAt: string }>(
    tripId: string,
    call: () => Promise<Result<T>>,
    next?: string | null,
  ) => Promise<T | null>
  /** Sends every draft and waits for every call; resolves with the number of drafts that are still not on the disk. */
  flush: () => Promise<number>
  /**
   * Saves all unsaved text, in every trip, before something that would miss or overwrite it. Fails if it cannot be
   * saved.
   */
  saveAll: (purpose: Purpose) => Promise<Result<null>>
}

function orderedLike(entries: readonly Entry[], order: readonly string[]): Entry[] {
  const places = new Map(order.map((id, index) => [id, index]))
  return entries.toSorted((a, b) => (places.get(a.id) ?? -1) - (places.get(b.id) ?? -1))
}

/** The selected entries in the order of the trip, without those that are gone; empty if no two are left. */
function stillThere(group: readonly string[], entries: readonly Entry[]): readonly string[] {
  const selected = new Set(group)
  const left = entries.flatMap(({ id }) => (selected.has(id) ? [id] : []))
  if (left.length === group.length && left.every((id, index) => id === group[index])) return group
  return left.length > 1 ? left : []
}

export function createTripSession({ get, set }: StoreAccess<ShownTrip>): TripSession {
  const queue = createSaveQueue((save) => set({ save }))
  const undo = createUndoStack(() => {
    const next = undo.next()
    set({ undoable: { undo: next.undo?.label() ?? null, redo: next.redo?.label() ?? null } })
  })
  // Typing in a field that was left in between is a new step.
  window.addEventListener('focusout', () => undo.endGo())
  const drafts = new Map<string, TripDrafts>()

  const isOpen = (tripId: string) => get().trip?.id === tripId

  const receive = (trip: Trip, next: string | null = null) => {
    if (!isOpen(trip.id)) return
    // The last keystrokes are still in the editor. They belong to the state shown until now, and are applied to this
    // one.
    prepareFlush()
    const before = get().trip?.entries ?? []
    const fresh = draftsOf(trip.id).over(trip, before)
    const shown = { ...fresh, entries: keepEntries(before, fresh.entries) }
    const { entryId, group } = get()
    const has = (id: string) => shown.entries.some((entry) => entry.id === id)
    const isMissing = entryId !== null && !has(entryId)
    set(({ revision }) => ({
      trip: shown,
      revision: revision + 1,
      // One entry after the other, as the editor would have to be made again otherwise.
      ...(isMissing ? { entryId: next !== null && has(next) ? next : null } : {}),
      ...(group.length > 0 ? { group: stillThere(group, shown.entries) } : {}),
    }))
  }

  function draftsOf(tripId: string): TripDrafts {
    const known = drafts.get(tripId)
    if (known) return known
    const created = createTripDrafts(tripId, queue, {
      onTrip: (trip) => receive(trip),
      onEntry(saved, order) {
        const { trip } = get()
        if (trip?.id !== tripId) return
        const entries = trip.entries.map((entry) => (entry.id === saved.id ? saved : entry))
        receive({ ...trip, entries: orderedLike(entries, order) })
      },
      onPhoto(saved) {
        const { trip } = get()
        if (trip?.id !== tripId) return
        receive({ ...trip, photos: trip.photos.map((photo) => (photo.id === saved.id ? saved : photo)) })
      },
    })
    drafts.set(tripId, created)
    return created
  }

  async function change<T extends { trip: Trip; savedAt: string }>(
    tripId: string,
    call: () => Promise<Result<T>>,
    next: string | null = null,
  ): Promise<T | null> {
    const answer = await draftsOf(tripId).inOrder(call)
    if (!answer.ok) {
      useApp.getState().showFailure(answer.error)
      return null
    }
    receive(answer.value.trip, next)
    queue.noteSaved(answer.value.savedAt)
    return answer.value
  }

  const entryOf: TripSession['entryOf'] = (entryId) => get().trip?.entries.find(({ id }) => id === entryId)

  const walk: TripSession['walk'] = async (way, step) => {
    // The last keystrokes belong to the step that they continue.
    prepareFlush()
    const { trip: before } = get()
    const walked = await (step === undefined ? undo[way]() : undo.undoStep(step))
    if (walked === null || walked.outcome === 'refused') return
    if (walked.outcome === 'done') walked.step.show?.()
    noteWalked(way, walked, wordsLost(before, get().trip), () => void walk(way === 'undo' ? 'redo' : 'undo'))
  }

  async function flush(): Promise<number> {
    prepareFlush()
    const unsaved = await queue.flush()
    await Promise.all([...drafts.values()].map((one) => one.settled()))
    return unsaved
  }

  return {
    get,
    set,
    queue,
    undo,
    draftsOf,
    isOpen,
    changeable() {
      const { trip, refusal } = get()
      return trip && !refuseChange(refusal) ? trip : null
    },
    entryOf,
    nameOf(entryId) {
      const deleted = get().trip?.deleted.find(({ entry }) => entry.id === entryId)?.entry
      const entry = entryOf(entryId) ?? deleted
      return entry === undefined ? '' : entryName(entry)
    },
    walk,
    receive,
    change,
    flush,
    saveAll: async (purpose) => ((await flush()) === 0 ? ok(null) : fail('input.unsaved', { purpose })),
  }
}
