import { reportIdOf } from '../../electron/shared/report/in-report.ts'
import { entryPart, type PartId, sectionPart } from '../../electron/shared/report/post-places.ts'
import type { Hit } from '../../electron/shared/search.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { closingDocument, excerptDocument, leadDocument, sectionDocument } from '../state/report-texts.ts'

/** A text of the report, and the name under which the editor keeps it. */
interface ReportText {
  part: PartId
  document: string
  text: string
}

/** The texts of the report that a trip is seen in, by the field that the search knows them by. */
function textsIn(trip: Trip, field: Hit['field']): ReportText[] {
  const { lead, closing, sections, entries } = trip.report
  const reportId = reportIdOf(trip)
  if (field === 'closing') return [{ part: 'closing', document: closingDocument(reportId), text: closing.text }]
  if (field === 'lead') {
    return [
      { part: 'lead', document: leadDocument(reportId), text: lead },
      ...sections.map(({ id, text = '' }) => ({ part: sectionPart(id), document: sectionDocument(id), text })),
    ]
  }
  if (field !== 'detail') return []
  return Object.entries(entries).map(([id, { excerpt }]) => ({
    part: entryPart(id),
    document: excerptDocument(reportId, id),
    text: excerpt ?? '',
  }))
}

/**
 * The text of the report that a hit is in.
 *
 * @param words the words of the hit as they are written
 * @returns `null` if it is in a field, or if the words are not there any more
 */
export function textOfHit(trip: Trip, { field }: Hit, words: readonly string[]): ReportText | null {
  const [first] = words
  const texts = textsIn(trip, field).filter(({ text }) => first !== undefined && text.includes(first))
  return texts.find(({ text }) => words.every((word) => text.includes(word))) ?? texts[0] ?? null
}
