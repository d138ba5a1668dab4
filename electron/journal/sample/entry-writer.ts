import { blankFields } from '../../shared/entries/fields.ts'
import { instantAt } from '../../shared/zone-time.ts'
import type { Encounter, Entry, Note, Talk } from '../../shared/trip.ts'
import { sampleId } from './sample-id.ts'

type Told = 'text' | 'tags' | 'highlight' | 'private'
type NoteFields = Pick<Note, 'title' | 'text'> & Partial<Pick<Note, Told>>
type EncounterFields = Pick<Encounter, 'who' | 'text'> & Partial<Pick<Encounter, Told | 'role' | 'context'>>
type TalkFields = Pick<Talk, 'title' | 'text'> &
  Partial<Pick<Talk, Told | 'shortTitle' | 'speakers' | 'room' | 'session' | 'links' | 'own'>> & {
    /** The time at which it ended, in the venue's zone. */
    end?: string
  }

interface EntryWriter {
  /** The id of the entry with that name. */
  id: (name: string) => string
  talk: (name: string, day: string, start: string, fields: TalkFields) => Entry
  note: (name: string, day: string, start: string | null, fields: NoteFields) => Entry
  encounter: (name: string, day: string, start: string | null, fields: EncounterFields) => Entry
}

/** Makes the entries of one sample trip. Times are in the trip's zone. */
export function entryWriter(trip: string, timeZone: string): EntryWriter {
  const id = (name: string) => sampleId(`${trip}/${name}`)
  const base = (name: string, day: string, start: string | null) => {
    // Entries without a time were written in the evening.
    const writtenAt = instantAt(day, start ?? '21:30', timeZone)
    return {
      id: id(name),
      day,
      start: start === null ? null : writtenAt,
      tags: [],
      highlight: false,
      private: false,
      createdAt: writtenAt,
      updatedAt: writtenAt,
    }
  }
  return {
    id,
    talk: (name, day, start, { end, ...fields }) => ({
      ...base(name, day, start),
      ...blankFields('talk'),
      end: end === undefined ? null : instantAt(day, end, timeZone),
      ...fields,
    }),
    note: (name, day, start, fields) => ({ ...base(name, day, start), ...blankFields('note'), ...fields }),
    encounter: (name, day, start, fields) => ({ ...base(name, day, start), ...blankFields('encounter'), ...fields }),
  }
}
