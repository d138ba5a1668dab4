import type { Entry } from '../trip.ts'
import { newEntry } from './new-entry.ts'

/** Whether nothing has been written in an entry, and none of its fields set. Its day and its start do not count. */
export function isBlankEntry(entry: Entry): boolean {
  const { createdAt, updatedAt } = entry
  const blank = { ...newEntry(entry.kind, entry.day, entry.start, entry.id), createdAt, updatedAt }
  const shown: Entry = { ...entry, text: entry.text.trim() }
  return Object.entries(blank).every(
    ([key, value]) => JSON.stringify(value) === JSON.stringify(shown[key as keyof Entry]),
  )
}
