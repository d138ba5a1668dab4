import { memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { t } from '../../electron/shared/messages/translate.ts'
import { arrangeByDay, arrangeByTheme } from '../../electron/shared/report/arrange-report.ts'
import { dayPart, entryPart, type PartId, sectionPart, subjectOf } from '../../electron/shared/report/post-places.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { afterMenu } from '../components/after-menu.ts'
import { refuseChange } from '../state/read-only.ts'
import { useTrip } from '../state/open-trip.ts'
import { useFoldedParts } from './folded-parts.ts'
import { MetaLine } from './meta-line.tsx'
import { OutlineDays } from './outline-days.tsx'
import { useOutlineDrag } from './outline-drag.ts'
import {
  editRecord,
  editSections,
  fileEntry,
  includeEntry,
  moveToPlace,
  openInJournal,
  stepThrough,
} from './outline-edits.ts'
import type { OutlineActions, OutlineView } from './outline-actions.ts'
import { OutlineEnd } from './outline-ends.tsx'
import { OutlineSections } from './outline-sections.tsx'
import { OutlineUnplaced } from './outline-unplaced.tsx'
import { RowMenu } from './row-menu.tsx'
import { moveSection } from './sections.ts'
import { useKeptScroll } from './use-kept-scroll.ts'
import { focusRow, rowOf, useOutlineKeys } from './use-outline-keys.ts'
import './outline.css'

interface Props {
  trip: Trip
  /** Opens a part in the post, for writing. */
  onEdit: OutlineActions['edit']
}

/** The report's entries in the order of the post, by day or by theme. They can be included, left out and moved. */
export const Outline = memo(OutlinePane, hasSameOutline)

function OutlinePane({ trip, onEdit }: Props) {
  const byTheme = trip.report.arrangement === 'theme'
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set())
  const [folded, fold] = useFoldedParts(trip.id)
  const [menu, setMenu] = useState<{ entryId: string; button: HTMLElement } | null>(null)
  const [announcement, setAnnouncement] = useState('')
  const selected = useTrip((state) => state.reportPart)
  const select = useTrip((state) => state.selectPart)
  const scroll = useKeptScroll<HTMLDivElement>(`outline ${trip.id}`, true)

  const current = hasRow(trip, selected) ? selected : firstShown(trip)
  const step = useCallback((entryId: string, by: -1 | 1) => {
    void stepThrough(entryId, by).then((outcome) => outcome !== null && setAnnouncement(outcome))
  }, [])
  const ref = useRef<HTMLDivElement>(null)
  const file = (entryId: string, index: number | null) => {
    if (!byTheme || refuseChange(useTrip.getState().refusal)) return
    // Entries are usually filed one after the other, so the next one gets the focus.
    const next = neighbourOf(ref.current, entryId) ?? entryPart(entryId)
    flushSync(() => setAnnouncement(fileEntry(entryId, index) ?? ''))
    if (ref.current) focusRow(ref.current, next)
  }
  const keys = useOutlineKeys(ref, current, { select, step, file })
  const drag = useOutlineDrag((dragged, place) => {
    if (dragged.kind === 'entry' && place.kind === 'entry') setAnnouncement(moveToPlace(dragged.entryId, place) ?? '')
    if (dragged.kind === 'section' && place.kind === 'section') {
      editSections((sections) => moveSection(sections, dragged.sectionId, place.before), t('report.undo.move-section'))
    }
  })

  const foldedNow = useRef({ folded, fold })
  useLayoutEffect(() => {
    foldedNow.current = { folded, fold }
  })
  const toggleOptions = useCallback(
    (entryId: string) =>
      setOpenIds((before) => {
        const after = new Set(before)
        if (!after.delete(entryId)) after.add(entryId)
        return after
      }),
    [],
  )
  const actions = useMemo<OutlineActions>(
    () => ({
      include: includeEntry,
      changeRecord: editRecord,
      openInJournal,
      select,
      edit: onEdit,
      openMenu: (entryId, button) => setMenu({ entryId, button }),
      toggleOptions,
      toggleFold: (part) => foldedNow.current.fold(part, !foldedNow.current.folded.has(part)),
    }),
    [onEdit, select, toggleOptions],
  )
  const view: OutlineView = { openIds, folded, current, selected, actions }

  useLayoutEffect(() => {
    const outline = ref.current
    if (!outline || selected === null) return
    // What was chosen in the post may be in a day or a section that is folded.
    const around = groupOf(trip, selected)
    if (around !== null && folded.has(around)) fold(around, false)
    else showRow(outline, selected)
    // It follows the selection, and not each change of the trip.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [selected])

  return (
    <div className="outline" ref={ref} {...keys} {...(byTheme ? drag.handlers : {})}>
      <div className="outline-scroll" {...scroll}>
        <div>
          <MetaLine />
          <OutlineEnd part="title" view={view} />
          <OutlineEnd part="lead" view={view} />
        </div>
        {byTheme ? (
          <OutlineSections trip={trip} view={view} place={drag.place} />
        ) : (
          <OutlineDays trip={trip} view={view} />
        )}
        <OutlineEnd part="closing" view={view} />
      </div>
      {byTheme && <OutlineUnplaced trip={trip} view={view} place={drag.place} />}
      <p aria-live="polite" className="visually-hidden">
        {announcement}
      </p>
      {menu && (
        <RowMenu
          entryId={menu.entryId}
          button={menu.button}
          sections={byTheme ? trip.report.sections : null}
          onClose={() => setMenu(null)}
          onEdit={() => afterMenu(() => onEdit(entryPart(menu.entryId), 'text'))}
          onOptions={() => toggleOptions(menu.entryId)}
          onStep={(by) => step(menu.entryId, by)}
          onMove={(sectionId) => setAnnouncement(moveToPlace(menu.entryId, { sectionId, before: null }) ?? '')}
          onOpen={() => openInJournal(menu.entryId)}
        />
      )}
    </div>
  )
}

/** Whether two versions of a trip have the same outline. Typing a lead must not render a thousand rows again. */
function hasSameOutline(before: Props, after: Props): boolean {
  const [a, b] = [before.trip, after.trip]
  const ofTrip = ['id', 'entries', 'firstDay', 'lastDay', 'language', 'timeZone'] as const
  const ofReport = [
    'arrangement',
    'dayHeadings',
    'sections',
    'numberedSections',
    'entryHeadings',
    'talks',
    'entries',
  ] as const
  return (
    before.onEdit === after.onEdit &&
    ofTrip.every((key) => a[key] === b[key]) &&
    ofReport.every((key) => a.report[key] === b.report[key])
  )
}

/** Whether a part has a row of its own. Days and sections have headings instead. */
function hasRow({ entries }: Trip, part: PartId | null): boolean {
  if (part === 'title' || part === 'lead' || part === 'closing') return true
  const entryId = part && subjectOf(part, 'entry')
  return entryId !== null && entries.some(({ id }) => id === entryId)
}

/** The row where the Tab key first enters the outline. */
function firstShown(trip: Trip): PartId {
  if (trip.report.arrangement === 'day') {
    const first = arrangeByDay(trip)[0]?.entries[0]
    return first ? entryPart(first.id) : 'title'
  }
  const { sections, unplaced } = arrangeByTheme(trip)
  const first = sections.find(({ entries }) => entries.length > 0)?.entries[0] ?? unplaced[0]
  return first ? entryPart(first.id) : 'title'
}

/** The day or the section around an entry; `null` for other parts. */
function groupOf({ entries, report }: Trip, part: PartId): PartId | null {
  const entryId = subjectOf(part, 'entry')
  if (entryId === null) return null
  const entry = entries.find(({ id }) => id === entryId)
  if (report.arrangement === 'day') return entry ? dayPart(entry.day) : null
  const section = report.sections.find(({ entryIds }) => entryIds.includes(entryId))
  return section ? sectionPart(section.id) : null
}

function showRow(outline: HTMLElement, part: PartId): void {
  const head = outline.querySelector(`.outline-group[data-part="${CSS.escape(part)}"] .outline-head`)
  const shown = rowOf(outline, part) ?? head
  shown?.scrollIntoView?.({ block: 'nearest' })
}

/** The row after an entry's in the same list, or else the one before it; `null` if it is the only one. */
function neighbourOf(outline: HTMLElement | null, entryId: string): PartId | null {
  const row = outline?.querySelector(`[data-entry-id="${CSS.escape(entryId)}"]`)
  const next = [row?.nextElementSibling, row?.previousElementSibling].find((one) => one?.hasAttribute('data-entry-id'))
  return next instanceof HTMLElement ? ((next.dataset['part'] ?? null) as PartId | null) : null
}
