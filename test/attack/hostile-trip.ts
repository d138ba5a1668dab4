import { newTrip } from '../../electron/journal/edits/new-trip.ts'
import { newEntry } from '../../electron/shared/entries/new-entry.ts'
import { type Entry, entryKinds, type Photo, type Trip } from '../../electron/shared/trip.ts'
import { somePicture } from '../support/archives.ts'
import { someTrip } from '../support/trips.ts'

/** The day of every entry. */
const DAY = '2026-04-14'

export interface HostileTrip {
  trip: Trip
  /** The entry that has each text in all of its fields. */
  entries: { id: string; text: string }[]
  pictures: { photo: Photo; data: Uint8Array }[]
}

/**
 * A trip with hostile texts in every field that a user or an import can fill: each text has an entry, a picture and a place
 * in the lists of the trip and the report, and the first is also every title.
 */
export function hostileTrip(texts: readonly string[]): HostileTrip {
  const line = (texts[0] ?? '').slice(0, 5000)
  const title = line.trim() === '' ? 'x' : line
  const lines = texts.map((text) => text.slice(0, 5000))
  const pictures = texts.map((text, index) => pictureOf(text, index + 1))
  const entries = texts.map((text, index) => entryOf(text, index, pictures[index]?.photo.id ?? ''))
  const details = someTrip({ title, venue: line, city: line, country: line, authors: lines, tags: lines })
  const trip = newTrip(details)
  const report: Trip['report'] = {
    ...trip.report,
    title,
    authors: lines,
    tags: lines,
    publishedOn: DAY,
    lead: `${line}\n\n${line.replaceAll('\n', ' ')}`,
    closing: { heading: line, text: line },
    dayHeadings: { style: 'ordinal', own: { [DAY]: line } },
    entryHeadings: true,
    talks: 'heading',
  }
  return {
    trip: { ...trip, entries, photos: pictures.map(({ photo }) => photo), report },
    entries: entries.map(({ id }, index) => ({ id, text: texts[index] ?? '' })),
    pictures,
  }
}

function pictureOf(text: string, seed: number) {
  const { photo, data } = somePicture(seed)
  const line = text.slice(0, 5000)
  return { photo: { ...photo, originalName: line, caption: line, alt: line, credit: line }, data }
}

function entryOf(text: string, index: number, photoId: string): Entry {
  const line = text.slice(0, 5000)
  const picture = `![${line.replaceAll('\n', ' ')}](photo:${photoId} "${line.replaceAll(/["\n]/g, ' ')}")`
  const entry = {
    ...newEntry(entryKinds[index % entryKinds.length] ?? 'note', DAY, null),
    text: `${text}\n\n${picture}`,
    tags: [line],
  }
  switch (entry.kind) {
    case 'talk':
      return {
        ...entry,
        title: line,
        shortTitle: line,
        speakers: [{ name: line, role: line, affiliation: line }],
        room: line,
        links: [
          { label: line, url: line },
          { label: line, url: `https://attack.example/${line}` },
        ],
      }
    case 'encounter':
      return { ...entry, who: line, role: line, context: line }
    case 'note':
      return { ...entry, title: line }
    default:
      return entry satisfies never
  }
}
