import { Ellipsis, LockKeyhole, SlidersHorizontal } from 'lucide-react'
import { memo } from 'react'
import { entryName, entryTitle } from '../../electron/shared/entries/entry-name.ts'
import { formatDate } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { isIncluded } from '../../electron/shared/report/arrange-report.ts'
import { entryPart } from '../../electron/shared/report/post-places.ts'
import { clockAt } from '../../electron/shared/time.ts'
import type { Entry, ReportEntry } from '../../electron/shared/trip.ts'
import { isCommandKey } from '../commands/command-keys.ts'
import type { ItemPlace } from '../components/long-list.tsx'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { OutlineOptions } from './outline-options.tsx'
import type { OutlineActions } from './outline-actions.ts'
import './outline-row.css'

/** The height of a row whose options are closed, in pixels. */
export const OUTLINE_ROW_HEIGHT = 32

export interface OutlineRowProps {
  entry: Entry
  record: ReportEntry
  timeZone: string
  /** Whether the post has a place for it: in a report by theme, an entry in no section has none. */
  hasPlace: boolean
  /** Whether it has anything to tell. Without, the post leaves it out. */
  hasContent: boolean
  /** The number before its heading; `null` if it has none. */
  number: number | null
  /** Arranged by theme, rows can be dragged and show their day, because entries of all days are mixed. */
  byTheme: boolean
  isOpen: boolean
  /** Whether this is the one row that the Tab key stops at. The arrow keys move to the others. */
  isCurrent: boolean
  isSelected: boolean
  /** What is being dragged would be dropped before this row. */
  isDropPlace: boolean
  /** Where it is, in a list of which only a part is drawn. */
  place: ItemPlace
  actions: OutlineActions
}

/**
 * An entry in the outline: its name, whether it is included, and on demand how it appears. Built from plain elements
 * and rendered again only when its own entry changes, because an outline may have a thousand rows.
 */
export const OutlineRow = memo(Row, looksTheSame)

function Row(props: OutlineRowProps) {
  const { entry, record, timeZone, hasPlace, number, byTheme, isOpen, isCurrent, isDropPlace, place, actions } = props
  const isReadOnly = useReadOnlyArea()
  const name = entryName(entry)
  const part = entryPart(entry.id)
  const tabIndex = isCurrent ? 0 : -1

  return (
    <li
      className={`outline-row ${rowState(props)} ${isDropPlace ? 'outline-row-drop' : ''}`}
      data-entry-id={entry.id}
      data-part={part}
      {...place}
    >
      <div
        className={`outline-row-line ${props.isSelected ? 'outline-row-selected' : ''}`}
        draggable={byTheme && !isReadOnly}
      >
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
          aria-current={props.isSelected ? 'true' : undefined}
          onClick={() => actions.select(part)}
          onDoubleClick={() => actions.edit(part, 'text')}
          onKeyDown={(event) => {
            if (!isCommandKey('edit-part', event)) return
            event.preventDefault()
            actions.edit(part, 'text')
          }}
        >
          {number !== null && <span className="outline-row-number">{number}.</span>}
          <span className="outline-row-name">{name}</span>
          <RowNotes {...props} />
          <span className="outline-row-time">{byTheme ? formatShortDay(entry.day) : clockOf(entry, timeZone)}</span>
        </button>
        <span className="outline-row-controls">
          <button
            type="button"
            className="outline-row-control"
            data-control="options"
            tabIndex={tabIndex}
            aria-label={t('report.row.options', { name })}
            aria-expanded={isOpen}
            title={t('command.entry-options')}
            onClick={() => actions.toggleOptions(entry.id)}
          >
            <SlidersHorizontal aria-hidden />
          </button>
          <button
            type="button"
            className="outline-row-control"
            data-control="more"
            tabIndex={tabIndex}
            aria-label={t('report.row.more', { name })}
            aria-haspopup="menu"
            title={t('report.more')}
            onClick={(event) => actions.openMenu(entry.id, event.currentTarget)}
          >
            <Ellipsis aria-hidden />
          </button>
        </span>
      </div>
      {isOpen && <OutlineOptions entry={entry} record={record} actions={actions} />}
    </li>
  )
}

function RowNotes({ entry, record, hasContent }: OutlineRowProps) {
  const notes = [
    ...(entry.private ? [t('report.row.private')] : []),
    ...(record.excerpt === null ? [] : [t('report.row.excerpt')]),
    ...(hasContent || entry.private || !record.include ? [] : [t('report.row.empty')]),
  ]
  return notes.length > 0 && <span className="outline-row-notes">{notes.join(' · ')}</span>
}

/** How a row shows whether its entry is in the post. */
function rowState({ entry, record, hasPlace, hasContent }: OutlineRowProps): string {
  if (!isIncluded(entry, record)) return 'outline-row-left-out'
  return hasPlace && hasContent ? '' : 'outline-row-untold'
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
  const keys = [
    'timeZone',
    'hasPlace',
    'hasContent',
    'number',
    'byTheme',
    'isOpen',
    'isCurrent',
    'isSelected',
    'isDropPlace',
    'actions',
  ] as const
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
