import { entryName } from '../../electron/shared/entries/entry-name.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { arrangeByTheme } from '../../electron/shared/report/arrange-report.ts'
import { recordOf } from '../../electron/shared/report/report-entry.ts'
import type { ReportChanges, ReportEntry, Section } from '../../electron/shared/trip.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { changeRecord } from './report-changes.ts'
import { placeEntry, stepEntry, type EntryPlace } from './sections.ts'

/**
 * Edits that the outline makes to the open trip. Functions that return text return a sentence for screen readers about
 * what happened, or `null` if nothing did.
 */

function edit(changes: ReportChanges, undoAs?: string): void {
  useTrip.getState().editReport(changes, undoAs === undefined ? undefined : { undoAs })
}

/** Includes an entry in the report or leaves it out. */
export function includeEntry(entryId: string, include: boolean): void {
  const { trip } = useTrip.getState()
  if (!trip) return
  edit(changeRecord(trip.report, entryId, { include }), t(include ? 'report.undo.include' : 'report.undo.leave-out'))
}

export function editRecord(entryId: string, changes: Partial<ReportEntry>): void {
  const { trip } = useTrip.getState()
  if (trip) edit(changeRecord(trip.report, entryId, changes))
}

export function editSections(change: (sections: Section[]) => Section[], undoAs?: string): void {
  const { trip } = useTrip.getState()
  if (trip) edit({ sections: change(trip.report.sections) }, undoAs)
}

/**
 * Moves an entry to a place among the sections. In a report that takes in only what is chosen, an entry that was not
 * decided about is chosen by that; one that was left out stays so.
 */
export function moveToPlace(entryId: string, place: EntryPlace): string | null {
  const { trip } = useTrip.getState()
  const entry = trip?.entries.find(({ id }) => id === entryId)
  if (!trip || !entry) return null
  const sections = placeEntry(trip.report.sections, entryId, place)
  if (JSON.stringify(sections) === JSON.stringify(trip.report.sections)) return null
  const isDecided = place.sectionId === null || entry.private || trip.report.entries[entryId] !== undefined
  const isChosen = !isDecided && !recordOf(trip.report, entryId).include
  edit(
    { sections, ...(isChosen && changeRecord(trip.report, entryId, { include: true })) },
    t('report.undo.move-entry'),
  )
  const section = sections.find(({ id }) => id === place.sectionId)
  const name = entryName(entry)
  if (!section) return t('report.moved.out', { name })
  const shown = arrangeByTheme({ entries: trip.entries, report: { ...trip.report, sections } })
  const there = shown.sections.find((one) => one.section.id === section.id)?.entries ?? []
  const position = there.findIndex(({ id }) => id === entryId) + 1
  const moved = { name, position, count: there.length }
  return section.heading === ''
    ? t('report.moved.in-unnamed-section', moved)
    : t('report.moved.in-section', { ...moved, section: section.heading })
}

/** Moves an entry to the end of a section, by the section's position from 0, or with `null` out of its section. */
export function fileEntry(entryId: string, index: number | null): string | null {
  const sections = useTrip.getState().trip?.report.sections ?? []
  const section = index === null ? null : sections[index]
  return section === undefined ? null : moveToPlace(entryId, { sectionId: section?.id ?? null, before: null })
}

/** Moves an entry one step up or down: among the sections, or among the entries of its day. */
export async function stepThrough(entryId: string, step: -1 | 1): Promise<string | null> {
  const { trip, moveEntry } = useTrip.getState()
  const entry = trip?.entries.find(({ id }) => id === entryId)
  if (!trip || !entry) return null
  if (trip.report.arrangement === 'theme') {
    const place = stepEntry(visibleSections(trip.report.sections, trip.entries), entryId, step)
    return place && moveToPlace(entryId, place)
  }
  const ofDay = trip.entries.filter(({ day }) => day === entry.day)
  const index = ofDay.indexOf(entry)
  const target = index + step
  if (target < 0 || target >= ofDay.length) return null
  await moveEntry(entryId, entry.day, ofDay[step === -1 ? target : target + 1]?.id ?? null)
  return t('report.moved.in-day', { name: entryName(entry), position: target + 1, count: ofDay.length })
}

/** Ignores sections whose entries are no longer in the journal: a step moves past what is visible. */
function visibleSections(sections: readonly Section[], entries: readonly { id: string }[]): Section[] {
  const known = new Set(entries.map(({ id }) => id))
  return sections.map((section) => ({ ...section, entryIds: section.entryIds.filter((id) => known.has(id)) }))
}

/** Opens an entry in the journal. */
export function openInJournal(entryId: string): void {
  const { trip, selectEntry } = useTrip.getState()
  if (!trip) return
  selectEntry(entryId)
  useApp.getState().goToTrip(trip.id, 'journal')
}
