import { now } from '../time.ts'
import type { Entry, EntryKind } from '../trip.ts'
import { blankFields } from './fields.ts'

/**
 * An entry in which nothing has been written yet.
 *
 * @param day the date under which it stands, in the trip's zone
 * @param start the moment at which it began; `null` where nobody noted it
 * @param id its identifier from now on
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
