import { type Report, type ReportEntry } from '../../shared/trip.ts'
import { gatherClashes } from './clashes.ts'
import { mergeList, mergeRecord } from './merge-list.ts'
import type { LostWords } from './merge-photos.ts'
import { mergeSections } from './merge-sections.ts'
import { mergeText } from './merge-text.ts'
import { mergeValue, mergeWords } from './merge-value.ts'
import { isSame, on, type Sides } from '../trip-file/sides.ts'

/** Merges the report. Of how it is arranged, the newer side's choice stands where both made one. */
export function mergeReport(sides: Sides<Report>, lost: LostWords[]): Report {
  const { newer, older } = sides
  if (isSame(newer, older)) return newer
  const { take, lost: clashes } = gatherClashes<LostWords>()
  const setting = <T>(get: (report: Report) => T): T => mergeValue(on(sides, get)).value
  const report: Report = {
    title: take(mergeWords(on(sides, (of) => of.title)), { field: 'report title', text: older.title }),
    authors: mergeList(on(sides, (of) => of.authors)),
    tags: mergeList(on(sides, (of) => of.tags)),
    publishedOn: setting((of) => of.publishedOn),
    published: setting((of) => of.published),
    lead: take(mergeText(on(sides, (of) => of.lead)), { field: 'lead', text: older.lead }),
    closing: {
      heading: take(mergeWords(on(sides, (of) => of.closing.heading)), {
        field: 'closing heading',
        text: older.closing.heading,
      }),
      text: take(mergeText(on(sides, (of) => of.closing.text)), { field: 'closing', text: older.closing.text }),
    },
    arrangement: setting((of) => of.arrangement),
    dayHeadings: {
      style: setting((of) => of.dayHeadings.style),
      own: mergeRecord(
        on(sides, (of) => of.dayHeadings.own),
        (heading, day) => take(mergeWords(heading), { field: `heading of ${day}`, text: heading.older }),
      ),
    },
    sections: mergeSections(sides, clashes),
    numberedSections: setting((of) => of.numberedSections),
    headingLevel: setting((of) => of.headingLevel),
    entryHeadings: setting((of) => of.entryHeadings),
    talks: setting((of) => of.talks),
    entries: mergeRecord(
      on(sides, (of) => of.entries),
      (entry) => mergeReportEntry(entry, clashes),
    ),
  }
  lost.push(...clashes)
  return report
}

function mergeReportEntry(sides: Sides<ReportEntry>, lost: LostWords[]): ReportEntry {
  const { heading, excerpt } = sides.older
  const { take, lost: clashes } = gatherClashes<LostWords>()
  const merged: ReportEntry = {
    // Where it is not known who changed it, what one side keeps out of the report stays out.
    include:
      sides.base === undefined
        ? sides.newer.include && sides.older.include
        : mergeValue(on(sides, (of) => of.include)).value,
    heading: take(mergeWords(on(sides, (of) => of.heading)), { field: 'heading of an entry', text: heading ?? '' }),
    excerpt: take(mergeWords(on(sides, (of) => of.excerpt)), { field: 'excerpt of an entry', text: excerpt ?? '' }),
    talk: mergeValue(on(sides, (of) => of.talk)).value,
  }
  lost.push(...clashes)
  return merged
}
