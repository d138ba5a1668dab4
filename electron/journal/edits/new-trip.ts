import { now } from '../../shared/time.ts'
import {
  type Entry,
  type EntryKind,
  type Report,
  type Trip,
  type TripDetails,
  TRIP_SCHEMA_VERSION,
} from '../../shared/trip.ts'
import { assertNever } from '../../shared/result.ts'

/** The report that every trip has from its first moment: told by day, named like the trip. */
export function newReport(details: TripDetails): Report {
  return {
    title: details.title,
    authors: details.authors,
    tags: details.tags,
    publishedOn: null,
    published: false,
    lead: '',
    closing: { heading: '', text: '' },
    arrangement: 'day',
    dayHeadings: { style: 'ordinal', own: {} },
    sections: [],
    numberedSections: false,
    headingLevel: 2,
    entryHeadings: true,
    talks: 'heading',
    entries: {},
  }
}

/** A trip on which nothing has been written yet. */
export function newTrip(details: TripDetails): Trip {
  const createdAt = now()
  return {
    schemaVersion: TRIP_SCHEMA_VERSION,
    id: crypto.randomUUID(),
    ...details,
    createdAt,
    updatedAt: createdAt,
    entries: [],
    deleted: [],
    photos: [],
    report: newReport(details),
  }
}

/**
 * An entry in which nothing has been written yet.
 *
 * @param day the date under which it stands, in the trip's zone
 * @param start the moment at which it began; `null` where nobody noted it
 */
export function newEntry(kind: EntryKind, day: string, start: string | null): Entry {
  const createdAt = now()
  const fields = {
    id: crypto.randomUUID(),
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
