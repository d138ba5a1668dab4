import { addDays, clockAt, compareInstants, dayAt, daysBetween } from '../../electron/shared/time.ts'
import { instantAt } from '../../electron/shared/zone-time.ts'
import type {
  Encounter,
  Entry,
  EntryChanges,
  EntryKind,
  Note,
  Photo,
  ReportChanges,
  Report,
  Talk,
  Trip,
  TripChanges,
  TripDetails,
} from '../../electron/shared/trip.ts'

/*
 * A second, in-memory implementation of a journal: a day is a list of entries, a trip is its days. It is compared with
 * what the engine has on the disk, so it shares no code with it except for dates.
 */

/** Times that the engine sets are not part of the model. */
type Untimed<T> = T extends unknown ? Omit<T, 'createdAt' | 'updatedAt'> : never
export type ModelEntry = Untimed<Entry>
export type ModelPhoto = Pick<Photo, 'id' | 'originalName' | 'bytes' | 'caption' | 'alt' | 'credit'>

export interface ModelTrip {
  id: string
  details: TripDetails
  days: Map<string, ModelEntry[]>
  deleted: { entry: ModelEntry; next: string | null }[]
  photos: ModelPhoto[]
  report: Report
}

/** The model's answer to an invalid request. */
export const REFUSED = Symbol('refused')

