import type { EntryFields } from '../../electron/shared/entries/fields.ts'
import type { Entry } from '../../electron/shared/trip.ts'

type WithoutText<E> = E extends unknown ? Omit<E, 'text' | 'updatedAt'> : never

/** An entry without its text, which changes with every word and belongs to the editor alone. */
export type EntryHead = WithoutText<Entry>

/** The props of an entry's fields. */
export interface HeadProps {
  entry: EntryHead
  /** IANA name of the trip's zone. */
  timeZone: string
  edit: (changes: EntryFields) => void
}

export function headOf(entry: Entry): EntryHead {
  const { text: _text, updatedAt: _updatedAt, ...head } = entry
  return head
}
