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
import type { Entry } from '../../shared/trip.ts'
import { type Clashes, gatherClashes } from './clashes.ts'
import { mergeList } from './merge-list.ts'
import { mergeText } from './merge-text.ts'
import { mergeValue, mergeWords } from './merge-value.ts'
import { compareTimes, isSame, justAfter, type Merged, on, type Sides, sidesOf } from '../trip-file/sides.ts'

export interface MergedEntry {
  entry: Entry
  /** What both sides changed, as the names of fields; the entry has it from the side that was changed last. */
  fields: string[]
  /** The side that was changed first, as it was. */
  older: Entry
}

/**
 * Merges two states of one entry field by field.
 *
 * @param base the state that both were made from; `undefined`: not known
 */
export function mergeEntry(base: Entry | undefined, one: Entry, other: Entry): MergedEntry {
  const sides = sidesOf(base, one, other)
  const { newer, older } = sides
  if (isSame(newer, older)) return { entry: newer, fields: [], older }
  const clashes = gatherClashes<string>()
  const merged = mergeKind(sides, clashes)
  const createdAt = compareTimes(newer.createdAt, older.createdAt) <= 0 ? newer.createdAt : older.createdAt
  const isNewer = isSame({ ...merged, createdAt: '' }, { ...newer, createdAt: '' })
  // One time of change stands for one state of an entry, so what is neither side's gets a time of its own.
  const updatedAt = isNewer ? newer.updatedAt : justAfter(newer.updatedAt)
  return { entry: { ...merged, createdAt, updatedAt }, fields: clashes.lost, older }
}

function mergeKind(sides: Sides<Entry>, clashes: Clashes<string>): Entry {
  const { newer, older } = sides
  if (newer.kind !== older.kind) return clashes.take(mergeValue(sides), 'kind')
  const base = sides.base?.kind === newer.kind ? sides.base : undefined
  return mergeFields({ base, newer, older }, clashes)
}

/** Merges two states of an entry that are of the same kind. What is not named here is as in the newer one. */
function mergeFields(sides: Sides<Entry>, { take }: Clashes<string>): Entry {
  return {
    ...sides.newer,
    text: take(mergeText(on(sides, (entry) => entry.text)), 'text'),
    tags: mergeList(on(sides, (entry) => entry.tags)),
    highlight: take(mergeValue(on(sides, (entry) => entry.highlight)), 'highlight'),
    private: isPrivate(on(sides, (entry) => entry.private)),
    ...take(mergeValue(on(sides, timesOf)), 'when'),
    ...mergeOwnFields(sides, take),
  }
}

/** An entry begins, ends and is moved as one. */
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

/** Where it is not known who changed it, nothing that one side keeps private gets out. */
function isPrivate(sides: Sides<boolean>): boolean {
  return sides.base === undefined ? sides.newer || sides.older : mergeValue(sides).value
}
