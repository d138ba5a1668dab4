import { includedIn, recordOf } from '../../shared/report/arrange-report.ts'
import type { Trip } from '../../shared/trip.ts'
import { isRead, readFragment } from './read-fragment.ts'

/**
 * Parses the texts of a trip that are not cached, which is most of the cost of composing: the first time, the texts of
 * a long trip take seconds.
 *
 * @param onRead called after each text with the progress, from 0 to 1
 */
export function readAhead(trip: Trip, onRead: (done: number) => void): void {
  const texts = textsOf(trip).filter((text) => !isRead(text))
  for (const [index, text] of texts.entries()) {
    readFragment(text)
    onRead((index + 1) / texts.length)
  }
}

function textsOf(trip: Trip): string[] {
  const { report } = trip
  const texts = includedIn(report, trip.entries).map((entry) => recordOf(report, entry.id).excerpt ?? entry.text)
  return [report.lead, ...texts, report.closing.text]
}
