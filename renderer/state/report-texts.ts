import type { Report, ReportChanges } from '../../electron/shared/trip.ts'

/*
 * The texts of a report that are written in the Markdown editor, by the names under which the editor keeps their undo
 * histories. The texts of entries have the ids of their entries as names.
 */

export const leadDocument = (reportId: string): string => `${reportId} lead`
export const closingDocument = (reportId: string): string => `${reportId} closing`
export const sectionDocument = (sectionId: string): string => `section ${sectionId}`
export const excerptDocument = (reportId: string, entryId: string): string => `excerpt ${reportId} ${entryId}`

/** The texts that a change of the report sets to something else. */
export function changedTexts(reportId: string, report: Report, changes: ReportChanges): Map<string, string> {
  const before = textsIn(reportId, report)
  return new Map([...textsIn(reportId, changes)].filter(([name, text]) => before.get(name) !== text))
}

function textsIn(reportId: string, { lead, closing, sections = [], entries = {} }: ReportChanges): Map<string, string> {
  const texts = new Map<string, string>()
  if (lead !== undefined) texts.set(leadDocument(reportId), lead)
  if (closing !== undefined) texts.set(closingDocument(reportId), closing.text)
  for (const { id, text = '' } of sections) texts.set(sectionDocument(id), text)
  for (const [id, { excerpt }] of Object.entries(entries))
    if (excerpt !== null) texts.set(excerptDocument(reportId, id), excerpt)
  return texts
}
