import { type Message, message } from '../messages/message.ts'
import type { Remark } from '../post.ts'
import type { Report, Trip } from '../trip.ts'
import type { Demands } from './demands.ts'

/** What a target could not take of a report, or does not find in it. */
export function targetRemarks(
  { title: ofTrip, report }: { title: Trip['title']; report: Pick<Report, 'title' | 'description'> },
  { name, demands = {} }: { name: Message; demands?: Demands | undefined },
): Remark[] {
  const { longestTitle = Infinity, longestDescription = Infinity, needsDescription = false } = demands
  const [title, description] = [report.title.trim() || ofTrip.trim(), (report.description ?? '').trim()]
  const remarks: Remark[] = []
  if (lengthOf(title) > longestTitle) {
    const count = { count: lengthOf(title), most: longestTitle }
    remarks.push({ message: message('report.remark.long-title', { target: name, ...count }), at: 'title' })
  }
  if (lengthOf(description) > longestDescription) {
    const count = { count: lengthOf(description), most: longestDescription }
    remarks.push({ message: message('report.remark.long-description', { target: name, ...count }), at: 'description' })
  }
  if (needsDescription && description === '') {
    remarks.push({ message: message('report.remark.no-description', { target: name }), at: 'description' })
  }
  return remarks
}

/** Publishing systems count code points. */
function lengthOf(words: string): number {
  return Array.from(words).length
}
