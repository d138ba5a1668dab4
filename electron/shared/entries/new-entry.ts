import { now } from '../time.ts'
import type { Entry, EntryKind } from '../trip.ts'
import { blankFields } from './fields.ts'

/**
 * Creates an empty entry.
 *
 * @param day the date to which it belongs, in the trip's zone
 * @param start when it began; `null` if unknown
 * @param id its id
 */
export function newEntry(kind: EntryKind, day: string, start: string | null, id: string = crypto.randomUUID()): Entry {
  const createdAt = now()
  return {
    id,
    day,
    start,
    text: '',
    tags: [],
    highlight: false,
    private: false,
    createdAt,
    updatedAt: createdAt,
    ...blankFields(kind),
  }
}
