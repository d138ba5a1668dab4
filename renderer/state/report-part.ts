import { dayPart, entryPart, type PartId, sectionPart } from '../../electron/shared/report/post-places.ts'
import type { Report, ReportChanges } from '../../electron/shared/trip.ts'
import { changesNothing } from './field-step.ts'

/** The part of the post that a change of the report is about; `null` if it is about several, or about none. */
export function changedPart(before: Report, changes: ReportChanges): PartId | null {
  if (changes.title !== undefined) return 'title'
  if (changes.lead !== undefined) return 'lead'
  if (changes.closing !== undefined) return 'closing'
  const { dayHeadings, sections, entries } = changes
  if (dayHeadings !== undefined) {
    const day = onlyChanged(before.dayHeadings.own, dayHeadings.own)
    return day === null ? null : dayPart(day)
  }
  if (sections !== undefined) {
    const section = onlyChanged(byId(before.sections), byId(sections))
    return section === null ? null : sectionPart(section)
  }
  const entry = entries === undefined ? null : onlyChanged(before.entries, entries)
  return entry === null ? null : entryPart(entry)
}

const byId = (sections: Report['sections']) => Object.fromEntries(sections.map((section) => [section.id, section]))

/** The only key whose value differs; `null` if there are none or several. */
function onlyChanged<T>(before: Record<string, T>, after: Record<string, T>): string | null {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  const changed = [...keys].filter((key) => !changesNothing(before, { [key]: after[key] }))
  return changed.length === 1 ? (changed[0] ?? null) : null
}
