import type { ImportDraft } from '../../shared/import-draft.ts'
import { addDays } from '../../shared/time.ts'
import type { Report } from '../../shared/trip.ts'
import { newTrip } from '../edits/new-trip.ts'
import { addImported } from './add-report.ts'
import type { Imported } from './importer.ts'

/**
 * Makes one trip of several reports about it, such as one post for each day: in the order of their dates, each as
 * sections of one report. A single report stays as it is.
 */
export function combineReports(reports: readonly Imported[]): Imported {
  const [first, ...others] = reports.toSorted((a, b) => compare(dateOf(a), dateOf(b)))
  if (first === undefined || others.length === 0) return first ?? emptyImport()
  const ordered = [first, ...others]
  const title = commonTitle(ordered.map(({ draft }) => draft.details.title))
  const details = { ...first.draft.details, title, city: firstOf(ordered, 'city'), venue: firstOf(ordered, 'venue') }
  const days = commonDays(ordered)
  const empty = newTrip({ ...details, firstDay: first.trip.firstDay, lastDay: first.trip.lastDay })
  let combined: Imported = {
    trip: { ...empty, report: { ...empty.report, ...detailsOf(first.trip.report), arrangement: 'theme' } },
    photos: new Map(),
    draft: { isJournal: false, details, days, entries: [], sections: [], pictures: 0, missing: [], remarks: [] },
  }
  for (const report of ordered) combined = addImported(combined, dated(report, ordered.length))
  return combined
}

/** Without headings that name days, the entries of one of several posts are on the day of that post. */
function dated(report: Imported, count: number): Imported {
  const { draft } = report
  const { days, entries } = draft
  if (count < 2 || days === null || entries.some(({ day }) => day.by !== 'number' || day.number !== 1)) return report
  const date = { by: 'date', date: days.firstDay } as const
  return { ...report, draft: { ...draft, entries: entries.map((entry) => ({ ...entry, day: date })) } }
}

function commonDays(reports: readonly Imported[]): ImportDraft['days'] {
  const known = reports.flatMap(({ draft }) => draft.days ?? [])
  const exact = known.filter(({ source }) => source === 'text' || source === 'headings')
  const [first, ...others] = exact.length > 0 ? exact : known
  if (first === undefined) return null
  const firstDay = [first, ...others].map((days) => days.firstDay).toSorted()[0] ?? first.firstDay
  const lastDay =
    [first, ...others]
      .map((days) => days.lastDay)
      .toSorted()
      .at(-1) ?? first.lastDay
  if (exact.length > 0) return { firstDay, lastDay, source: first.source }
  // "Day 2" says more than the date of its post, which may be days later.
  const numbers = reports.flatMap(({ draft }) =>
    draft.entries.flatMap(({ day }) => (day.by === 'number' && day.number > 1 ? [day.number] : [])),
  )
  const last = numbers.length === 0 ? lastDay : addDays(firstDay, Math.max(...numbers) - 1)
  return { firstDay, lastDay: last, source: first.source }
}

/** The report is published as the first one was; descriptions and addresses are each of one post. */
function detailsOf({ publishedOn, publishedTime, categories, cover }: Report): Partial<Report> {
  return {
    publishedOn,
    ...(publishedTime !== undefined && { publishedTime }),
    ...(categories && { categories }),
    ...(cover && { cover }),
  }
}

function dateOf({ trip, draft }: Imported): string {
  return trip.report.publishedOn ?? draft.days?.firstDay ?? ''
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function firstOf(reports: readonly Imported[], name: 'city' | 'venue'): string {
  return reports.map(({ draft }) => draft.details[name]).find(Boolean) ?? ''
}

/** What all titles begin with, up to a separator: "FOSDEM 2026" for "FOSDEM 2026 - Day 1" and "FOSDEM 2026 - Day 2". */
function commonTitle(titles: readonly string[]): string {
  const [first = '', ...others] = titles
  let length = first.length
  for (const other of others) {
    while (length > 0 && !other.startsWith(first.slice(0, length))) length--
  }
  const common = first
    .slice(0, length)
    .replace(/[^\p{L}\p{N})]+(?:day|tag|jour|part|teil|partie|día|giorno|dag|dia)?[^\p{L}\p{N})]*$/iu, '')
  return common.length >= 3 ? common : first
}

function emptyImport(): never {
  throw new Error('There is no report to combine.')
}
