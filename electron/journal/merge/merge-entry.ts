import {
  endField,
  type EntryFields,
  type Field,
  fieldChange,
  fieldsOf,
  type FieldType,
  fieldValue,
  type FieldValues,
} from '../../shared/entries/fields.ts'
import { type Entry, entrySchema } from '../../shared/trip.ts'
import { toKind } from '../edits/change-kind.ts'
import { type Clashes, gatherClashes } from './clashes.ts'
import { mergeList } from './merge-list.ts'
import { mergeText } from './merge-text.ts'
import { mergeValue, mergeWords } from './merge-value.ts'
import { compareTimes, isSame, justAfter, type Merged, on, type Sides, sidesOf } from '../trip-file/sides.ts'

export interface MergedEntry {
  entry: Entry
  /** The fields that both sides changed; the entry has the values of the side that changed last. */
  fields: string[]
  /** The unchanged entry of the side that changed first. */
  older: Entry
}

/**
 * Merges two states of one entry field by field.
 *
 * @param base the state from which both were made; `undefined` if it is unknown
 */
export function mergeEntry(base: Entry | undefined, one: Entry, other: Entry): MergedEntry {
  const sides = sidesOf(base, one, other)
  const { newer, older } = sides
  if (isSame(newer, older)) return { entry: newer, fields: [], older }
  const clashes = gatherClashes<string>()
  const merged = mergeKind(sides, clashes)
  const createdAt = compareTimes(newer.createdAt, older.createdAt) <= 0 ? newer.createdAt : older.createdAt
  const isNewer = isSame({ ...merged, createdAt: '' }, { ...newer, createdAt: '' })
  // Each time of change identifies one state of an entry, so a state that differs from both sides gets its own time.
  const updatedAt = isNewer ? newer.updatedAt : justAfter(newer.updatedAt)
  return { entry: { ...merged, createdAt, updatedAt }, fields: clashes.lost, older }
}

function mergeKind(sides: Sides<Entry>, clashes: Clashes<string>): Entry {
  const { newer, older } = sides
  if (newer.kind !== older.kind) {
    // If only one side has changed the kind, the other side's changes are made to an entry of that kind.
    const before = sides.base?.kind
    if (before !== newer.kind && before !== older.kind) return clashes.take(mergeValue(sides), 'kind')
    const kind = before === newer.kind ? older.kind : newer.kind
    const asKind = (entry: Entry) => toKind(entry, kind)
    return mergeFields(on(sides, asKind), clashes)
  }
  const base = sides.base?.kind === newer.kind ? sides.base : undefined
  return mergeFields({ base, newer, older }, clashes)
}

/** Merges two states of an entry of the same kind. Fields that are not named here are taken from the newer one. */
function mergeFields(sides: Sides<Entry>, { take }: Clashes<string>): Entry {
  const merged = {
    ...sides.newer,
    text: take(mergeText(on(sides, (entry) => entry.text)), 'text'),
    tags: mergeList(on(sides, (entry) => entry.tags)),
    highlight: take(mergeValue(on(sides, (entry) => entry.highlight)), 'highlight'),
    private: isPrivate(on(sides, (entry) => entry.private)),
    ...take(mergeValue(on(sides, timesOf)), 'when'),
    ...mergeOwnFields(sides, take),
    ...sessionOf(sides),
    ...keptOf(mergeValue(on(sides, ({ kept }) => kept)).value),
  }
  // What only the older one has gets its place among the fields, so that both sides write the same bytes.
  const isAdded = (['kept', 'sessionId'] as const).some(
    (key) => merged[key] !== undefined && sides.newer[key] === undefined,
  )
  return isAdded ? entrySchema.parse(merged) : merged
}

/** Without a base it is unknown who assigned the session; an entry that has one on either side keeps it. */
function sessionOf(sides: Sides<Entry>): Pick<Entry, 'sessionId'> {
  const { newer, older, base } = on(sides, ({ sessionId }) => sessionId ?? null)
  const sessionId = sides.base === undefined ? (newer ?? older) : mergeValue({ base, newer, older }).value
  return sessionId === null ? {} : { sessionId }
}

/** A missing value would be a key that the file does not have. */
const keptOf = (kept: Entry['kept']): Pick<Entry, 'kept'> => (kept === undefined ? {} : { kept })

/** Start, end and day are merged together. */
function timesOf(entry: Entry): Pick<Entry, 'day' | 'start'> & EntryFields {
  const { kind, day, start } = entry
  const end = endField(kind)
  return { day, start, ...(end !== null && fieldChange(end, fieldValue(entry, end))) }
}

const mergeField: { [T in Exclude<FieldType, 'end'>]: (sides: Sides<FieldValues[T]>) => Merged<FieldValues[T]> } = {
  line: mergeWords,
  choice: mergeValue,
  flag: mergeValue,
  rows: (sides) => ({ value: mergeList(sides), clash: false }),
}

function mergeOwnFields(sides: Sides<Entry>, take: Clashes<string>['take']): EntryFields {
  const mergeOne = <T extends Exclude<FieldType, 'end'>>(field: Field<T>) => {
    const merged = mergeField[field.type](on(sides, (entry) => fieldValue(entry, field)))
    return fieldChange(field, take(merged, field.name))
  }
  const merged = fieldsOf(sides.newer.kind).map((field) => (field.type === 'end' ? {} : mergeOne(field)))
  return merged.reduce<EntryFields>((all, one) => ({ ...all, ...one }), {})
}

/** If it is unknown who changed this, an entry that is private on either side stays private. */
function isPrivate(sides: Sides<boolean>): boolean {
  return sides.base === undefined ? sides.newer || sides.older : mergeValue(sides).value
}
