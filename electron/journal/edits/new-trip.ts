import { now } from '../../shared/time.ts'
import { type Report, type Trip, type TripDetails, TRIP_SCHEMA_VERSION } from '../../shared/trip.ts'

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
