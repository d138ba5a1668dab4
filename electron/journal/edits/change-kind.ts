import { fieldChange, fieldsOf, fieldValue, titleField } from '../../shared/entries/fields.ts'
import { newEntry } from '../../shared/entries/new-entry.ts'
import { ok, type Result } from '../../shared/result.ts'
import { type Entry, type EntryKind, entrySchema, type Trip } from '../../shared/trip.ts'
import { entryMissing, findEntry } from './find-entry.ts'
import { momentAfter } from './moment-after.ts'

/** Changes the kind of an entry. Its title, its times and its text stay; other fields are kept until it changes back. */
export function changeKind(trip: Trip, entryId: string, kind: EntryKind): Result<Trip> {
  const entry = findEntry(trip, entryId)
  if (entry === undefined) return entryMissing()
  if (entry.kind === kind) return ok(trip)
  const changed = { ...toKind(entry, kind), updatedAt: momentAfter(entry.updatedAt) }
  return ok({ ...trip, entries: trip.entries.map((other) => (other === entry ? changed : other)) })
}

/** An entry as one of another kind. Going back and forth changes nothing. */
export function toKind(entry: Entry, kind: EntryKind): Entry {
  if (entry.kind === kind) return entry
  const hidden = new Map<string, unknown>([...Object.entries(entry.kept ?? {}), ...ownValues(entry)])
  const title = fieldValue(entry, titleField(entry.kind))
  const own = fieldsOf(kind).flatMap(({ name }) => {
    if (!hidden.has(name)) return []
    const value = hidden.get(name)
    hidden.delete(name)
    return [[name, value] as const]
  })
  const { id, day, start, text, tags, highlight, private: isPrivate, sessionId, createdAt, updatedAt } = entry
  return entrySchema.parse({
    ...newEntry(kind, day, start, id),
    ...Object.fromEntries(own),
    ...fieldChange(titleField(kind), title),
    ...(hidden.size > 0 && { kept: Object.fromEntries(hidden) }),
    text,
    tags,
    highlight,
    private: isPrivate,
    ...(sessionId !== undefined && { sessionId }),
    createdAt,
    updatedAt,
  })
}

/** The fields that only some kinds have, without the title and without those that are empty. */
function ownValues(entry: Entry): (readonly [string, unknown])[] {
  const blank = newEntry(entry.kind, entry.day, null, entry.id)
  const title = titleField(entry.kind).name
  return fieldsOf(entry.kind).flatMap((field) => {
    const value = fieldValue(entry, field)
    const isBlank = JSON.stringify(value) === JSON.stringify(fieldValue(blank, field))
    return isBlank || field.name === title ? [] : [[field.name, value] as const]
  })
}
