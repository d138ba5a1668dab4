import type { Heading, PhrasingContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Entry, Trip, TripDetails } from '../../shared/trip.ts'
import { newTrip } from '../edits/new-trip.ts'
import { newEntry } from '../../shared/entries/new-entry.ts'
import { outline } from '../markdown/outline.ts'
import type { PlacedMarkdown, Span } from '../markdown/parse-with-places.ts'
import { readHeading } from '../report/read-fragment.ts'
import { type Cutter, prepareCuts } from './cut-texts.ts'
import { spanOf } from './edit-source.ts'
import type { SplitEntry, SplitReport } from './split-report.ts'

/** Longer than any real heading; the maximum in the trip's schema. */
const MAX_HEADING = 10_000

/**
 * Makes a trip whose report by theme has the same content: it has the same sections, and each text under a heading is
 * an entry.
 *
 * @param pictureAddress the new address of a picture; `null` to leave it unchanged
 * @returns `null` if the report cannot be split like this
 */
export function buildTrip(
  details: TripDetails,
  source: string,
  placed: PlacedMarkdown,
  split: SplitReport,
  pictureAddress: (url: string) => string | null,
): Trip | null {
  const texts = [split.lead, ...split.sections.flatMap(({ entries }) => entries.map(({ text }) => text))]
  const headings = split.sections
    .flatMap(({ heading, entries }) => [heading, ...entries.map((entry) => entry.heading)])
    .flatMap((heading) => headingSpan(heading) ?? [])
  const cutter = prepareCuts(placed, source, texts, headings, pictureAddress)
  if (!cutter.isWhole) return null

  const trip = newTrip(details)
  const { report } = trip
  report.arrangement = 'theme'
  report.headingLevel = split.level
  report.lead = cutter.cut(split.lead)
  for (const section of split.sections) {
    const heading = readHeadingSource(section.heading, cutter)
    if (heading.length > MAX_HEADING) return null
    const entryIds: string[] = []
    for (const part of section.entries) {
      const own = readHeadingSource(part.heading, cutter)
      if (own.length > MAX_HEADING) return null
      const entry = makeEntry(part, details.firstDay, cutter)
      trip.entries.push(entry)
      entryIds.push(entry.id)
      report.entries[entry.id] = { include: true, heading: own, excerpt: null, talk: null }
    }
    report.sections.push({ id: crypto.randomUUID(), heading, entryIds })
  }
  return trip
}

/** An entry without a title: a plan says what it is. */
function makeEntry(part: SplitEntry, day: string, cutter: Cutter): Entry {
  return { ...newEntry('note', day, null), text: cutter.cut(part.text) }
}

/** A heading as one line of Markdown; as plain words if these have the same meaning: `1. Keynote` for `1\. Keynote`. */
function readHeadingSource(heading: Heading | null, cutter: Cutter): string {
  const span = headingSpan(heading)
  if (heading === null || span === null) return ''
  const source = cutter.cut(span).replace(/[ \t]*\n[ \t]*/g, ' ')
  const plain = toString(heading)
    .replace(/\s*\n\s*/g, ' ')
    .trim()
  return plain === source || saysTheSame(readHeading(plain), readHeading(source)) ? plain : source
}

function saysTheSame(a: PhrasingContent[], b: PhrasingContent[]): boolean {
  const [one, other] = [a, b].map((children) =>
    JSON.stringify(outline({ type: 'root', children: [{ type: 'paragraph', children }] })),
  )
  return one === other
}

function headingSpan(heading: Heading | null): Span | null {
  const first = heading?.children[0]
  const last = heading?.children.at(-1)
  const start = first && spanOf(first)?.start
  const end = last && spanOf(last)?.end
  return start === undefined || end === undefined ? null : { start, end }
}
