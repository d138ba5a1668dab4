import { type Inclusions, recordOf } from '../../electron/shared/report/report-entry.ts'
import {
  defaultReportEntry,
  type Report,
  type ReportChanges,
  type ReportEntry,
  type Section,
} from '../../electron/shared/trip.ts'

/** A later state of the report -> the changes that undo one earlier edit. */
export type TakeBack = (now: Report) => ReportChanges

/**
 * Computes how to undo an edit of the report without affecting later edits: only the fields that the edit changed in
 * the records of entries are reset, and the headings and texts of sections stay as they are now unless the edit changed them.
 *
 * @param before the report before the edit
 * @param changes what the edit sets
 */
export function takeBack(before: Report, changes: ReportChanges): TakeBack {
  return (now) => {
    const back: ReportChanges = Object.fromEntries(
      Object.keys(changes).map((key) => [key, before[key as keyof Report]]),
    )
    if (changes.entries) back.entries = entriesBack(before, changes.entries, now)
    if (changes.sections) back.sections = sectionsBack(before.sections, changes.sections, now.sections)
    return back
  }
}

type Records = Report['entries']

function entriesBack(before: Inclusions, changed: Records, now: Inclusions): Records {
  const back = { ...now.entries }
  for (const entryId of new Set([...Object.keys(before.entries), ...Object.keys(changed)])) {
    const old = recordOf(before, entryId)
    const edited = recordOf({ ...before, entries: changed }, entryId)
    const current = recordOf(now, entryId)
    const fields = recordFields.filter((field) => old[field] !== edited[field])
    const isUntouched = recordFields.every((field) => current[field] === edited[field])
    if (isUntouched && before.entries[entryId] === undefined) delete back[entryId]
    else if (fields.length > 0) {
      back[entryId] = { ...current, ...Object.fromEntries(fields.map((field) => [field, old[field]])) }
    }
  }
  return back
}

const recordFields = Object.keys(defaultReportEntry) as (keyof ReportEntry)[]

const byId = (sections: Section[], id: string) => sections.find((section) => section.id === id)

function sectionsBack(before: Section[], changed: Section[], now: Section[]): Section[] {
  return before.map((section) => {
    const edited = byId(changed, section.id)
    const current = byId(now, section.id)
    if (!edited || !current) return section
    const { text: _, ...others } = section
    const text = edited.text === section.text ? current.text : section.text
    const heading = edited.heading === section.heading ? current.heading : section.heading
    return { ...others, heading, ...(text !== undefined && { text }) }
  })
}
