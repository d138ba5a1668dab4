import type { Entry } from '../trip.ts'
import { fieldsOf, fieldValue, titleField } from './fields.ts'

/** The names of the people in an entry: the speakers of a talk, and the person of an encounter. */
export function peopleIn(entry: Entry): string[] {
  // Most entries are notes, and this is asked for all of them.
  if (entry.kind === 'note') return []
  const names = fieldsOf(entry.kind).flatMap((field) =>
    field.type === 'rows' ? fieldValue(entry, field).map((row) => row['name'] ?? '') : [],
  )
  const met = entry.kind === 'encounter' ? [fieldValue(entry, titleField(entry.kind))] : []
  return [...met, ...names].map((name) => name.replaceAll(/\s+/g, ' ').trim()).filter(Boolean)
}
