import { type EntryChanges, type EntryKind, entryKinds } from '../trip.ts'
import {
  entryKindRules,
  type EntryOf,
  type FieldName,
  type FieldNameOf,
  type FieldRules,
  type OwnFieldOf,
} from './entry-kinds.ts'

/** The values of fields of each type. */
export interface FieldValues {
  line: string
  choice: string
  flag: boolean
  /** ISO 8601 with an offset; `null` if it is unknown. */
  end: string | null
  rows: readonly Readonly<Record<string, string>>[]
}

export type FieldType = keyof FieldValues

/** A field that a kind of entry has, with its rule. */
export type Field<T extends FieldType = FieldType> = {
  [P in T]: { type: P; name: FieldNameOf<P>; rule: FieldRules[P] }
}[T]

/** Changes to an entry without its kind, which never changes. */
export type EntryFields = DistributiveOmit<EntryChanges, 'kind'>
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

type OwnFields = { [K in EntryKind]: Pick<EntryOf<K>, OwnFieldOf<K> | 'kind'> }

// The compiler checks that the table gives each field the rule that matches its schema. It cannot infer the type of a
// value from the name of its field, so the casts for that are in this file and nowhere else.

const fieldsByKind = new Map<EntryKind, readonly Field[]>()

/** The fields of a kind of entry that only some kinds have, in the order of the table. */
export function fieldsOf(kind: EntryKind): readonly Field[] {
  const known = fieldsByKind.get(kind)
  if (known !== undefined) return known
  const fields = Object.entries(entryKindRules[kind].fields).map(
    ([name, rule]) => ({ type: rule.type, name, rule }) as Field,
  )
  fieldsByKind.set(kind, fields)
  return fields
}

/** The value of a field in an entry. */
export function fieldValue<T extends FieldType>(entry: { kind: EntryKind }, { name }: Field<T>): FieldValues[T] {
  return (entry as Partial<Record<FieldName, unknown>>)[name] as FieldValues[T]
}

/** The change that sets a field of an entry. */
export function fieldChange<T extends FieldType>({ name }: Field<T>, value: FieldValues[T]): EntryFields {
  return { [name]: value }
}

/** The initial fields of a kind of entry, except those that all entries have. */
export function blankFields<K extends EntryKind>(kind: K): OwnFields[K] {
  const fields = fieldsOf(kind).map((field) => [field.name, blankValue(field)])
  return { kind, ...Object.fromEntries(fields) } as OwnFields[K]
}

const blank: { [T in FieldType]: (rule: FieldRules[T]) => FieldValues[T] } = {
  line: () => '',
  choice: ({ empty }) => empty,
  flag: () => false,
  end: () => null,
  rows: () => [],
}

function blankValue<T extends FieldType>({ type, rule }: Field<T>): FieldValues[T] {
  return blank[type](rule)
}

const shownOfEveryEntry = ['text', 'when', 'tags', 'highlight', 'private'] as const

/** The fields that a comparison of two versions can name; there, the day and the start are one field, `when`. */
export type EntryFieldName = FieldName | (typeof shownOfEveryEntry)[number]

export function isEntryField(name: string): name is EntryFieldName {
  const own = entryKinds.some((kind) => fieldsOf(kind).some((field) => field.name === name))
  return own || shownOfEveryEntry.some((shown) => shown === name)
}

/** The field that is the title of a kind of entry. */
export function titleField(kind: EntryKind): Field<'line'> {
  const title = fieldsOf(kind).find(isTitle)
  if (title === undefined) throw new Error(`The table of entry kinds names no title for a ${kind}.`)
  return title
}

/** Whether a field of that name is the title of at least one kind of entry. */
export function isTitleName(name: string): boolean {
  return entryKinds.some((kind) => titleField(kind).name === name)
}

/** The field for the end of an entry; `null` for a kind of entry without an end. */
export function endField(kind: EntryKind): Field<'end'> | null {
  return fieldsOf(kind).find(isEnd) ?? null
}

function isEnd(field: Field): field is Field<'end'> {
  return field.type === 'end'
}

function isTitle(field: Field): field is Field<'line'> {
  return field.type === 'line' && field.rule.place === 'title'
}

/** What a list shows of an entry beside its name: speakers and room of a talk, the role of a person. */
export function entryDetails<K extends EntryKind>(kind: K, entry: EntryOf<K>): string {
  return entryKindRules[kind].details(entry).filter(Boolean).join(' · ')
}
