/* oxlint-disable jsx-a11y/prefer-tag-over-role -- an option of a native list has one line, and no days between them */
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react'
import type { DraftEntry } from '../../electron/shared/import-draft.ts'
import { unnamedEntry } from '../../electron/shared/entries/entry-name.ts'
import { listOf, render, t } from '../../electron/shared/messages/translate.ts'
import type { EntryKind } from '../../electron/shared/trip.ts'
import { useSeenItems } from '../components/seen-items.ts'
import { formatDay } from '../journal/format-day.ts'
import { isCommandKey } from '../commands/command-keys.ts'
import { isPlain, isSelectAll } from '../components/keys.ts'
import { KindIcon } from '../journal/kind-icon.tsx'
import { isDay } from '../library/trip-form.ts'
import { isTaken, type Review, type ReviewLine } from './review.ts'
import type { LineSelection } from './use-line-selection.ts'
import './review.css'

const LINE_HEIGHT = 44

/** Letters that say what the selected entries are, or leave them out of the import. */
const letters: Readonly<Record<string, EntryKind | 'leave-out'>> = {
  t: 'talk',
  n: 'note',
  p: 'encounter',
  x: 'leave-out',
}

/** A date, or the number of a day in a trip whose days are not known yet. */
export function formatReviewDay(day: string): string {
  return isDay(day) ? formatDay(day) : t('import.review.nth-day', { number: Number(day) })
}

export const titleOfEntry = ({ title, beginning, kind }: DraftEntry): string =>
  title || beginning || render(unnamedEntry(kind))

const speakersOf = ({ kind, speakers }: DraftEntry): string =>
  kind === 'talk'
    ? listOf(
        speakers.map(({ name }) => name),
        'unit',
      )
    : ''

interface Props {
  review: Review
  lines: readonly ReviewLine[]
  selection: LineSelection
  onKind: (kind: EntryKind) => void
  /** Leaves the selected entries of a journal out, or takes them back in. */
  onLeaveOut: () => void
  onUndo: () => void
  onRedo: () => void
  takesFocus: boolean
}

/** The entries of an import by day. Letters change what they are. */
export function ReviewList({ review, lines, selection, onKind, onLeaveOut, onUndo, onRedo, takesFocus }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const { active, selected, select, selectAll, onMove } = selection
  const activeLine = useMemo(
    () => lines.findIndex((line) => line.kind === 'entry' && line.index === active),
    [lines, active],
  )
  const pieces = useSeenItems(list, lines.length, LINE_HEIGHT, activeLine)
  const chosen = new Set(selected)

  useEffect(() => {
    if (takesFocus) list.current?.focus()
  }, [takesFocus])

  useEffect(() => {
    document.querySelector(`#${CSS.escape(`${id}-${active}`)}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])

  const onKeyDown = (event: KeyboardEvent) => {
    const means = isPlain(event) ? letters[event.key.toLowerCase()] : undefined
    if (means === 'leave-out' && review.isJournal) onLeaveOut()
    else if (means !== undefined && means !== 'leave-out') onKind(means)
    else if (isSelectAll(event)) selectAll()
    else if (isCommandKey('undo', event)) onUndo()
    else if (isCommandKey('redo', event)) onRedo()
    else if (!onMove(event)) return
    event.preventDefault()
    event.stopPropagation()
  }

  const draw = (line: ReviewLine) => {
    if (line.kind === 'outside') {
      return (
        <div key="outside" role="presentation" className="review-outside">
          {t('import.review.outside', { count: line.count })}
        </div>
      )
    }
    if (line.kind === 'day') {
      return (
        <div key={`day ${line.day}`} role="presentation" className="review-day">
          <span>{formatReviewDay(line.day)}</span>
          <span className="review-count">{line.count}</span>
        </div>
      )
    }
    const entry = review.entries[line.index]
    const isOut = !isTaken(review, line.index)
    return (
      entry && (
        <div
          key={line.index}
          id={`${id}-${line.index}`}
          role="option"
          aria-selected={chosen.has(line.index)}
          className={`review-line ${line.index === active ? 'review-line-active' : ''} ${isOut ? 'review-line-out' : ''}`}
          tabIndex={-1}
          onMouseDown={(event) => {
            // The list has the focus, not the option.
            event.preventDefault()
            list.current?.focus()
            select(line.index, event.shiftKey)
          }}
        >
          <KindIcon kind={entry.kind} />
          {entry.start !== null && <span className="review-line-time">{entry.start} </span>}
          <span className="review-line-words">
            <span className={`review-line-title ${entry.title === '' ? 'quiet' : ''}`}>{titleOfEntry(entry)} </span>
            {speakersOf(entry) !== '' && <span className="review-line-speakers">{speakersOf(entry)} </span>}
          </span>
          <span className="review-line-kind">
            {isOut
              ? t('import.review.not-imported')
              : entry.kind === 'talk'
                ? t(`entry.session.${entry.session}`)
                : t(`entry.kind.${entry.kind}`)}
          </span>
          <span className="visually-hidden"> {formatReviewDay(line.day)}</span>
        </div>
      )
    )
  }

  return (
    <div
      ref={list}
      role="listbox"
      aria-label={t('import.review.entries')}
      aria-multiselectable
      aria-activedescendant={active === -1 ? undefined : `${id}-${active}`}
      tabIndex={0}
      className="review-list"
      onKeyDown={onKeyDown}
    >
      {pieces.flatMap(({ from, to, isDrawn, height }) =>
        isDrawn
          ? lines.slice(from, to).map(draw)
          : [<div key={`before ${to}`} role="presentation" style={{ height }} />],
      )}
    </div>
  )
}
