import type { PlainKey } from '../messages/message.ts'
import { listOf } from '../messages/translate.ts'
import { type Entry, type EntryKind, sessionKinds } from '../trip.ts'

/*
 * The kinds of entries, and the fields of each in addition to those that all entries have. The code that merges,
 * compares, names and shows entries, the fields on the screen and the options of `lanyard add` read this table. To add
 * a field, add its schema in trip.ts, a row here, and its label in the catalogue (`entry.field.…`).
 */

export type EntryOf<K extends EntryKind> = Extract<Entry, { kind: K }>

/** The fields of an entry that only some kinds of entries have. */
export type OwnFieldOf<K extends EntryKind> = Exclude<keyof EntryOf<K>, keyof Entry>

/** The names of all fields that at least one kind of entry has. */
export type FieldName = { [K in EntryKind]: OwnFieldOf<K> }[EntryKind]

interface Rule {
  /** The option of `lanyard add` in camel case, if its name differs from the field's. */
  option?: string
}

interface RuleWithArgument extends Rule {
  /** The name of the option's value in the help of `lanyard add`. */
  argument: string
}

/** A single-line text. Two versions are merged without losing words. */
type LineRule = RuleWithArgument & {
  type: 'line'
  /** `null` to use the field's label. */
  placeholder: PlainKey | null
} & (
    | {
        /** Its position on the screen: as the title, beside the times, or in a line of its own. */
        place: 'title' | 'times' | 'line'
      }
    | {
        /** In a line of its own, hidden until the user presses a button with this name. */
        place: 'on-demand'
        addLabel: PlainKey
      }
  )

/** A choice between a few values. */
interface ChoiceRule<V extends string = string> extends RuleWithArgument {
  type: 'choice'
  options: readonly { id: V; label: PlainKey }[]
  /** The value in a new entry. */
  empty: V
}

/** Yes or no; no in a new entry. */
interface FlagRule extends Rule {
  type: 'flag'
}

/** The time when it ended. It is merged together with the day and the start. */
interface EndRule extends RuleWithArgument {
  type: 'end'
}

/** A list of items that consist of the same few lines. A merged list has what either version added. */
interface RowsRule<Column extends string = string> extends RuleWithArgument {
  type: 'rows'
  columns: readonly { key: Column; label: PlainKey }[]
}

/** The names of the fields of a type. */
export type FieldNameOf<T extends keyof FieldRules> = {
  [K in EntryKind]: {
    [F in OwnFieldOf<K>]: RuleFor<EntryOf<K>[F]> extends { type: T } ? F : never
  }[OwnFieldOf<K>]
}[EntryKind]

/** The rules of a field, by its type. */
export interface FieldRules {
  line: LineRule
  choice: ChoiceRule
  flag: FlagRule
  end: EndRule
  rows: RowsRule
}

/** The type of rule that matches the type of a field. */
type RuleFor<V> = [V] extends [boolean]
  ? FlagRule
  : [V] extends [readonly (infer Row)[]]
    ? RowsRule<keyof Row & string>
    : null extends V
      ? EndRule
      : string extends V
        ? LineRule
        : [V] extends [string]
          ? ChoiceRule<V>
          : never

interface KindRules<K extends EntryKind> {
  /** In display order, including the title. */
  fields: { [F in OwnFieldOf<K>]: RuleFor<EntryOf<K>[F]> }
  /** Whether a new entry puts the focus on its title rather than its text. */
  isTitledFirst: boolean
  /** What a list shows beside the title; empty parts are left out. */
  details: (entry: EntryOf<K>) => readonly string[]
}

export const entryKindRules: { [K in EntryKind]: KindRules<K> } = {
  talk: {
    fields: {
      title: { type: 'line', place: 'title', placeholder: 'entry.placeholder.talk-title', argument: 'title' },
      shortTitle: {
        type: 'line',
        place: 'on-demand',
        placeholder: 'entry.placeholder.short-title',
        addLabel: 'entry.add.shortTitle',
        argument: 'title',
      },
      speakers: {
        type: 'rows',
        columns: [
          { key: 'name', label: 'entry.column.name' },
          { key: 'role', label: 'entry.column.role' },
          { key: 'affiliation', label: 'entry.column.affiliation' },
        ],
        option: 'speaker',
        argument: 'person',
      },
      room: { type: 'line', place: 'times', placeholder: null, argument: 'room' },
      end: { type: 'end', argument: 'time' },
      session: {
        type: 'choice',
        options: sessionKinds.map((id) => ({ id, label: `entry.session.${id}` as const })),
        empty: 'talk',
        argument: 'kind',
      },
      links: {
        type: 'rows',
        columns: [
          { key: 'label', label: 'entry.column.label' },
          { key: 'url', label: 'entry.column.url' },
        ],
        option: 'link',
        argument: 'link',
      },
      own: { type: 'flag' },
    },
    isTitledFirst: true,
    details: ({ speakers, room }) => [
      listOf(
        speakers.map(({ name }) => name).filter((name) => name !== ''),
        'unit',
      ),
      room,
    ],
  },
  note: {
    fields: {
      title: { type: 'line', place: 'title', placeholder: 'entry.placeholder.note-title', argument: 'title' },
    },
    isTitledFirst: false,
    details: () => [],
  },
  encounter: {
    fields: {
      who: { type: 'line', place: 'title', placeholder: 'entry.placeholder.who', argument: 'name' },
      role: { type: 'line', place: 'line', placeholder: 'entry.placeholder.role', argument: 'role' },
      context: { type: 'line', place: 'line', placeholder: 'entry.placeholder.context', argument: 'text' },
    },
    isTitledFirst: true,
    details: ({ role, context }) => [role || context],
  },
}
