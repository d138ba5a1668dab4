import { entryLabel, unnamedEntry } from '../../shared/entries/entry-name.ts'
import { openMatters } from './open-matters.ts'
import { type Message, message } from '../../shared/messages/message.ts'
import type { Remark } from '../../shared/post.ts'
import type { PostArrangement } from '../../shared/report/arrange-report.ts'
import { entryPart, sectionPart } from '../../shared/report/post-places.ts'
import type { Entry, Trip } from '../../shared/trip.ts'

/** Remarks on what is unfinished in the report as a whole. */
export function remarksOn(trip: Trip, arrangement: PostArrangement): Remark[] {
  const { report } = trip
  const { parts, unplaced, emptySections, wordless } = arrangement
  const remarks: Remark[] = []
  if (report.title.trim() === '') remarks.push({ message: message('report.remark.no-title'), at: 'title' })
  if (report.publishedOn === null) remarks.push({ message: message('report.remark.no-date'), at: 'date' })
  if (report.tags.every((tag) => tag.trim() === '')) {
    remarks.push({ message: message('report.remark.no-tags'), at: 'tags' })
  }
  // If none is in a section, that is said below.
  if (parts.every((part) => part.entries.length === 0) && unplaced.length === 0) {
    remarks.push({ message: message('report.remark.no-entries'), at: 'lead' })
  }
  if (unplaced.length > 0) {
    remarks.push({ message: message('report.remark.unplaced', { count: unplaced.length }), at: 'unplaced' })
  }
  for (const { id, heading } of emptySections) {
    remarks.push({
      message: message('report.remark.empty-section', { heading: heading.trim() }),
      at: sectionPart(id),
    })
  }
  remarks.push(...openMatters(trip))
  for (const entry of wordless) remarks.push({ message: leftOut(entry), at: entryPart(entry.id) })
  return remarks
}

function leftOut(entry: Entry): Message {
  const name = entryLabel(entry)
  if (name !== '') return message('report.remark.wordless', { name })
  return message('report.remark.wordless-unnamed', { name: unnamedEntry(entry.kind), day: { day: entry.day } })
}
