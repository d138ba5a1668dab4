import type { Plan } from '../programme.ts'
import { type Entry, type OtherReport, type Report, type ReportKind, reportKinds, type Trip } from '../trip.ts'
import { automaticDayHeading } from './day-heading.ts'
import { dateRange, wordsOf } from './language.ts'
import type { NetworkId } from './networks.ts'
import { newReport } from './new-report.ts'
import { reportsOf } from './in-report.ts'

/** What a new report is made from. */
export interface ReportSource {
  trip: Trip
  /** Tells which talks were missed; `null` if it is not known. */
  plan: Plan | null
  /** The day of a report about one. */
  day: string
  /** Makes the id of a section. */
  newId: () => string
}

interface KindRow {
  /** How a new report of this kind differs from a blog post about the whole trip. */
  make: (source: ReportSource) => Partial<Report>
  /** Whether there can be one for each day. */
  isOfDay?: true
  /** The network that it is cut for. */
  network?: NetworkId
}

/**
 * Every kind of report. A memo, a report for a sponsor and a thread begin with the starred entries and get no others by
 * themselves: what goes to an employer or to everybody in a few characters is chosen one by one.
 */
export const reportKindRows: Readonly<Record<ReportKind, KindRow>> = {
  blog: { make: () => ({}) },
  memo: {
    make({ trip, newId }) {
      const words = wordsOf(trip.language).reports
      const section = (heading: string, entryIds: string[]) => ({ id: newId(), heading, text: '', entryIds })
      return {
        ...chosenOnly(trip),
        title: `${words.memo}: ${trip.title}`,
        lead: words.purpose(nameOf(trip)),
        arrangement: 'theme',
        sections: [section(words.findings, starred(trip)), section(words.recommendations, []), section(words.cost, [])],
        talks: 'sentence',
      }
    },
  },
  sponsor: {
    make({ trip, newId }) {
      const { highlights, reports } = wordsOf(trip.language)
      return {
        ...chosenOnly(trip),
        title: `${reports.sponsor}: ${trip.title}`,
        lead: reports.purpose(nameOf(trip)),
        closing: { heading: reports.thanks, text: '' },
        arrangement: 'theme',
        sections: [{ id: newId(), heading: highlights, entryIds: starred(trip) }],
      }
    },
  },
  day: {
    make: ({ trip, day }) => ({
      only: { day },
      title: `${trip.title}: ${automaticDayHeading(trip, day)}`,
      dayHeadings: { ...newReport(trip).dayHeadings, own: { [day]: '' } },
    }),
    isOfDay: true,
  },
  talks: {
    make: ({ trip, plan }) => ({
      only: { kind: 'talk' },
      texts: 'first-sentence',
      title: `${wordsOf(trip.language).kinds.talk}: ${trip.title}`,
      talks: 'sentence',
      entries: Object.fromEntries(
        trip.entries.filter((entry) => wasMissed(entry, plan)).map(({ id }) => [id, leftOut]),
      ),
    }),
  },
  mastodon: { make: thread, network: 'mastodon' },
  bluesky: { make: thread, network: 'bluesky' },
}

const included = { include: true, heading: null, excerpt: null, talk: null } as const
const leftOut = { ...included, include: false } as const

function thread({ trip, newId }: ReportSource): Partial<Report> {
  return {
    ...chosenOnly(trip),
    arrangement: 'theme',
    sections: [{ id: newId(), heading: '', entryIds: starred(trip) }],
    entryHeadings: false,
    talks: 'sentence',
  }
}

/** The starred entries, by day; private ones are never told. */
function starred({ entries }: Trip): string[] {
  const chosen = entries.filter((entry) => entry.highlight && !entry.private)
  return chosen.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ id }) => id)
}

function chosenOnly(trip: Trip): Pick<Report, 'includesNew' | 'entries'> {
  return { includesNew: false, entries: Object.fromEntries(starred(trip).map((id) => [id, included])) }
}

function wasMissed({ sessionId }: Entry, plan: Plan | null): boolean {
  return sessionId !== undefined && plan?.marks[sessionId]?.attendance === 'missed'
}

/** The conference in a sentence: "PyCon DE 2026 (Darmstadt, Germany, 14 – 16 April 2026)", as Markdown. */
function nameOf({ title, city, country, firstDay, lastDay, language }: Trip): string {
  const place = [city, country, dateRange(firstDay, lastDay, language)].filter((words) => words.trim() !== '')
  return `${title} (${place.join(', ')})`.replaceAll(/[\\`*_[\]<>~|]/g, String.raw`\$&`)
}

/**
 * A new report of a trip. Private entries are never in it.
 *
 * @param name empty for the name of its kind
 */
export function makeReport(kind: ReportKind, name: string, source: ReportSource): OtherReport {
  const { trip, newId } = source
  return {
    id: newId(),
    ...(name !== '' && { name }),
    kind,
    ...newReport(trip),
    ...reportKindRows[kind].make(source),
  }
}

/** A copy of a report, with sections of its own. */
export function copyReport(report: OtherReport, name: string, newId: () => string): OtherReport {
  const sections = report.sections.map((section) => ({ ...section, id: newId() }))
  return { ...report, id: newId(), name, sections, published: false }
}

/** The days with entries that have no report of their own yet, earliest first. */
export function daysWithoutReport(trip: Trip): string[] {
  const told = new Set(reportsOf(trip).map(({ only }) => only?.day))
  const days = new Set(trip.entries.filter((entry) => !entry.private).map(({ day }) => day))
  return [...days].filter((day) => !told.has(day)).toSorted()
}

/** Whether some text is the id of a kind of report. */
export const isReportKind = (text: string): text is ReportKind => reportKinds.some((kind) => kind === text)
