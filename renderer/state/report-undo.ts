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
    if (changes.entries) back.entries = entriesBack(before.entries, changes.entries, now.entries)
    if (changes.sections) back.sections = sectionsBack(before.sections, changes.sections, now.sections)
    return back
  }
}

type Records = Report['entries']

function entriesBack(before: Records, changed: Records, now: Records): Records {
  const back = { ...now }
  for (const entryId of new Set([...Object.keys(before), ...Object.keys(changed)])) {
    const old = before[entryId] ?? defaultReportEntry
    const edited = changed[entryId] ?? defaultReportEntry
    const fields = (Object.keys(old) as (keyof ReportEntry)[]).filter((field) => old[field] !== edited[field])
    if (fields.length === 0) continue
    const restored = Object.fromEntries(fields.map((field) => [field, old[field]]))
    back[entryId] = { ...defaultReportEntry, ...now[entryId], ...restored }
  }
  return back
}

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
