import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type MouseEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { flushSync } from 'react-dom'
import { t } from '../../electron/shared/messages/translate.ts'
import {
  type GridItem,
  type GridLayout,
  type GridStep,
  layOutGrid,
  stepInGrid,
} from '../../electron/shared/programme/grid-layout.ts'
import type { IndexedSession } from '../../electron/shared/programme/index-sessions.ts'
import { clockAt } from '../../electron/shared/time.ts'
import { hasModifier } from '../components/keys.ts'
import { useMinute } from '../state/clock.ts'
import { describeSession, formatState } from './describe-session.ts'
import { SessionMarks } from './session-marks.tsx'
import { sessionAt, type SessionListProps } from './session-list.tsx'
import { useSeenArea } from './use-seen-area.ts'
import './session-marks.css'
import './session-grid.css'

/** In pixels. */
const PER_MINUTE = 2
const COLUMN = 168
const HALF_HOUR = 30

/** Where arrow keys lead in the grid. */
const steps: Readonly<Record<string, GridStep>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
}

export interface SessionGridProps extends SessionListProps {
  /** In the organiser's order. */
  rooms: readonly string[]
  /** Whether it is the current day at the venue: a line shows what time it is. */
  isToday: boolean
}

/** What is drawn of the grid: whole columns, and in them the sessions that are near. */
function isNear(item: GridItem, area: { top: number; height: number }): boolean {
  const [top, bottom] = [item.top * PER_MINUTE, (item.top + item.height) * PER_MINUTE]
  return bottom >= area.top - COLUMN && top <= area.top + area.height + COLUMN
}

function findItem({ columns }: GridLayout, sessionId: string | null): GridItem | undefined {
  for (const column of columns) {
    const found = column.find(({ indexed }) => indexed.session.id === sessionId)
    if (found !== undefined) return found
  }
  return undefined
}

/** The sessions of one day as a grid: time goes down, rooms go across. Only what is seen is drawn. */
export const SessionGrid = memo(function SessionGrid(props: SessionGridProps) {
  const { sessions, shown, rooms, isToday, sessionId, timeZone, onSelect, onMenu, onOpen, ref } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [area, onScroll] = useSeenArea(scroller)
  const layout = useMemo(() => layOutGrid(shown, rooms), [shown, rooms])
  const chosen = useMemo(() => findItem(layout, sessionId), [layout, sessionId])
  const entry = chosen ?? layout.columns[0]?.[0]

  const elementOf = (item: GridItem) =>
    scroller.current?.querySelector<HTMLElement>(`[data-session="${item.indexed.session.id}"]`) ?? null
  const choose = (item: GridItem) => {
    flushSync(() => onSelect(item.indexed.session.id))
    const element = elementOf(item)
    element?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
    element?.focus({ preventScroll: true })
  }
  useImperativeHandle(ref, () => ({
    focus() {
      if (entry !== undefined) choose(entry)
      return entry !== undefined
    },
  }))
  const isOpened = useRef(false)
  useLayoutEffect(() => {
    if (chosen === undefined) return
    const block = isOpened.current ? 'nearest' : 'center'
    isOpened.current = true
    elementOf(chosen)?.scrollIntoView?.({ block, inline: 'nearest' })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- when another session was chosen, and at the beginning
  }, [sessionId])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = hasModifier(event) ? undefined : steps[event.key]
    if (step === undefined || entry === undefined) return
    event.preventDefault()
    choose(chosen === undefined ? entry : stepInGrid(layout, chosen, step))
  }
  const onClick = (event: MouseEvent) => {
    const id = sessionAt(event.target)
    const item = id === null ? undefined : findItem(layout, id)
    if (item === undefined) return
    choose(item)
    onOpen()
  }

  const ticks = Array.from({ length: Math.ceil(layout.minutes / HALF_HOUR) }, (_, index) => index * HALF_HOUR)
  /** The times that are written beside the grid: the first one, then each full hour. */
  const clock = (minutes: number) => {
    const words = clockAt(new Date(layout.from + minutes * 60_000).toISOString(), timeZone)
    return minutes === 0 || words.endsWith(':00') || layout.minutes <= 240 ? words : ''
  }
  const style = {
    '--grid-column': `${COLUMN}px`,
    '--grid-columns': layout.rooms.length,
    '--grid-height': `${layout.minutes * PER_MINUTE}px`,
  } as CSSProperties

  return (
    <div className="session-grid" ref={scroller} onScroll={onScroll} style={style}>
      <div className="session-grid-times" aria-hidden>
        {ticks.map((minutes) => (
          <span key={minutes} className="session-grid-time" style={{ top: minutes * PER_MINUTE }}>
            {clock(minutes)}
          </span>
        ))}
      </div>
      {/* Each room is a row, whatever it looks like: its sessions follow one another. The keys are theirs. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events */}
      <div
        role="grid"
        aria-label={t('programme.grid')}
        aria-rowcount={layout.rooms.length}
        className="session-grid-rooms"
        onKeyDown={onKeyDown}
        onClick={onClick}
        onContextMenu={onMenu}
      >
        {isToday && <NowLine layout={layout} />}
        {layout.rooms.map((room, index) => (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a table's rows do not go down
          <div key={room} role="row" aria-rowindex={index + 1} className="session-grid-room">
            {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
            <div role="rowheader" className="session-grid-name" title={room}>
              {room === '' ? t('programme.no-room') : room}
            </div>
            <div className="session-grid-lane" role="presentation">
              {(layout.columns[index] ?? [])
                .filter((item) => item === entry || (isNear(item, area) && isColumnNear(index, area)))
                .map((item) => {
                  const { id } = item.indexed.session
                  return (
                    <Cell
                      key={id}
                      item={item}
                      isChosen={id === sessionId}
                      isEntry={item === entry}
                      timeZone={timeZone}
                      mark={sessions.plan.marks[id]}
                      isClashing={sessions.clashes.has(id)}
                      hasEntry={sessions.entries.has(id)}
                    />
                  )
                })}
            </div>
          </div>
        ))}
      </div>
    </div>
  )
})

