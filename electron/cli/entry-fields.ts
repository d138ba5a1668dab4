import { type Command, Option } from 'commander'
import type { FieldNameOf } from '../shared/entries/entry-kinds.ts'
import {
  type EntryFields,
  type Field,
  fieldChange,
  fieldsOf,
  type FieldType,
  type FieldValues,
} from '../shared/entries/fields.ts'
import { t } from '../shared/messages/translate.ts'
import { type EntryKind, entryKinds, type Link, type Speaker } from '../shared/trip.ts'
import { collect } from './command.ts'

/** The value of a field's option. */
type Typed = string | readonly string[] | true | undefined

/** The options of `lanyard add` for fields that only some kinds of entries have, by their names in Commander. */
export type FieldOptions = Readonly<Record<string, Typed>>

/** Adds the options for fields that several kinds of entries have. */
export function addSharedFieldOptions(command: Command): void {
  for (const field of allFields().filter(({ name }) => kindsWith(name).length > 1)) command.addOption(optionOf(field))
}

/** Adds the options for fields that one kind of entry has, in a group for each kind. */
export function addFieldOptions(command: Command): void {
  for (const kind of entryKinds) {
    const fields = exclusiveFields(kind)
    if (fields.length > 0) command.optionsGroup(t(`cli.add.group.${kind}`))
    for (const field of fields) command.addOption(optionOf(field))
  }
}

/** The kind of the entry: the one that is named, or else the only one that has such fields, or else a note. */
export function kindOf(named: EntryKind | undefined, options: FieldOptions): EntryKind {
  return named ?? entryKinds.find((kind) => exclusiveFields(kind).some((field) => isGiven(field, options))) ?? 'note'
}

/** The given options that entries of this kind do not have, such as `--room` for a note. */
export function strayOptions(kind: EntryKind, options: FieldOptions): string[] {
  const strays = allFields().filter((field) => isGiven(field, options) && !kindsWith(field.name).includes(kind))
  return strays.map(flagOf)
}

/** The fields of an entry as given; missing ones are as in a new entry. */
export function readFields(kind: EntryKind, options: FieldOptions, end: string | null): EntryFields {
  const read = <T extends FieldType>(field: Field<T>): EntryFields =>
    fieldChange(field, readField[field.type](options[attributeOf(field)], field, end))
  return fieldsOf(kind).reduce<EntryFields>((fields, field) => ({ ...fields, ...read(field) }), {})
}

/** Only the fields that are given. */
export function givenFields(kind: EntryKind, options: FieldOptions, end: string | null): EntryFields {
  const names = fieldsOf(kind).filter((field) => (field.type === 'end' ? end !== null : isGiven(field, options)))
  const all = Object.entries(readFields(kind, options, end))
  return Object.fromEntries(all.filter(([name]) => names.some((field) => field.name === name)))
}

const readField: { [T in FieldType]: (typed: Typed, field: Field<T>, end: string | null) => FieldValues[T] } = {
  line: (typed) => (typeof typed === 'string' ? typed : ''),
  choice: (typed, { rule }) => (typeof typed === 'string' ? typed : rule.empty),
  flag: (typed) => typed === true,
  end: (_typed, _field, end) => end,
  rows: (typed, { name }) => (typeof typed === 'object' ? typed.map((one) => readRow[name](one)) : []),
}

const readRow: { [N in FieldNameOf<'rows'>]: (typed: string) => Speaker | Link } = {
  speakers: readSpeaker,
  links: readLink,
}

/** Each field once, even if several kinds of entries have it. */
function allFields(): Field[] {
  return [...new Map(entryKinds.flatMap(fieldsOf).map((field) => [field.name, field] as const)).values()]
}

function exclusiveFields(kind: EntryKind): Field[] {
  return fieldsOf(kind).filter(({ name }) => kindsWith(name).length === 1)
}

function kindsWith(name: string): EntryKind[] {
  return entryKinds.filter((kind) => fieldsOf(kind).some((field) => field.name === name))
}

function optionOf(field: Field): Option {
  const flag = flagOf(field)
  const help = t(`cli.add.field.${field.name}`)
  if (field.type === 'flag') return new Option(flag, help)
  const option = new Option(`${flag} <${field.rule.argument}>`, help)
  if (field.type === 'choice') return option.choices(field.rule.options.map(({ id }) => id))
  return field.type === 'rows' ? option.argParser(collect) : option
}

type Named = Pick<Field, 'name' | 'rule'>

/** The key under which Commander stores a field's option. */
function attributeOf({ name, rule }: Named): string {
  return rule.option ?? name
}

function flagOf(field: Named): string {
  return `--${attributeOf(field).replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

function isGiven(field: Named, options: FieldOptions): boolean {
  return options[attributeOf(field)] !== undefined
}

/** Reads `Name; role; affiliation`; the last two are optional. */
function readSpeaker(typed: string): Speaker {
  const [name = '', role = '', ...affiliation] = typed.split(';').map((part) => part.trim())
  return { name, role, affiliation: affiliation.join('; ') }
}

/** Reads `slides=https://…`; an address alone is labelled with its host. */
function readLink(typed: string): Link {
  const at = typed.indexOf('=')
  if (at < 0 || /^[a-z][a-z0-9+.-]*:/i.test(typed)) {
    return { label: URL.canParse(typed) ? new URL(typed).host : '', url: typed }
  }
  return { label: typed.slice(0, at).trim(), url: typed.slice(at + 1).trim() }
}
