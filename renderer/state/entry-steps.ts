import { type EntryFields, fieldsOf, isEntryField } from '../../electron/shared/entries/fields.ts'
import type { MessageParams } from '../../electron/shared/messages/message-params.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { entryPart, type PartId } from '../../electron/shared/report/post-places.ts'
import type { Entry } from '../../electron/shared/trip.ts'
import { useApp } from './app-state.ts'
import type { EntryPlaces } from './entry-places.ts'
import { changesNothing, fieldStep, pickFields } from './field-step.ts'
import type { Spot } from './spots.ts'
import { walkText } from './text-history.ts'
import type { TripSession } from './trip-session.ts'
import type { Step } from './undo-stack.ts'

/** What the steps need from the entries of the open trip. */
export interface EntryActions {
  /** Changes fields without a step. */
  apply: (entryId: string, changes: EntryFields) => void
  places: Pick<EntryPlaces, 'spotOf' | 'putTo'>
  /** Selects a part of the report, which is on the screen. */
  showInReport: (part: PartId) => void
  /** Opens an entry and its day. */
  select: (entryId: string) => void
}

/** The steps that take back edits of an entry's fields. */
export interface EntrySteps {
  /**
   * Remembers an edit that has just been made; what is typed in one field in one go is one step.
   *
   * @param entry before the edit
   * @param spot where it was then, if the edit may move it
   */
  record: (entry: Entry, changes: EntryFields, spot: Spot | null) => void
  /** Notes that a text's own history has taken it to another state. */
  followHistory: (entry: Entry, changes: EntryFields) => void
  /** Opens an entry in the journal, and lets the screen lead the focus to a part of it. */
  show: (tripId: string, entryId: string, part: string) => void
}

/** Whether a field of an entry is typed letter by letter. An edit of any other is complete in itself. */
function isTyped({ kind }: Entry, name: string): boolean {
  const field = fieldsOf(kind).find((one) => one.name === name)
  return name === 'text' || field?.type === 'line' || field?.type === 'rows'
}

/** The parts of an entry that are written in the report, too. */
const inReport: ReadonlySet<string> = new Set(['text', 'title', 'who'])

type NamedField = MessageParams['undo.step.field']['field']

/** The name of a field for a message. Start and end are one field, and the name of a person is a title. */
function fieldName(field: string): NamedField {
  if (field === 'start') return 'when'
  if (!isEntryField(field)) return 'other'
  if (field === 'end') return 'when'
  return field === 'who' ? 'title' : field
}

/** The fields in which something is typed. */
const placeOf = (entryId: string, changes: EntryFields) => `${entryId} ${Object.keys(changes).join(' ')}`

export function createEntrySteps(
  session: TripSession,
  { apply, places, showInReport, select }: EntryActions,
): EntrySteps {
  const { get, set, undo, nameOf, draftsOf, isOpen, entryOf } = session

  const show: EntrySteps['show'] = (tripId, entryId, part) => {
    const { place: shown, goToTrip } = useApp.getState()
    if (!isOpen(tripId)) return
    // The report shows the words of its entries, so whoever is there stays there.
    if (shown.name === 'trip' && shown.tab === 'report' && inReport.has(part)) return showInReport(entryPart(entryId))
    if (shown.name !== 'trip' || shown.tab !== 'journal') goToTrip(tripId, 'journal')
    if (get().entryId !== entryId) select(entryId)
    set({ day: entryOf(entryId)?.day ?? get().day, changed: { entryId, part } })
  }

  function stepFor(entry: Entry, changes: EntryFields, spot: Spot | null): Step {
    const { id: entryId } = entry
    const tripId = get().trip?.id ?? ''
    const [first = ''] = Object.keys(changes)
    const before = pickFields<EntryFields>(entry, changes)
    /** Where the entry is on either side of the step. */
    const spots = { back: spot, again: spot }
    return fieldStep<EntryFields>({
      before,
      after: changes,
      place: placeOf(entryId, changes),
      label: () => t('undo.step.field', { field: fieldName(first), name: nameOf(entryId) }),
      now: () => {
        const current = isOpen(tripId) ? entryOf(entryId) : undefined
        return current === undefined ? null : pickFields<EntryFields>(current, changes)
      },
      async apply(fields, way) {
        if (fields.text !== undefined) walkText(entryId, fields.text)
        if (fields.start === undefined) return apply(entryId, fields)
        // A save with another start puts the entry where that belongs. It may have been elsewhere, moved by hand.
        await draftsOf(tripId).flushEntry(entryId)
        spots[way === 'back' ? 'again' : 'back'] = places.spotOf(entryId)
        apply(entryId, fields)
        await draftsOf(tripId).flushEntry(entryId)
        const old = spots[way]
        if (old !== null) await places.putTo(tripId, entryId, old)
      },
      show: () => show(tripId, entryId, first),
    })
  }

  return {
    show,
    record(entry, changes, spot) {
      const canGrow = Object.keys(changes).every((name) => isTyped(entry, name))
      if (canGrow && undo.grow(placeOf(entry.id, changes), changes)) return
      if (!changesNothing(entry, changes)) undo.push(stepFor(entry, changes, spot))
    },
    followHistory(entry, changes) {
      if (undo.growLast(placeOf(entry.id, changes), changes) || changesNothing(entry, changes)) return
      undo.push(stepFor(entry, changes, null))
    },
  }
}
