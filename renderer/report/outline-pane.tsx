import { memo, useCallback, useMemo, useRef, useState } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import { arrangeByDay, arrangeByTheme } from '../../electron/shared/report/arrange-report.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { OutlineDays } from './outline-days.tsx'
import { useOutlineDrag } from './outline-drag.ts'
import { editRecord, editSections, includeEntry, moveToPlace, openInJournal, stepThrough } from './outline-edits.ts'
import type { OutlineActions, OutlineView } from './outline-actions.ts'
import { OutlineSections } from './outline-sections.tsx'
import { RowMenu } from './row-menu.tsx'
import { moveSection } from './sections.ts'
import { useOutlineKeys } from './use-outline-keys.ts'
import './outline.css'

/** The report's entries in the order of the post, by day or by theme. They can be included, left out and moved. */
export const Outline = memo(OutlinePane, hasSameOutline)

function OutlinePane({ trip }: { trip: Trip }) {
  const byTheme = trip.report.arrangement === 'theme'
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set())
  const [chosenId, setCurrent] = useState<string | null>(null)
  const [menu, setMenu] = useState<{ entryId: string; button: HTMLElement } | null>(null)
  const [announcement, setAnnouncement] = useState('')

  const currentId = trip.entries.some(({ id }) => id === chosenId) ? chosenId : firstShown(trip)
  const step = useCallback((entryId: string, by: -1 | 1) => {
    void stepThrough(entryId, by).then((outcome) => outcome !== null && setAnnouncement(outcome))
  }, [])
  const ref = useRef<HTMLDivElement>(null)
  const keys = useOutlineKeys(ref, currentId, setCurrent, step)
  const drag = useOutlineDrag((dragged, place) => {
    if (dragged.kind === 'entry' && place.kind === 'entry') setAnnouncement(moveToPlace(dragged.entryId, place) ?? '')
    if (dragged.kind === 'section' && place.kind === 'section') {
      editSections((sections) => moveSection(sections, dragged.sectionId, place.before), t('report.undo.move-section'))
    }
  })

  const actions = useMemo<OutlineActions>(
    () => ({
      include: includeEntry,
      changeRecord: editRecord,
      openInJournal,
      openMenu: (entryId, button) => setMenu({ entryId, button }),
      toggleOpen: (entryId) =>
        setOpenIds((before) => {
          const after = new Set(before)
          if (!after.delete(entryId)) after.add(entryId)
          return after
        }),
    }),
    [],
  )
  const view: OutlineView = { openIds, currentId, actions }

  return (
    <div className="outline" ref={ref} {...keys} {...(byTheme ? drag.handlers : {})}>
      {byTheme ? (
        <OutlineSections trip={trip} view={view} place={drag.place} />
      ) : (
        <OutlineDays trip={trip} view={view} />
      )}
      <p aria-live="polite" className="visually-hidden">
        {announcement}
      </p>
      {menu && (
        <RowMenu
          entryId={menu.entryId}
          button={menu.button}
          sections={byTheme ? trip.report.sections : null}
          onClose={() => setMenu(null)}
          onStep={(by) => step(menu.entryId, by)}
          onMove={(sectionId) => setAnnouncement(moveToPlace(menu.entryId, { sectionId, before: null }) ?? '')}
          onOpen={() => openInJournal(menu.entryId)}
        />
      )}
    </div>
  )
}

/** Whether two versions of a trip have the same outline. Typing a lead must not render a thousand rows again. */
function hasSameOutline({ trip: a }: { trip: Trip }, { trip: b }: { trip: Trip }): boolean {
  const ofTrip = ['id', 'entries', 'firstDay', 'lastDay', 'language', 'timeZone'] as const
  const ofReport = ['arrangement', 'dayHeadings', 'sections', 'numberedSections', 'entries'] as const
  return ofTrip.every((key) => a[key] === b[key]) && ofReport.every((key) => a.report[key] === b.report[key])
}

/** The row where the Tab key first enters the outline. */
function firstShown(trip: Trip): string | null {
  if (trip.report.arrangement === 'day') return arrangeByDay(trip)[0]?.entries[0]?.id ?? null
  const { sections, unplaced } = arrangeByTheme(trip)
  const first = sections.find(({ entries }) => entries.length > 0)?.entries[0] ?? unplaced[0]
  return first?.id ?? null
}
