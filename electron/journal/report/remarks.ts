import { type Message, message } from '../../shared/messages/message.ts'
import type { Remark } from '../../shared/post.ts'
import type { PostArrangement } from '../../shared/report/arrange-report.ts'
import type { Trip } from '../../shared/trip.ts'

/** Remarks on what is unfinished in the report as a whole. */
export function remarksOn(trip: Trip, arrangement: PostArrangement): Remark[] {
  const messages: Message[] = []
  const { report } = trip
  if (report.title.trim() === '') messages.push(message('report.remark.no-title'))
  if (report.publishedOn === null) messages.push(message('report.remark.no-date'))
  if (arrangement.parts.every((part) => part.entries.length === 0)) messages.push(message('report.remark.no-entries'))
  const { length } = arrangement.unplaced
  if (length > 0) messages.push(message('report.remark.unplaced', { count: length }))
  for (const heading of arrangement.emptySections) messages.push(message('report.remark.empty-section', { heading }))
  return messages.map((each) => ({ message: each, entryId: null }))
}
