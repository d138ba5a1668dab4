import { toString } from 'mdast-util-to-string'
import type { Root } from 'mdast'
import { type Message, message } from '../../shared/messages/message.ts'
import { addDays } from '../../shared/time.ts'
import { problemOfDays } from '../../shared/trip-days.ts'
import type { TripDetails } from '../../shared/trip.ts'
import { dayOfHeading, findDates } from './find-dates.ts'
import { guessLanguage } from './guess-language.ts'
import type { ImportDefaults } from './importer.ts'
import type { ReportDetails } from './read-details.ts'

/**
 * Guesses the title and the dates of a new trip from its report. The date of a post is not one of the trip's days, but
 * better than nothing.
 *
 * @param text the report's tree
 * @returns the details, with a message for each that was guessed
 */
export function findDetails(
  title: string,
  report: ReportDetails,
  text: Root,
  defaults: ImportDefaults,
): { details: TripDetails; remarks: Message[] } {
  const words = `${title}\n${toString(text)}`
  const language = report.language ?? guessLanguage(words) ?? defaults.language
  const found = findDates(words)
  const remarks =
    found === null
      ? []
      : [message('import.remark.days', { first: { day: found.firstDay }, last: { day: found.lastDay } })]
  const { firstDay, lastDay } = found ?? daysOfHeadings(text, report.date ?? defaults.today)
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
  const days = { firstDay, lastDay: dates.at(-1) ?? addDays(firstDay, Math.max(1, ...numbers) - 1) }
  // Headings that are years apart are no trip. The days are only a guess, and can be corrected once it is imported.
  return problemOfDays(days) === null ? days : { firstDay, lastDay: firstDay }
}