/** A line across all rooms that shows what time it is at the venue. */
function NowLine({ layout }: { layout: GridLayout }) {
  const minutes = (Date.parse(useMinute()) - layout.from) / 60_000
  if (minutes < 0 || minutes > layout.minutes) return null
  return <div className="session-grid-now" role="presentation" style={{ top: minutes * PER_MINUTE }} />
}

const isColumnNear = (column: number, area: { left: number; width: number }): boolean =>
  (column + 2) * COLUMN >= area.left && column * COLUMN <= area.left + area.width

interface CellProps {
  item: GridItem
  isChosen: boolean
  isEntry: boolean
  timeZone: string
  mark: IndexedMark
  isClashing: boolean
  hasEntry: boolean
}

type IndexedMark = Parameters<typeof SessionMarks>[0]['mark']

const Cell = memo(function Cell({ item, isChosen, isEntry, timeZone, ...marks }: CellProps) {
  const { session }: IndexedSession = item.indexed
  const { lane, lanes, top, height } = item
  const state = formatState(session)
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="gridcell"
      className={`session-cell ${marks.mark?.star ? 'session-cell-starred' : ''}`}
      data-session={session.id}
      aria-selected={isChosen}
      title={session.title}
      tabIndex={isEntry ? 0 : -1}
      style={{
        top: top * PER_MINUTE,
        height: height * PER_MINUTE,
        insetInlineStart: `${(lane / lanes) * 100}%`,
        width: `${100 / lanes}%`,
      }}
    >
      <span className="visually-hidden">
        {describeSession(session, timeZone, { ...marks, withDay: false, gap: '' })}
      </span>
      <span className="session-cell-words" aria-hidden>
        <span className={`session-cell-title ${state === '' ? '' : 'session-off'}`}>{session.title}</span>
        {state !== '' && <span className="session-state">{state}</span>}
        <span className="session-cell-detail">{session.speakers.map(({ name }) => name).join(', ')}</span>
      </span>
      <SessionMarks {...marks} />
    </div>
  )
})
