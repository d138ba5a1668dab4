import { setImmediate as breathe } from 'node:timers/promises'
import { recordOf, toldOf } from '../../shared/report/arrange-report.ts'
import type { Trip } from '../../shared/trip.ts'
import { isRead, readFragment } from './read-fragment.ts'

/** So long other work may wait, in milliseconds. */
const TURN = 10

/**
 * Reads the texts of a trip, so that composing it afterwards takes a moment only. Lets other work go ahead in between:
 * the first time, the texts of a long trip take seconds to read.
 */
export async function readAhead(trip: Trip): Promise<void> {
  let turn = performance.now()
  for (const text of textsOf(trip)) {
    if (isRead(text)) continue
    readFragment(text)
    if (performance.now() - turn < TURN) continue
    await breathe()
    turn = performance.now()
  }
}

function textsOf(trip: Trip): string[] {
  const { report } = trip
  const texts = toldOf(report, trip.entries).map((entry) => recordOf(report, entry.id).excerpt ?? entry.text)
  return [report.lead, ...texts, report.closing.text]
}