export function blankTrip(id: string, details: TripDetails): ModelTrip {
  const { title, authors, tags } = details
  const report: Report = {
    title,
    authors,
    tags,
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
  return { id, details, days: new Map(), deleted: [], photos: [], report }
}

export function blankEntry(kind: EntryKind, id: string, day: string, start: string | null): ModelEntry {
  const common = { id, day, start, text: '', tags: [], highlight: false, private: false }
  const talk: Untimed<Talk> = {
    ...common,
    kind: 'talk',
    title: '',
    shortTitle: '',
    speakers: [],
    room: '',
    end: null,
    session: 'talk',
    links: [],
    own: false,
  }
  const note: Untimed<Note> = { ...common, kind: 'note', title: '' }
  const encounter: Untimed<Encounter> = { ...common, kind: 'encounter', who: '', role: '', context: '' }
  return { talk, note, encounter }[kind]
}

export function entriesOf(trip: ModelTrip): ModelEntry[] {
  return [...trip.days.values()].flat()
}

export function addTo(trip: ModelTrip, entry: ModelEntry): void {
  const day = dayOf(trip, entry.day)
  const { start } = entry
  const place =
    start === null ? -1 : day.findIndex((other) => other.start !== null && compareInstants(other.start, start) > 0)
  day.splice(place === -1 ? day.length : place, 0, entry)
}

export function change(trip: ModelTrip, entryId: string, changes: EntryChanges): typeof REFUSED | void {
  const entry = entriesOf(trip).find(({ id }) => id === entryId)
  if (entry === undefined || entry.kind !== changes.kind) return REFUSED
  const before = entry.start
  Object.assign(entry, changes)
  if (entry.start === before) return
  takeOut(trip, entryId)
  addTo(trip, entry)
}

export function move(trip: ModelTrip, entryId: string, day: string, before: string | null): typeof REFUSED | void {
  const entry = entriesOf(trip).find(({ id }) => id === entryId)
  if (entry === undefined) return REFUSED
  if (before === entryId && day === entry.day) return
  const goal = before === entryId ? null : before
  if (goal !== null && !dayOf(trip, day).some(({ id }) => id === goal)) return REFUSED
  takeOut(trip, entryId)
  const days = daysBetween(entry.day, day)
  const later = (instant: string | null): string | null => {
    const zone = trip.details.timeZone
    return instant === null || days === 0
      ? instant
      : instantAt(addDays(dayAt(instant, zone), days), clockAt(instant, zone), zone)
  }
  entry.day = day
  entry.start = later(entry.start)
  if (entry.kind === 'talk') entry.end = later(entry.end)
  const list = dayOf(trip, day)
  list.splice(goal === null ? list.length : list.findIndex(({ id }) => id === goal), 0, entry)
}

export function duplicate(trip: ModelTrip, entryId: string, copyId: string): typeof REFUSED | void {
  const entry = entriesOf(trip).find(({ id }) => id === entryId)
  if (entry === undefined) return REFUSED
  const day = dayOf(trip, entry.day)
  day.splice(day.indexOf(entry) + 1, 0, { ...structuredClone(entry), id: copyId, highlight: false })
}

export function remove(trip: ModelTrip, entryId: string): typeof REFUSED | void {
  const entry = entriesOf(trip).find(({ id }) => id === entryId)
  if (entry === undefined) return REFUSED
  const day = dayOf(trip, entry.day)
  trip.deleted.push({ entry, next: day[day.indexOf(entry) + 1]?.id ?? null })
  takeOut(trip, entryId)
}

export function putBack(trip: ModelTrip, entryId: string): typeof REFUSED | void {
  const deleted = trip.deleted.find(({ entry }) => entry.id === entryId)
  if (deleted === undefined) return REFUSED
  trip.deleted = trip.deleted.filter((other) => other !== deleted)
  const { entry, next } = deleted
  const day = dayOf(trip, entry.day)
  const place = day.findIndex(({ id }) => id === next)
  if (next === null) day.push(entry)
  else if (place === -1) addTo(trip, entry)
  else day.splice(place, 0, entry)
}

/** Report fields that match the trip change with it; fields that were edited in the report stay. */
export function changeDetails(trip: ModelTrip, changes: TripChanges): typeof REFUSED | void {
  const details: TripDetails = { ...trip.details, ...changes }
  if (details.title.trim() === '' || details.lastDay < details.firstDay) return REFUSED
  for (const key of ['title', 'authors', 'tags'] as const) {
    if (JSON.stringify(trip.report[key]) === JSON.stringify(trip.details[key])) {
      Object.assign(trip.report, { [key]: details[key] })
    }
  }
  trip.details = details
}

export function changeReport(trip: ModelTrip, changes: ReportChanges): void {
  const known = new Set([...entriesOf(trip), ...trip.deleted.map(({ entry }) => entry)].map(({ id }) => id))
  Object.assign(trip.report, structuredClone(changes))
  const told = new Set<string>()
  for (const section of trip.report.sections) {
    section.entryIds = section.entryIds.filter((id) => known.has(id) && !told.has(id) && told.add(id))
  }
  for (const id of Object.keys(trip.report.entries)) if (!known.has(id)) delete trip.report.entries[id]
}

function takeOut(trip: ModelTrip, entryId: string): void {
  for (const [day, list] of trip.days) {
    trip.days.set(
      day,
      list.filter(({ id }) => id !== entryId),
    )
  }
}

function dayOf(trip: ModelTrip, day: string): ModelEntry[] {
  const list = trip.days.get(day) ?? []
  trip.days.set(day, list)
  return list
}

/** Converts a trip to a plain form, for comparison by value. */
export function plainOf(trip: ModelTrip): unknown {
  const { id, details, days, deleted, photos, report } = trip
  const written = [...days].filter(([, list]) => list.length > 0).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { id, details, days: written, deleted, photos, report }
}

export function plainOfStored(trip: Trip): unknown {
  const { id, title, venue, city, country, firstDay, lastDay, timeZone, language, authors, tags, report } = trip
  const days = [...new Set(trip.entries.map(({ day }) => day))].toSorted()
  return {
    id,
    details: { title, venue, city, country, firstDay, lastDay, timeZone, language, authors, tags },
    days: days.map((day) => [day, trip.entries.filter((entry) => entry.day === day).map(untimed)]),
    deleted: trip.deleted.map(({ entry, next }) => ({ entry: untimed(entry), next })),
    photos: trip.photos.map((photo) => ({
      id: photo.id,
      originalName: photo.originalName,
      bytes: photo.bytes,
      caption: photo.caption,
      alt: photo.alt,
      credit: photo.credit,
    })),
    report,
  }
}

function untimed({ createdAt: _createdAt, updatedAt: _updatedAt, ...entry }: Entry): unknown {
  return entry
}
