import { newReport } from '../../electron/shared/report/new-report.ts'
import type { Encounter, Entry, Note, Photo, Talk, Trip, TripDetails } from '../../electron/shared/trip.ts'

/** An identifier that is the same in every run, such as `idOf(7)`. */
export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}

/** An instant, in minutes after the trips of these tests were started. */
export function minute(minutes: number): string {
  return new Date(Date.UTC(2026, 3, 14, 8) + minutes * 60_000).toISOString()
}

const details: TripDetails = {
  title: 'PyCon DE 2026',
  venue: 'Darmstadtium',
  city: 'Darmstadt',
  country: 'Germany',
  firstDay: '2026-04-14',
  lastDay: '2026-04-16',
  timeZone: 'Europe/Berlin',
  language: 'en',
  authors: ['Ada'],
  tags: ['python'],
}

/** A trip that was started at minute 0, with the fields that the test is about. */
export function writtenTrip(fields: Partial<Trip> = {}): Trip {
  return {
    schemaVersion: 1,
    id: idOf(0xfff),
    ...details,
    createdAt: minute(0),
    updatedAt: minute(0),
    entries: [],
    deleted: [],
    photos: [],
    report: newReport(details),
    ...fields,
  }
}

const common = {
  day: '2026-04-14',
  start: null,
  text: '',
  tags: [],
  highlight: false,
  private: false,
  createdAt: minute(0),
  updatedAt: minute(0),
}

export function writtenNote(number: number, fields: Partial<Note> = {}): Note {
  return { id: idOf(number), ...common, kind: 'note', title: `Note ${number}`, ...fields }
}

export function writtenTalk(number: number, fields: Partial<Talk> = {}): Talk {
  return {
    id: idOf(number),
    ...common,
    kind: 'talk',
    title: `Talk ${number}`,
    shortTitle: '',
    speakers: [],
    room: '',
    end: null,
    session: 'talk',
    links: [],
    own: false,
    ...fields,
  }
}

export function writtenEncounter(number: number, fields: Partial<Encounter> = {}): Encounter {
  return { id: idOf(number), ...common, kind: 'encounter', who: `Person ${number}`, role: '', context: '', ...fields }
}

export function writtenPhoto(number: number, fields: Partial<Photo> = {}): Photo {
  return {
    id: idOf(number),
    file: `${number}.png`,
    mediaType: 'image/png',
    bytes: 4,
    sha256: number.toString(16).padStart(64, '0'),
    originalName: `${number}.png`,
    caption: '',
    alt: '',
    credit: '',
    addedAt: minute(0),
    ...fields,
  }
}

/** The trip after a change of one entry, which also sets the time of the trip. */
export function edited<T extends Entry>(trip: Trip, entry: T, changes: Partial<T>, at: string): Trip {
  const changed = { ...entry, ...changes, updatedAt: at }
  return { ...trip, updatedAt: at, entries: trip.entries.map((other) => (other.id === entry.id ? changed : other)) }
}

/** The trip with one entry in the trash. */
export function withDeleted(trip: Trip, entryId: string, at: string): Trip {
  const entry = trip.entries.find(({ id }) => id === entryId)
  if (entry === undefined) return trip
  return {
    ...trip,
    updatedAt: at,
    entries: trip.entries.filter(({ id }) => id !== entryId),
    deleted: [...trip.deleted, { entry, deletedAt: at, next: null }],
  }
}
