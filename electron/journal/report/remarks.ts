import type { Remark } from '../../shared/post.ts'
import type { PostArrangement } from '../../shared/report/arrange-report.ts'
import type { Trip } from '../../shared/trip.ts'

/** Remarks on what is unfinished in the report as a whole. */
export function remarksOn(trip: Trip, arrangement: PostArrangement): Remark[] {
  const messages: string[] = []
  const { report } = trip
  if (report.title.trim() === '') messages.push("The report has no title yet; the trip's stands in for it.")
  if (report.publishedOn === null) messages.push('The report has no publication date yet.')
  if (arrangement.parts.every((part) => part.entries.length === 0)) messages.push('No entry is in the report yet.')
  const { length } = arrangement.unplaced
  if (length > 0) {
    messages.push(
      length === 1
        ? 'One entry stands in no section and is left out.'
        : `${length} entries stand in no section and are left out.`,
    )
  }
  for (const heading of arrangement.emptySections) messages.push(`The section “${heading}” has no entries yet.`)
  return messages.map((message) => ({ message, entryId: null }))
}
