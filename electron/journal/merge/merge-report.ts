import { type Report, type ReportEntry } from '../../shared/trip.ts'
import { gatherClashes } from './clashes.ts'
import { mergeList, mergeRecord } from './merge-list.ts'
import type { LostWords } from './merge-photos.ts'
import { mergeSections } from './merge-sections.ts'
import { mergeText } from './merge-text.ts'
import { mergeValue, mergeWords } from './merge-value.ts'
import { isSame, on, type Sides } from '../trip-file/sides.ts'

/** Merges the report. If both sides changed how it is arranged, the newer side's choice wins. */
export function mergeReport(sides: Sides<Report>, lost: LostWords[]): Report {
  const { newer, older } = sides
  if (isSame(newer, older)) return newer
  const { take, lost: clashes } = gatherClashes<LostWords>()
  const setting = <T>(get: (report: Report) => T): T => mergeValue(on(sides, get)).value
  const report: Report = {
    ...whereSet({
      name: setting((of) => of.name),
      kind: setting((of) => of.kind),
      includesNew: setting((of) => of.includesNew),
      only: setting((of) => of.only),
      texts: setting((of) => of.texts),
    }),
    title: take(mergeWords(on(sides, (of) => of.title)), { of: 'reportTitle', text: older.title }),
    authors: mergeList(on(sides, (of) => of.authors)),
    tags: mergeList(on(sides, (of) => of.tags)),
    publishedOn: setting((of) => of.publishedOn),
    published: setting((of) => of.published),
    ...whereGiven({
      publishedTime: setting((of) => of.publishedTime),
      description: take(mergeWords(on(sides, (of) => of.description ?? '')), {
        of: 'description',
        text: older.description ?? '',
      }),
      categories: mergeList(on(sides, (of) => of.categories ?? [])),
      slug: setting((of) => of.slug),
      cover: setting((of) => of.cover),
    }),
    lead: take(mergeText(on(sides, (of) => of.lead)), { of: 'lead', text: older.lead }),
    closing: {
      heading: take(mergeWords(on(sides, (of) => of.closing.heading)), {
        of: 'closingHeading',
        text: older.closing.heading,
      }),
      text: take(mergeText(on(sides, (of) => of.closing.text)), { of: 'closing', text: older.closing.text }),
    },
    arrangement: setting((of) => of.arrangement),
    dayHeadings: {
      style: setting((of) => of.dayHeadings.style),
      own: mergeRecord(
        on(sides, (of) => of.dayHeadings.own),
        (heading, day) => take(mergeWords(heading), { of: 'dayHeading', day, text: heading.older }),
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

type Blankable<T> = { [K in keyof T]: T[K] | undefined }
type Setup = Pick<Report, 'name' | 'kind' | 'includesNew' | 'only' | 'texts'>

/** What kind of report it is, without what goes without saying. */
function whereSet({ name, kind, includesNew, only, texts }: Blankable<Setup>): Setup {
  return {
    ...(name !== undefined && { name }),
    ...(kind !== undefined && { kind }),
    ...(includesNew !== undefined && { includesNew }),
    ...(only !== undefined && { only }),
    ...(texts !== undefined && { texts }),
  }
}

type Details = Pick<Report, 'publishedTime' | 'description' | 'categories' | 'slug' | 'cover'>

/** Details without those that neither side has. */
function whereGiven(details: Blankable<Details>): Details {
  const { publishedTime, description, categories = [], slug, cover } = details
  return {
    ...(publishedTime !== undefined && { publishedTime }),
    ...(description && { description }),
    ...(categories.length > 0 && { categories }),
    ...(slug !== undefined && { slug }),
    ...(cover !== undefined && { cover }),
  }
}

function mergeReportEntry(sides: Sides<ReportEntry>, lost: LostWords[]): ReportEntry {
  const { heading, excerpt } = sides.older
  const { take, lost: clashes } = gatherClashes<LostWords>()
  const merged: ReportEntry = {
    // If it is not known which side changed it, an entry that one side leaves out of the report stays out.
    include:
      sides.base === undefined
        ? sides.newer.include && sides.older.include
        : mergeValue(on(sides, (of) => of.include)).value,
    heading: take(mergeWords(on(sides, (of) => of.heading)), { of: 'entryHeading', text: heading ?? '' }),
    excerpt: take(mergeWords(on(sides, (of) => of.excerpt)), { of: 'excerpt', text: excerpt ?? '' }),
    talk: mergeValue(on(sides, (of) => of.talk)).value,
  }
  lost.push(...clashes)
  return merged
}
