import type { FieldRules } from '../../shared/entries/entry-kinds.ts'
import { entryLabel } from '../../shared/entries/entry-name.ts'
import { type Field, fieldsOf, type FieldType, fieldValue, type FieldValues } from '../../shared/entries/fields.ts'
import type { ComparedField, Difference, EntryChange, Segment } from '../../shared/history.ts'
import { assertNever } from '../../shared/result.ts'
import { clockAt } from '../../shared/time.ts'
import { type Entry, entryKinds, type Photo, type Report, type Trip } from '../../shared/trip.ts'
import { compareEntries } from './compare-entries.ts'
import { compareTexts } from './compare-texts.ts'

/**
 * What has changed since a version, field by field.
 *
 * @param entryId compares a single entry; `null` compares the whole trip
 */
export function compareVersions(version: Trip, current: Trip, entryId: string | null): Difference[] {
  const changes = compareEntries(version, current).filter(
    (change) => entryId === null || (change.of === 'entry' && change.entryId === entryId),
  )
  return changes.map((change) => {
    const fieldsIn = (trip: Trip) => {
      if (change.of === 'entry') return fieldsOfEntry(trip, change.entryId)
      if (change.of !== 'other-report') return fieldsOfPart(trip, change.of)
      const report = trip.reports?.find(({ id }) => id === change.reportId)
      return report === undefined ? new Map() : fieldsOfReport(report, trip)
    }
    return { ...change, fields: compareFields(fieldsIn(version), fieldsIn(current)) }
  })
}

type Fields = ReadonlyMap<ComparedField, string>

function compareFields(before: Fields, after: Fields): Difference['fields'] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((field) => {
    const [earlier, later] = [before.get(field) ?? '', after.get(field) ?? '']
    return earlier === later ? [] : { field, segments: compareField(field, earlier, later) }
  })
}

const chosenFields = entryKinds.flatMap(fieldsOf).filter(({ type }) => type === 'choice' || type === 'end')
/** Values that are chosen rather than written are shown as a whole: half a time of day would be meaningless. */
const chosen = new Set<ComparedField>([
  ...chosenFields.map(({ name }) => name),
  'when',
  'days',
  'timeZone',
  'cover',
  'publishedOn',
  'publishedTime',
  'arrangement',
  'dayHeadingStyle',
  'talks',
  'headingLevel',
  'entryTalks',
])

function compareField(field: ComparedField, before: string, after: string): Segment[] {
  if (!chosen.has(field)) return compareTexts(before, after)
  return [...compareTexts(before, ''), ...compareTexts('', after)]
}

/** The fields of an entry as text; empty if the trip does not have the entry. */
function fieldsOfEntry(trip: Trip, entryId: string): Fields {
  const entry = trip.entries.find(({ id }) => id === entryId)
  if (entry === undefined) return new Map()
  return new Map<ComparedField, string>([
    ...fieldsOf(entry.kind).map((field) => [field.name, showField(entry, field, trip.timeZone)] as const),
    ['when', whenOf(entry, trip.timeZone)],
    ['tags', entry.tags.join(', ')],
    ['highlight', yes(entry.highlight)],
    ['private', yes(entry.private)],
    ['text', entry.text],
  ])
}

/** How a field is written as text, by its type. */
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

/** The chosen cover, by the words that describe it. */
function coverOf({ cover, photos }: { cover?: string | null | undefined; photos: readonly Photo[] }): string {
  const photo = photos.find(({ id }) => id === cover)
  return photo === undefined ? '' : photo.caption || photo.alt || photo.originalName || photo.file
}

function fieldsOfPart(trip: Trip, part: Exclude<EntryChange['of'], 'entry' | 'other-report'>): Fields {
  switch (part) {
    case 'details':
      return new Map<ComparedField, string>([
        ['title', trip.title],
        ['venue', trip.venue],
        ['city', trip.city],
        ['country', trip.country],
        ['days', `${trip.firstDay} – ${trip.lastDay}`],
        ['timeZone', trip.timeZone],
        ['language', trip.language],
        ['authors', trip.authors.join(', ')],
        ['tags', trip.tags.join(', ')],
        ['cover', coverOf(trip)],
      ])
    case 'pictures':
      return new Map([
        ['pictures', lines(trip.photos, ({ file, caption, alt, credit }) => [file, caption, alt, credit])],
      ])
    case 'report':
      return fieldsOfReport(trip.report, trip)
    default:
      return assertNever(part)
  }
}

function fieldsOfReport(report: Report, trip: Trip): Fields {
  const all = [...trip.entries, ...trip.deleted.map(({ entry }) => entry)]
  // An entry without words is named by its day and time, which are the same in every language.
  const names = new Map(all.map((entry) => [entry.id, entryLabel(entry) || whenOf(entry, trip.timeZone)]))
  const nameOf = (id: string) => names.get(id) ?? ''
  const entries = Object.entries(report.entries)
  return new Map<ComparedField, string>([
    ['reportName', report.name ?? ''],
    ['includesNew', yes(report.includesNew !== false)],
    ['title', report.title],
    ['authors', report.authors.join(', ')],
    ['tags', report.tags.join(', ')],
    ['publishedOn', report.publishedOn ?? ''],
    ['publishedTime', report.publishedTime ?? ''],
    ['published', yes(report.published)],
    ['description', report.description ?? ''],
    ['categories', (report.categories ?? []).join(', ')],
    ['slug', report.slug ?? ''],
    ['cover', coverOf({ cover: report.cover ?? undefined, photos: trip.photos })],
    ['lead', report.lead],
    ['closingHeading', report.closing.heading],
    ['closing', report.closing.text],
    ['arrangement', report.arrangement],
    ['dayHeadingStyle', report.dayHeadings.style],
    ['talks', report.talks],
    ['headingLevel', String(report.headingLevel)],
    ['numberedSections', yes(report.numberedSections)],
    ['entryHeadings', yes(report.entryHeadings)],
    ['dayHeadings', lines(Object.entries(report.dayHeadings.own), (pair) => pair)],
    ['sections', lines(report.sections, ({ heading, entryIds }) => [heading, ...entryIds.map(nameOf)])],
    ['sectionTexts', report.sections.flatMap(({ text = '' }) => (text === '' ? [] : text)).join('\n\n')],
    [
      'numberedEntries',
      lines(
        report.sections.filter(({ numberedEntries }) => numberedEntries === true),
        ({ heading }) => [heading],
      ),
    ],
    [
      'entryTexts',
      lines(
        entries.filter(([, { heading, excerpt }]) => heading !== null || excerpt !== null),
        ([id, { heading, excerpt }]) => [nameOf(id), heading ?? '', excerpt ?? ''],
      ),
    ],
    [
      'entryTalks',
      lines(
        entries.filter(([, { talk }]) => talk !== null),
        ([id, { talk }]) => [nameOf(id), talk ?? ''],
      ),
    ],
    [
      'leftOut',
      lines(
        entries.filter(([, { include }]) => !include),
        ([id]) => [nameOf(id)],
      ),
    ],
  ])
}

/** A line for each item, made of its non-empty parts. */
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
