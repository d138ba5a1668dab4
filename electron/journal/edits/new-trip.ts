import { now } from '../../shared/time.ts'
import { type Report, type Trip, type TripDetails, TRIP_SCHEMA_VERSION } from '../../shared/trip.ts'

/** The initial report of a new trip: arranged by day, with the trip's title. */
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

/** A trip without any entries. */
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
