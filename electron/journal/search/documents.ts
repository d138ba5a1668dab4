import { fieldsOf, fieldValue, titleField } from '../../shared/entries/fields.ts'
import { peopleIn } from '../../shared/entries/people-in.ts'
import type { hitPlaces, SearchedField } from '../../shared/search.ts'
import { reportsOf } from '../../shared/report/in-report.ts'
import type { Entry, EntryKind, Photo, Report, Trip } from '../../shared/trip.ts'
import { mentionedPhotos } from '../report/mentioned-photos.ts'
import type { KeptKind } from './dictionary.ts'
import { sessionKey } from './session-key.ts'

/** A text that is searched, and the field that it is in. */
export interface Part {
  field: SearchedField
  text: string
}

/** Something that a hit can lead to, with all of its words. */
export interface Document {
  place: (typeof hitPlaces)[number]
  /** The id of a report, and `null` for anything else. */
  reportId: string | null
  /** `null` unless it is an entry. */
  entry: { id: string; kind: EntryKind; day: string; starred: boolean; private: boolean } | null
  parts: Part[]
  names: Readonly<Record<KeptKind, readonly string[]>>
}

/** Everything in a trip that can be found. Deleted entries cannot. */
export function documentsOf(trip: Trip): Document[] {
  const photos = new Map(trip.photos.map((photo) => [photo.id, photo]))
  const shown = new Set<string>()
  const entries = trip.entries.map((entry) => entryDocument(entry, trip.id, photos, shown))
  const reports = reportsOf(trip).map((report) => ({ report, parts: reportParts(trip.title, report, photos, shown) }))
  const rest = trip.photos.filter(({ id }) => !shown.has(id))
  return [
    bare('trip', null, [...tripParts(trip), ...rest.flatMap((photo) => photoParts(photo, ''))]),
    ...entries,
    ...reports.map(({ report: { id }, parts }) => bare('report', id, parts)),
  ]
}

function bare(place: 'trip' | 'report', reportId: string | null, parts: Part[]): Document {
  return { place, reportId, entry: null, parts: parts.filter(hasText), names: noNames }
}

function entryDocument(entry: Entry, tripId: string, photos: ReadonlyMap<string, Photo>, shown: Set<string>): Document {
  const { id, kind, day, highlight, private: isPrivate, text, tags } = entry
  // There are very many entries, so the lists of this are made one after the other, without any in between.
  const parts: Part[] = []
  const add = (field: SearchedField, words: string) => {
    if (words.trim() !== '') parts.push({ field, text: words })
  }
  add('title', fieldValue(entry, titleField(kind)))
  add('text', text)
  addOwnParts(entry, add)
  for (const tag of tags) add('tag', tag)
  for (const photo of photosIn(text, photos, shown))
    for (const part of photoParts(photo, text)) add(part.field, part.text)
  return {
    place: 'entry',
    reportId: null,
    entry: { id, kind, day, starred: highlight, private: isPrivate },
    parts,
    names: namesOf(entry, tripId),
  }
}

const nothing: readonly string[] = []
const trimmed = (names: readonly string[]) =>
  names.length === 0 ? nothing : names.map((name) => name.trim()).filter(Boolean)

const noNames: Document['names'] = { person: [], tag: [], room: [], affiliation: [], session: [] }

/** The names that an entry may share with others. */
function namesOf(entry: Entry, tripId: string): Document['names'] {
  const talk = entry.kind === 'talk' ? entry : null
  return {
    person: peopleIn(entry),
    tag: trimmed(entry.tags),
    room: talk === null || talk.room === '' ? nothing : trimmed([talk.room]),
    affiliation: talk === null ? nothing : trimmed(talk.speakers.map(({ affiliation }) => affiliation)),
    session: entry.sessionId === undefined ? nothing : [sessionKey(tripId, entry.sessionId)],
  }
}

/** Adds the fields that only some kinds of entries have, except the title. */
function addOwnParts(entry: Entry, add: (field: SearchedField, text: string) => void): void {
  for (const field of fieldsOf(entry.kind)) {
    if (field.type === 'line' && field.rule.place !== 'title') add('detail', fieldValue(entry, field))
    if (field.type !== 'rows') continue
    // A name stands in one line with its role, so that a hit shows whose role it is.
    const isPerson = field.rule.columns.some(({ key }) => key === 'name')
    for (const row of fieldValue(entry, field)) {
      const cells = field.rule.columns.map(({ key }) => row[key] ?? '')
      add(isPerson ? 'person' : 'detail', cells.filter(Boolean).join(', '))
    }
  }
}

/** The pictures that a text shows. */
function photosIn(text: string, photos: ReadonlyMap<string, Photo>, shown: Set<string>): Photo[] {
  const mentioned = mentionedPhotos(text)
  if (mentioned.length === 0) return []
  return [...new Set(mentioned)].flatMap((id) => {
    shown.add(id)
    return photos.get(id) ?? []
  })
}

/** The words of a picture that the text around it does not repeat. */
function photoParts({ alt, caption, credit }: Photo, around: string): Part[] {
  const words = [alt, caption, credit].filter((line) => line !== '' && !around.includes(line))
  return words.map((text) => ({ field: 'caption', text }))
}

function tripParts({ title, venue, city, country, authors, tags }: Trip): Part[] {
  return [
    { field: 'title', text: title },
    { field: 'detail', text: [venue, city, country].filter(Boolean).join(', ') },
    ...authors.map((text): Part => ({ field: 'person', text })),
    ...tags.map((text): Part => ({ field: 'tag', text })),
  ]
}

function reportParts(
  tripTitle: string,
  report: Report,
  photos: ReadonlyMap<string, Photo>,
  shown: Set<string>,
): Part[] {
  const { lead, closing, sections } = report
  const own = Object.values(report.entries)
  const leads = [lead, ...sections.flatMap(({ text }) => text ?? [])]
  const texts = [...leads, closing.text].join('\n')
  const pictures = photosIn(texts, photos, shown)
  return [
    // A title that repeats the trip's leads to the trip.
    { field: 'title', text: report.title === tripTitle ? '' : report.title },
    { field: 'detail', text: report.name ?? '' },
    ...leads.map((text): Part => ({ field: 'lead', text })),
    { field: 'closing', text: closing.text },
    ...[closing.heading, ...sections.map(({ heading }) => heading)].map(section),
    ...[...Object.values(report.dayHeadings.own), ...own.map(({ heading }) => heading ?? '')].map(section),
    ...own.map(({ excerpt }): Part => ({ field: 'detail', text: excerpt ?? '' })),
    ...report.tags.map((text): Part => ({ field: 'tag', text })),
    ...pictures.flatMap((photo) => photoParts(photo, texts)),
  ]
}

const section = (text: string): Part => ({ field: 'section', text })
const hasText = ({ text }: Part) => text.trim() !== ''
