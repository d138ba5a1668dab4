import type { Encounter, Entry, Note, Talk } from '../../electron/shared/trip.ts'
import type { EntryFields } from '../state/trip-drafts.ts'

type Changing = 'text' | 'updatedAt'

export type TalkHead = Omit<Talk, Changing>
export type NoteHead = Omit<Note, Changing>
export type EncounterHead = Omit<Encounter, Changing>

/** An entry without its text, which changes with every word and is the editor's alone. */
export type EntryHead = TalkHead | NoteHead | EncounterHead

/** What the fields of an entry work with. */
export interface FieldsOf<E> {
  entry: E
  /** The trip's. */
  timeZone: string
  edit: (changes: EntryFields) => void
}

export function headOf(entry: Entry): EntryHead {
  const { text: _text, updatedAt: _updatedAt, ...head } = entry
  return head
}

/** What the entry is called; empty where it has no name. */
export function nameOf(head: EntryHead): string {
  return head.kind === 'encounter' ? head.who : head.title
}
