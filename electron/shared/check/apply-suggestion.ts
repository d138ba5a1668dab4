import type { EntryFields } from '../entries/fields.ts'
import { recordOf } from '../report/report-entry.ts'
import { assertNever } from '../result.ts'
import type { Entry, Report, ReportChanges, Trip } from '../trip.ts'
import type { CheckedField, CheckRemark } from './remark.ts'

/** The change that a suggestion makes to a trip. */
export type SuggestedChange =
  | { of: 'entry'; entryId: string; changes: EntryFields }
  | { of: 'report'; changes: ReportChanges }
  | { of: 'move'; entryId: string; day: string }

/**
 * The change that puts the right words in the place of the wrong ones, and touches nothing else. Returns `null` if there
 * is no suggestion, or if the words have changed since the check.
 */
export function suggestedChange(
  { entries, report }: Trip,
  { where, text, suggestion }: CheckRemark,
): SuggestedChange | null {
  if (where === null || suggestion === null) return null
  const { field, from, to } = where
  const entry = 'entryId' in field ? entries.find(({ id }) => id === field.entryId) : undefined
  const fixed = (source: string): string | null =>
    source.slice(from, to) === text ? source.slice(0, from) + suggestion + source.slice(to) : null
  switch (field.of) {
    case 'day':
      return entry === undefined || entry.day === field.day
        ? null
        : { of: 'move', entryId: field.entryId, day: field.day }
    case 'entry':
      return inEntry(entry, fixed(entry === undefined ? '' : lineOf(entry, field.field)), (right) => ({
        [field.field]: right,
      }))
    case 'speaker': {
      const speakers = entry?.kind === 'talk' ? entry.speakers : []
      return inEntry(entry, fixed(speakers[field.index]?.name ?? ''), (name) => ({
        speakers: speakers.map((one, index) => (index === field.index ? { ...one, name } : one)),
      }))
    }
    case 'report': {
      const { source, change } = reportText(report, field.field)
      return inReport(fixed(source), change)
    }
    case 'section': {
      const section = report.sections.find(({ id }) => id === field.sectionId)
      const right = fixed(section?.[field.field] ?? '')
      return inReport(right, (words) => ({
        sections: report.sections.map((one) => (one === section ? { ...one, [field.field]: words } : one)),
      }))
    }
    case 'day-heading':
      return inReport(fixed(report.dayHeadings.own[field.day] ?? ''), (heading) => ({
        dayHeadings: { ...report.dayHeadings, own: { ...report.dayHeadings.own, [field.day]: heading } },
      }))
    case 'telling': {
      const record = recordOf(report, field.entryId)
      return inReport(fixed(record[field.field] ?? ''), (words) => ({
        entries: { ...report.entries, [field.entryId]: { ...record, [field.field]: words } },
      }))
    }
    default:
      return assertNever(field)
  }
}

type ReportField = Extract<CheckedField, { of: 'report' }>['field']

/** A text of the report, and the change that replaces it. */
function reportText({ title, lead, closing }: Report, field: ReportField) {
  const texts: Record<ReportField, { source: string; change: (right: string) => ReportChanges }> = {
    title: { source: title, change: (right) => ({ title: right }) },
    lead: { source: lead, change: (right) => ({ lead: right }) },
    'closing-heading': { source: closing.heading, change: (heading) => ({ closing: { ...closing, heading } }) },
    'closing-text': { source: closing.text, change: (text) => ({ closing: { ...closing, text } }) },
  }
  return texts[field]
}

type LineField = 'text' | 'title' | 'shortTitle' | 'room' | 'who' | 'role' | 'context'

function lineOf(entry: Entry, field: LineField): string {
  const value: unknown = Object.entries(entry).find(([name]) => name === field)?.[1]
  return typeof value === 'string' ? value : ''
}

function inEntry(
  entry: Entry | undefined,
  right: string | null,
  changes: (right: string) => EntryFields,
): SuggestedChange | null {
  return entry === undefined || right === null ? null : { of: 'entry', entryId: entry.id, changes: changes(right) }
}

function inReport(right: string | null, changes: (right: string) => ReportChanges): SuggestedChange | null {
  return right === null ? null : { of: 'report', changes: changes(right) }
}
