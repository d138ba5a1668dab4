import type { Report, ReportChanges } from '../../electron/shared/trip.ts'

/*
 * The texts of a report that are written in the Markdown editor, by the names under which the editor keeps their undo
 * histories. The texts of entries have the ids of their entries as names.
 */

export const leadDocument = (tripId: string): string => `${tripId} lead`
export const closingDocument = (tripId: string): string => `${tripId} closing`
export const sectionDocument = (sectionId: string): string => `section ${sectionId}`
export const excerptDocument = (entryId: string): string => `excerpt ${entryId}`

/** The texts that a change of the report sets to something else. */
export function changedTexts(tripId: string, report: Report, changes: ReportChanges): Map<string, string> {
  const before = textsIn(tripId, report)
  return new Map([...textsIn(tripId, changes)].filter(([name, text]) => before.get(name) !== text))
}

function textsIn(tripId: string, { lead, closing, sections = [], entries = {} }: ReportChanges): Map<string, string> {
  const texts = new Map<string, string>()
  if (lead !== undefined) texts.set(leadDocument(tripId), lead)
  if (closing !== undefined) texts.set(closingDocument(tripId), closing.text)
  for (const { id, text = '' } of sections) texts.set(sectionDocument(id), text)
  for (const [id, { excerpt }] of Object.entries(entries)) if (excerpt !== null) texts.set(excerptDocument(id), excerpt)
  return texts
}
