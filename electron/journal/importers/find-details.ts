import { toString } from 'mdast-util-to-string'
import type { Root } from 'mdast'
import { addDays } from '../../shared/time.ts'
import type { TripDetails } from '../../shared/trip.ts'
import { longDate } from '../../shared/report/language.ts'
import { dayOfHeading, findDates } from './find-dates.ts'
import { guessLanguage } from './guess-language.ts'
import type { ImportDefaults } from './importer.ts'
import type { ReportDetails } from './read-details.ts'

/**
 * Guesses the title and the dates of a new trip from its report. The date of a post is not one of the trip's days, but
 * better than nothing.
 *
 * @param text the report's tree
 * @returns the details, with a sentence for each that was guessed
 */
export function findDetails(
  title: string,
  report: ReportDetails,
  text: Root,
  defaults: ImportDefaults,
): { details: TripDetails; remarks: string[] } {
  const words = `${title}\n${toString(text)}`
  const language = report.language ?? guessLanguage(words) ?? defaults.language
  const remarks: string[] = []
  const told = findDates(words)
  if (told !== null) {
    const [first, last] = [longDate(told.firstDay, 'en'), longDate(told.lastDay, 'en')]
    remarks.push(`The trip's days were taken from the text: from ${first} to ${last}.`)
  }
  const { firstDay, lastDay } = told ?? daysOfHeadings(text, report.date ?? defaults.today)
  return {
    details: {
      title,
      venue: '',
      city: '',
      country: '',
      firstDay,
      lastDay,
      timeZone: defaults.timeZone,
      language,
      authors: report.authors,
      tags: report.tags,
    },
    remarks,
  }
}

function daysOfHeadings(text: Root, start: string): { firstDay: string; lastDay: string } {
  const found = text.children.flatMap((node) => (node.type === 'heading' ? (dayOfHeading(toString(node)) ?? []) : []))
  const dates = found.flatMap((day) => ('date' in day ? [day.date] : [])).toSorted()
  const numbers = found.flatMap((day) => ('number' in day ? [day.number] : []))
  const firstDay = dates[0] ?? start
  return { firstDay, lastDay: dates.at(-1) ?? addDays(firstDay, Math.max(1, ...numbers) - 1) }
}
