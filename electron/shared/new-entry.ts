import { assertNever } from './result.ts'
import { now } from './time.ts'
import type { Entry, EntryKind } from './trip.ts'

/**
 * An entry in which nothing has been written yet.
 *
 * @param day the date under which it stands, in the trip's zone
 * @param start the moment at which it began; `null` where nobody noted it
 * @param id what it is to be known by from now on
 */
export function newEntry(kind: EntryKind, day: string, start: string | null, id: string = crypto.randomUUID()): Entry {
  const createdAt = now()
  const fields = {
    id,
    day,
    start,
    text: '',
    tags: [],
    highlight: false,
    private: false,
    createdAt,
    updatedAt: createdAt,
  }
  switch (kind) {
    case 'talk':
      return {
        ...fields,
        kind,
        title: '',
        shortTitle: '',
        speakers: [],
        room: '',
        end: null,
        session: 'talk',
        links: [],
        own: false,
      }
    case 'note':
      return { ...fields, kind, title: '' }
    case 'encounter':
      return { ...fields, kind, who: '', role: '', context: '' }
    default:
      return assertNever(kind)
  }
}
