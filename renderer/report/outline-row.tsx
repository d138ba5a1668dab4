import { ChevronRight, Ellipsis, GripVertical, LockKeyhole } from 'lucide-react'
import { memo } from 'react'
import { entryName, entryTitle } from '../../electron/shared/entries/entry-name.ts'
import { formatDate } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { isIncluded } from '../../electron/shared/report/arrange-report.ts'
import { clockAt } from '../../electron/shared/time.ts'
import type { Entry, ReportEntry } from '../../electron/shared/trip.ts'
import type { ItemPlace } from '../components/long-list.tsx'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { OutlineOptions } from './outline-options.tsx'
import type { OutlineActions } from './outline-actions.ts'
import './outline.css'

/** The height of a row whose options are closed, in pixels. */
export const OUTLINE_ROW_HEIGHT = 32

export interface OutlineRowProps {
  entry: Entry
  record: ReportEntry
  timeZone: string
  /** Whether the post has a place for it: in a report by theme, an entry in no section has none. */
  hasPlace: boolean
  /** Arranged by theme, rows can be dragged and show their day, because entries of all days are mixed. */
  byTheme: boolean
  isOpen: boolean
  /** Whether this is the one row that the Tab key stops at. The arrow keys move to the others. */
  isCurrent: boolean
  /** What is being dragged would be dropped before this row. */
  isDropPlace: boolean
  /** Where it is, in a list of which only a part is drawn. */
  place: ItemPlace
  actions: OutlineActions
}

/**
 * An entry in the outline: whether it is included, its name, and on demand how it appears. Built from plain elements
 * and rendered again only when its own entry changes, because an outline may have a thousand rows.
 */
export const OutlineRow = memo(Row, looksTheSame)

function Row(props: OutlineRowProps) {
  const { entry, record, timeZone, hasPlace, byTheme, isOpen, isCurrent, isDropPlace, place, actions } = props
  const isReadOnly = useReadOnlyArea()
  const name = entryName(entry)
  const tabIndex = isCurrent ? 0 : -1
  const notes = [
    ...(entry.private ? [t('report.row.private')] : []),
    ...(record.excerpt === null ? [] : [t('report.row.excerpt')]),
  ]

  return (
    <li
      className={`outline-row ${rowState(props)} ${isDropPlace ? 'drop-before' : ''}`}
      data-entry-id={entry.id}
      {...place}
    >
      <div className="outline-row-line" draggable={byTheme && !isReadOnly}>
        {byTheme && !isReadOnly && <GripVertical aria-hidden className="outline-row-grip" />}
        {entry.private ? (
          <LockKeyhole aria-hidden className="outline-row-lock" />
        ) : (
          hasPlace && (
            <input
              type="checkbox"
              className="outline-row-include"
              data-control="include"
              tabIndex={tabIndex}
              checked={record.include}
              disabled={isReadOnly}
              aria-label={t('report.row.include', { name })}
              onChange={(event) => actions.include(entry.id, event.target.checked)}
            />
          )
        )}
        <button
          type="button"
          className="outline-row-title"
          data-control="title"
          tabIndex={tabIndex}
          aria-expanded={isOpen}
          onClick={() => actions.toggleOpen(entry.id)}
        >
          <ChevronRight aria-hidden className="outline-row-chevron" />
          <span className="outline-row-name">{name}</span>
          {notes.length > 0 && <span className="outline-row-notes">{notes.join(' · ')}</span>}
          <span className="outline-row-time">{byTheme ? formatShortDay(entry.day) : clockOf(entry, timeZone)}</span>
        </button>
        <button
          type="button"
          className="outline-row-more"
          data-control="more"
          tabIndex={tabIndex}
          aria-label={t('report.row.more', { name })}
          aria-haspopup="menu"
          title={t('report.more')}
          onClick={(event) => actions.openMenu(entry.id, event.currentTarget)}
        >
          <Ellipsis aria-hidden />
        </button>
      </div>
      {isOpen && <OutlineOptions entry={entry} record={record} actions={actions} />}
    </li>
  )
}

/** How a row shows whether its entry is in the post. */
function rowState({ entry, record, hasPlace }: OutlineRowProps): string {
  if (!isIncluded(entry, record)) return 'outline-row-left-out'
  return hasPlace ? '' : 'outline-row-unplaced'
}

/** @example formatShortDay('2026-04-14') // 'Tue 14' */
function formatShortDay(day: string): string {
  return t('report.row.day', { weekday: formatDate(day, 'short-weekday'), day: formatDate(day, 'day-of-month') })
}

function clockOf({ start }: Entry, timeZone: string): string {
  return start === null ? '' : clockAt(start, timeZone)
}

/** Each save replaces all entries with copies of themselves. */
function looksTheSame(before: OutlineRowProps, after: OutlineRowProps): boolean {
  const keys = ['timeZone', 'hasPlace', 'byTheme', 'isOpen', 'isCurrent', 'isDropPlace', 'actions'] as const
  const placeKeys = ['aria-posinset', 'aria-setsize'] as const
  const recordKeys = ['include', 'heading', 'excerpt', 'talk'] as const
  return (
    keys.every((key) => before[key] === after[key]) &&
    placeKeys.every((key) => before.place[key] === after.place[key]) &&
    recordKeys.every((key) => before.record[key] === after.record[key]) &&
    sameEntry(before.entry, after.entry)
  )
}

function sameEntry(a: Entry, b: Entry): boolean {
  if (a === b) return true
  const keys = ['id', 'kind', 'day', 'start', 'private', 'text'] as const
  return keys.every((key) => a[key] === b[key]) && entryTitle(a) === entryTitle(b)
}
