import type { Report, TripDetails } from '../trip.ts'

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
