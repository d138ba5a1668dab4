import { entryName } from '../../electron/shared/entries/entry-name.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { type PartId, subjectOf } from '../../electron/shared/report/post-places.ts'
import { reportIdOf } from '../../electron/shared/report/in-report.ts'
import { recordOf } from '../../electron/shared/report/report-entry.ts'
import type { Section, Trip } from '../../electron/shared/trip.ts'
import { useTrip } from '../state/open-trip.ts'
import { closingDocument, excerptDocument, leadDocument, sectionDocument } from '../state/report-texts.ts'
import { changeRecord } from './report-changes.ts'

/** A text that the post shows, as it is written. */
export interface PartText {
  /** The name under which the editor keeps its undo history. In the journal, the text of an entry has the same. */
  documentId: string
  text: string
  /** For screen readers. */
  label: string
  placeholder: string
}

/** The text of a part of the post; `null` for a part without one. */
export function partText(trip: Trip, part: PartId): PartText | null {
  const { report } = trip
  const placeholder = t('journal.write-here')
  if (part === 'lead') {
    return {
      documentId: leadDocument(reportIdOf(trip)),
      text: report.lead,
      label: t('report.lead'),
      placeholder: leadNote(),
    }
  }
  if (part === 'closing') {
    const { text } = report.closing
    return {
      documentId: closingDocument(reportIdOf(trip)),
      text,
      label: t('report.closing'),
      placeholder: closingNote(),
    }
  }
  const section = report.sections.find(({ id }) => id === subjectOf(part, 'section'))
  if (section) {
    const label = t('report.text-of-section', { name: sectionName(section) })
    return { documentId: sectionDocument(section.id), text: section.text ?? '', label, placeholder }
  }
  const entry = trip.entries.find(({ id }) => id === subjectOf(part, 'entry'))
  if (!entry) return null
  const { excerpt } = recordOf(report, entry.id)
  const name = entryName(entry)
  return excerpt === null
    ? { documentId: entry.id, text: entry.text, label: t('journal.text-of', { name }), placeholder }
    : {
        documentId: excerptDocument(reportIdOf(trip), entry.id),
        text: excerpt,
        label: t('report.excerpt-of', { name }),
        placeholder,
      }
}

const leadNote = () => t('report.lead-note')
const closingNote = () => t('report.closing-note')

/** The name of a section for people: its heading, if it has one. */
export function sectionName({ heading }: Section): string {
  return heading.trim() || t('report.section-unnamed')
}

/**
 * Writes a text that was changed in the editor.
 *
 * @param byHistory whether it was undone or redone in the text's own history
 */
export function writeText(text: string, document: string, byHistory: boolean): void {
  const { trip, editReport, editEntry } = useTrip.getState()
  if (!trip) return
  const options = { document, byHistory }
  const { report } = trip
  const section = report.sections.find(({ id }) => sectionDocument(id) === document)
  const excerpted = Object.keys(report.entries).find((id) => excerptDocument(reportIdOf(trip), id) === document)
  if (document === leadDocument(reportIdOf(trip))) editReport({ lead: text }, options)
  else if (document === closingDocument(reportIdOf(trip))) editReport({ closing: { ...report.closing, text } }, options)
  else if (section) {
    editReport({ sections: report.sections.map((one) => (one === section ? { ...one, text } : one)) }, options)
  } else if (excerpted !== undefined) editReport(changeRecord(report, excerpted, { excerpt: text }), options)
  else editEntry(document, { text }, { byHistory })
}
