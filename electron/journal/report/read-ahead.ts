import { toldIn } from '../../shared/report/arrange-report.ts'
import { tellingText } from '../../shared/report/entry-content.ts'
import type { Trip } from '../../shared/trip.ts'
import { PARSE_MS, SHORT } from '../markdown/parse-limited.ts'
import { isRead, readFragment, readTogether } from './read-fragment.ts'

/** Total time for texts that cannot be parsed in time, in milliseconds. After that, the other texts get less time each. */
const LOST_MS = 2 * PARSE_MS
const LEAST_MS = PARSE_MS / 5
/**
 * Number of texts between two reports of progress, and of long ones that are read under one limit of time: ordinary ones
 * take some tens of milliseconds.
 */
const TOGETHER = 16

/**
 * Parses the texts of a trip that are not cached, which is most of the cost of composing: the first time, the texts of
 * a long trip take seconds.
 *
 * @param onRead called after every few texts with the progress, from 0 to 1
 */
export function readAhead(trip: Trip, onRead: (done: number) => void): void {
  const all = [...new Set(textsOf(trip))].filter((text) => !isRead(text))
  const short = all.filter(({ length }) => length <= SHORT)
  for (const [index, text] of short.entries()) {
    readFragment(text)
    if (index % TOGETHER === 0) onRead(index / all.length)
  }
  const texts = all.filter(({ length }) => length > SHORT)
  const done = (count: number) => onRead((short.length + count) / all.length)
  let lost = 0
  for (let index = 0; index < texts.length; index += TOGETHER) {
    const some = texts.slice(index, index + TOGETHER)
    readTogether(some, LEAST_MS)
    for (const [within, text] of some.entries()) {
      if (isRead(text)) continue
      const started = performance.now()
      const { isPlain } = readFragment(text, Math.max(LEAST_MS, Math.min(PARSE_MS, LOST_MS - lost)))
      if (isPlain) lost += performance.now() - started
      done(index + within + 1)
    }
    done(index + some.length)
  }
}

function textsOf(trip: Trip): string[] {
  const { report } = trip
  const texts = toldIn(report, trip.entries).map((entry) => tellingText(report, entry))
  const ofSections = report.arrangement === 'theme' ? report.sections.map(({ text = '' }) => text) : []
  return [report.lead, ...ofSections, ...texts, report.closing.text]
}
