import { entryName } from '../../electron/shared/entries/entry-name.ts'
import { fieldChange, fieldValue, titleField } from '../../electron/shared/entries/fields.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { automaticDayHeading, dayHeading } from '../../electron/shared/report/day-heading.ts'
import { type PartId, subjectOf } from '../../electron/shared/report/post-places.ts'
import { recordOf } from '../../electron/shared/report/report-entry.ts'
import type { Entry, Trip } from '../../electron/shared/trip.ts'
import { useTrip } from '../state/open-trip.ts'
import { editRecord, editSections } from './outline-edits.ts'
import { sectionName } from './part-text.ts'
import { changeDayHeading } from './report-changes.ts'
import { renameSection } from './sections.ts'

/** A heading of the post, as it is written. */
export interface PartHeading {
  /** Markdown of one line, or the plain title of an entry. */
  words: string
  /** For screen readers. */
  label: string
  placeholder: string
  /** The level of its heading in the post. */
  level: number
  write: (words: string) => void
}

/** The heading of a part of the post; `null` for a part without one. */
export function partHeading(trip: Trip, part: PartId): PartHeading | null {
  const { report } = trip
  const { editReport } = useTrip.getState()
  const level = report.headingLevel
  const placeholder = t('report.no-heading')
  if (part === 'title') {
    const write = (title: string) => editReport({ title })
    return { words: report.title, label: t('report.title'), placeholder: trip.title, level: 1, write }
  }
  if (part === 'closing') {
    const write = (heading: string) => editReport({ closing: { ...report.closing, heading } })
    return { words: report.closing.heading, label: t('report.closing-heading'), placeholder, level, write }
  }
  const day = subjectOf(part, 'day')
  if (day !== null) {
    const automatic = automaticDayHeading(trip, day)
    const label = t('report.heading-of', { name: automatic })
    const write = (words: string) => editReport(changeDayHeading(report, day, words === automatic ? null : words))
    return { words: dayHeading(trip, day), label, placeholder, level, write }
  }
  const section = report.sections.find(({ id }) => id === subjectOf(part, 'section'))
  if (section) {
    const label = t('report.heading-of', { name: sectionName(section) })
    const write = (words: string) => editSections((sections) => renameSection(sections, section.id, words))
    return { words: section.heading, label, placeholder, level, write }
  }
  const entry = trip.entries.find(({ id }) => id === subjectOf(part, 'entry'))
  return entry ? entryHeadingOf(trip, entry) : null
}

/** The heading that was written for the post, or else the entry's title, which is the same in the journal. */
function entryHeadingOf({ report }: Trip, entry: Entry): PartHeading {
  const written = recordOf(report, entry.id).heading
  const level = report.headingLevel + 1
  const label = t('report.heading-of', { name: entryName(entry) })
  const placeholder = t('report.no-heading')
  if (written !== null) {
    return { words: written, label, placeholder, level, write: (heading) => editRecord(entry.id, { heading }) }
  }
  const field = titleField(entry.kind)
  const write = (words: string) => useTrip.getState().editEntry(entry.id, fieldChange(field, words))
  return { words: fieldValue(entry, field), label, placeholder, level, write }
}
