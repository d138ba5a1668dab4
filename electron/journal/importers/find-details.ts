import { toString } from 'mdast-util-to-string'
import type { Root } from 'mdast'
import type { ImportDraft } from '../../shared/import-draft.ts'
import { dayOfHeading } from './day-headings.ts'
import { findDays, type FoundDays } from './find-days.ts'
import { findPlace, placeInTitle } from './find-place.ts'
import { guessLanguage } from './guess-language.ts'
import type { ImportDefaults } from './importer.ts'
import type { ReportDetails } from './read-details.ts'

/**
 * Guesses the details of a new trip from its report: the days and the place of the conference.
 *
 * @param text the report's tree
 * @param named the date in the name of its file
 */
export function findDetails(
  title: string,
  report: ReportDetails,
  text: Root,
  { defaults, named }: { defaults: ImportDefaults; named: string | null },
): { details: ImportDraft['details']; days: FoundDays | null } {
  // Between blocks, so that the last word of a heading and the first one below it stay two.
  const words = text.children.map((node) => toString(node)).join('\n')
  const headings = text.children.flatMap((node) =>
    node.type === 'heading' ? (dayOfHeading(toString(node)) ?? []) : [],
  )
  return {
    details: {
      title,
      venue: report.venue,
      city: report.city || findPlace(words) || placeInTitle(title),
      country: report.country,
      timeZone: defaults.timeZone,
      language: report.language ?? guessLanguage(`${title}\n${words}`) ?? defaults.language,
      authors: report.authors,
      tags: report.tags,
    },
    days: findDays({ title, text: words, headings, published: report.date, named }),
  }
}
