import { createHash } from 'node:crypto'
import type { TripText } from '../../shared/history.ts'
import type { Entry, Note, ReportEntry } from '../../shared/trip.ts'
import type { LostWords } from './merge-photos.ts'
import { stableJson } from '../trip-file/sides.ts'

/** The tag by which users find conflict copies: entries that hold what was written elsewhere at the same time. */
export const OTHER_VERSION_TAG = 'other version'

/** A conflict copy is not in the report until the user has reviewed it. */
export const otherVersionInReport: ReportEntry = { include: false, heading: null, excerpt: null, talk: null }

/**
 * Makes the conflict copy that holds the other of two versions. Its id is derived from its content, so that two
 * computers that merge the same states make the same entry, and a computer that merges twice makes it once.
 *
 * @param merged the entry beside which it is placed
 * @param older the version that is not in that entry
 */
export function otherVersion(merged: Entry, older: Entry): Entry {
  return {
    ...older,
    id: otherVersionId(older),
    private: merged.private || older.private,
    tags: older.tags.includes(OTHER_VERSION_TAG) ? older.tags : [...older.tags, OTHER_VERSION_TAG],
  }
}

/** The id of the conflict copy of an entry's state. */
export function otherVersionId(older: Entry): string {
  return idOf(older.id, older)
}

/** Whether an entry is a conflict copy. */
export function isOtherVersion({ id, tags }: Entry): boolean {
  return tags.includes(OTHER_VERSION_TAG) && id.charAt(14) === '8'
}

/**
 * The names of texts in conflict notes. These are stored and not translated: two computers that merge the same states
 * have to write the same note, whatever languages they show.
 */
const names: Readonly<Record<TripText, string>> = {
  title: 'trip title',
  venue: 'venue',
  city: 'city',
  country: 'country',
  days: 'days',
  timeZone: 'time zone',
  language: 'language',
  reportTitle: 'report title',
  description: 'description of the report',
  lead: 'lead',
  closingHeading: 'closing heading',
  closing: 'closing',
  dayHeading: 'heading of a day',
  entryHeading: 'heading of an entry',
  excerpt: 'excerpt of an entry',
  sectionHeading: 'heading of a section',
  sectionText: 'text of a section',
  caption: 'caption of a picture',
  alt: 'description of a picture',
  credit: 'credit of a picture',
}

/**
 * A private note that holds a text of the trip or its report that both sides changed: a trip has only one title, for
 * example.
 */
export function otherWords(
  { of, day, text }: LostWords,
  trip: { id: string; firstDay: string; updatedAt: string },
): Note {
  const name = day === undefined ? names[of] : `heading of ${day}`
  return {
    id: idOf(trip.id, [name, text]),
    kind: 'note',
    day: trip.firstDay,
    start: null,
    text,
    tags: [OTHER_VERSION_TAG],
    highlight: false,
    private: true,
    createdAt: trip.updatedAt,
    updatedAt: trip.updatedAt,
    title: `Other version of the ${name}`,
  }
}

/** An id in the form of a UUID of version 8, which is meant for hashes. */
function idOf(name: string, content: unknown): string {
  const hash = createHash('sha256')
    .update(`${name}\n${stableJson(content)}`)
    .digest('hex')
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}
