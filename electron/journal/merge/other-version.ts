import { createHash } from 'node:crypto'
import type { TripText } from '../../shared/history.ts'
import type { Entry, Note, ReportEntry } from '../../shared/trip.ts'
import type { LostWords } from './merge-photos.ts'
import { stableJson } from '../trip-file/sides.ts'

/** By this tag one finds the entries that hold what was written elsewhere at the same time. */
export const OTHER_VERSION_TAG = 'other version'

/** A second version is in no report until somebody has looked at it. */
export const otherVersionInReport: ReportEntry = { include: false, heading: null, excerpt: null, talk: null }

/**
 * The entry that holds the other of two versions. Its identifier follows from what it says, so that two computers that
 * merge the same make the same entry, and a computer that merges twice makes it once.
 *
 * @param merged the entry beside which it stands
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

/** The identifier of the entry that holds a state of another as its other version. */
export function otherVersionId(older: Entry): string {
  return idOf(older.id, older)
}

/** Whether an entry was made to hold another version. */
export function isOtherVersion({ id, tags }: Entry): boolean {
  return tags.includes(OTHER_VERSION_TAG) && id.charAt(14) === '8'
}

/**
 * What the notes call the texts that they hold. These are stored words and not messages: two computers that merge the
 * same states have to write the same note, whatever languages they show.
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
  lead: 'lead',
  closingHeading: 'closing heading',
  closing: 'closing',
  dayHeading: 'heading of a day',
  entryHeading: 'heading of an entry',
  excerpt: 'excerpt of an entry',
  sectionHeading: 'heading of a section',
  caption: 'caption of a picture',
  alt: 'description of a picture',
  credit: 'credit of a picture',
}

/** A private note that holds a text of the trip or its report that both sides changed: a trip has only one title. */
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

/** An identifier in the form of a UUID of version 8, which is the one for hashes. */
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
