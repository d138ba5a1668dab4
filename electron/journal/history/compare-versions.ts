import type { FieldRules } from '../../shared/entries/entry-kinds.ts'
import { entryName } from '../../shared/entries/entry-name.ts'
import { type Field, fieldsOf, type FieldType, fieldValue, type FieldValues } from '../../shared/entries/fields.ts'
import type { Difference, Segment } from '../../shared/history.ts'
import { clockAt } from '../../shared/time.ts'
import { type Entry, entryKinds, type Report, type Trip } from '../../shared/trip.ts'
import { compareEntries } from './compare-entries.ts'
import { compareTexts } from './compare-texts.ts'

/**
 * What has changed since a version, field by field.
 *
 * @param entryId of one entry alone; `null`: of the whole trip
 */
export function compareVersions(version: Trip, current: Trip, entryId: string | null): Difference[] {
  const changes = compareEntries(version, current).filter((change) => entryId === null || change.entryId === entryId)
  return changes.map((change) => ({
    ...change,
    fields:
      change.entryId === null
        ? compareFields(fieldsOfRest(version, change.title), fieldsOfRest(current, change.title))
        : compareFields(fieldsOfEntry(version, change.entryId), fieldsOfEntry(current, change.entryId)),
  }))
}

type Fields = Record<string, string>

function compareFields(before: Fields, after: Fields): Difference['fields'] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)])
  return [...names]
    .filter((name) => (before[name] ?? '') !== (after[name] ?? ''))
    .map((field) => ({ field, segments: compareField(field, before[field] ?? '', after[field] ?? '') }))
}

const chosenFields = entryKinds.flatMap(fieldsOf).filter(({ type }) => type === 'choice' || type === 'end')
/** What is chosen rather than written is shown as a whole: half a time of day says nothing. */
const chosen = new Set<string>([
  ...chosenFields.map(({ name }) => name),
  'when',
  'days',
  'timeZone',
  'publishedOn',
  'arrangement',
])

function compareField(field: string, before: string, after: string): Segment[] {
  if (!chosen.has(field)) return compareTexts(before, after)
  return [...compareTexts(before, ''), ...compareTexts('', after)]
}

/** An entry's fields as one reads them; nothing where the trip does not have it. */
function fieldsOfEntry(trip: Trip, entryId: string): Fields {
  const entry = trip.entries.find(({ id }) => id === entryId)
  if (entry === undefined) return {}
  return {
    ...Object.fromEntries(fieldsOf(entry.kind).map((field) => [field.name, showField(entry, field, trip.timeZone)])),
    when: whenOf(entry, trip.timeZone),
    tags: entry.tags.join(', '),
    highlight: yes(entry.highlight),
    private: yes(entry.private),
    text: entry.text,
  }
}

/** How a field is read, by its type. */
const shown: { [T in FieldType]: (value: FieldValues[T], rule: FieldRules[T], timeZone: string) => string } = {
  line: (words) => words,
  choice: (id) => id,
  flag: yes,
  end: (end, _rule, timeZone) => (end === null ? '' : clockAt(end, timeZone)),
  rows: (rows, { columns }) => lines(rows, (row) => columns.map(({ key }) => row[key] ?? '')),
}

function showField<T extends FieldType>(entry: Entry, field: Field<T>, timeZone: string): string {
  return shown[field.type](fieldValue(entry, field), field.rule, timeZone)
}

function whenOf({ day, start }: Entry, timeZone: string): string {
  return start === null ? day : `${day} ${clockAt(start, timeZone)}`
}

function fieldsOfRest(trip: Trip, part: string): Fields {
  switch (part) {
    case 'Details':
      return {
        title: trip.title,
        venue: trip.venue,
        city: trip.city,
        country: trip.country,
        days: `${trip.firstDay} – ${trip.lastDay}`,
        timeZone: trip.timeZone,
        language: trip.language,
        authors: trip.authors.join(', '),
        tags: trip.tags.join(', '),
      }
    case 'Pictures':
      return { pictures: lines(trip.photos, ({ file, caption, alt, credit }) => [file, caption, alt, credit]) }
    default:
      return fieldsOfReport(trip.report, trip)
  }
}

function fieldsOfReport(report: Report, trip: Trip): Fields {
  const all = [...trip.entries, ...trip.deleted.map(({ entry }) => entry)]
  const names = new Map(all.map((entry) => [entry.id, entryName(entry)]))
  return {
    title: report.title,
    authors: report.authors.join(', '),
    tags: report.tags.join(', '),
    publishedOn: report.publishedOn ?? '',
    published: yes(report.published),
    lead: report.lead,
    closingHeading: report.closing.heading,
    closing: report.closing.text,
    arrangement: [report.arrangement, report.dayHeadings.style, report.talks, `h${report.headingLevel}`].join(', '),
    numberedSections: yes(report.numberedSections),
    entryHeadings: yes(report.entryHeadings),
    dayHeadings: lines(Object.entries(report.dayHeadings.own), (pair) => pair),
    sections: lines(report.sections, ({ heading, entryIds }) => [
      heading,
      ...entryIds.map((id) => names.get(id) ?? ''),
    ]),
    entries: lines(Object.entries(report.entries), ([id, { include, heading, excerpt, talk }]) => [
      names.get(id) ?? '',
      include ? '' : 'left out',
      heading ?? '',
      excerpt ?? '',
      talk ?? '',
    ]),
  }
}

/** One line for each, of what it says. */
function lines<T>(list: readonly T[], parts: (item: T) => readonly string[]): string {
  return list
    .map((item) =>
      parts(item)
        .filter((part) => part !== '')
        .join(' · '),
    )
    .join('\n')
}

function yes(value: boolean): string {
  return value ? 'yes' : 'no'
}
