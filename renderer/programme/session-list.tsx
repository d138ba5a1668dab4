import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type MouseEvent,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { flushSync } from 'react-dom'
import { t } from '../../electron/shared/messages/translate.ts'
import type { IndexedSession } from '../../electron/shared/programme/index-sessions.ts'
import type { Mark } from '../../electron/shared/programme.ts'
import { hasModifier } from '../components/keys.ts'
import { formatDay } from '../journal/format-day.ts'
import { useApp } from '../state/app-state.ts'
import { describeSession, formatDetail, formatStart, formatState } from './describe-session.ts'
import { drawnRows, placeRows, type RowSizes } from './list-places.ts'
import { SessionMarks } from './session-marks.tsx'
import type { Sessions } from './use-sessions.ts'
import { useSeenArea } from './use-seen-area.ts'
import './session-marks.css'
import './session-list.css'

const sizes: RowSizes = { row: 48, head: 36 }
/** In the venue's theme, text is larger. */
const largeSizes: RowSizes = { row: 60, head: 44 }

/** Rows that are drawn above and below those that are seen, so that fast scrolling shows no gaps. */
const MARGIN = 6

/** About as many rows as are seen at once. */
const PAGE = 10

/** How far a key moves through the list. */
const moves: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: -Infinity,
  End: Infinity,
}

interface RowProps {
  indexed: IndexedSession
  index: number
  top: number
  /** It is the first of its day. */
  isFirst: boolean
  /** The free time before it, in words; empty if that is not shown. */
  gap: string
  isChosen: boolean
  /** It is the row that Tab leads to. */
  isEntry: boolean
  timeZone: string
  mark: Mark | undefined
  isClashing: boolean
  hasEntry: boolean
}

const Row = memo(function Row({
  indexed: { session },
  index,
  top,
  isFirst,
  gap,
  isChosen,
  isEntry,
  timeZone,
  ...marks
}: RowProps) {
  const state = formatState(session)
  return (
    <div
      // Rows of a table cannot be placed where they belong.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isChosen}
      className={`session-row ${isFirst || gap !== '' ? 'session-row-first' : ''}`}
      style={{ top }}
      data-session={session.id}
      tabIndex={isEntry ? 0 : -1}
    >
      {isFirst ? (
        <span className="session-row-day" aria-hidden>
          {session.day === null ? t('programme.without-time') : formatDay(session.day)}
        </span>
      ) : (
        gap !== '' && (
          <span className="session-row-gap" aria-hidden>
            {gap}
          </span>
        )
      )}
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="gridcell"
        className="session-row-cell"
      >
        <span className="visually-hidden">
          {describeSession(session, timeZone, { ...marks, withDay: isFirst, gap })}
        </span>
        <span className="session-row-time" aria-hidden>
          {session.start === null ? '' : formatStart(session.start, timeZone)}
        </span>
        <span className="session-row-words" aria-hidden>
          <span className={`session-row-title ${state === '' ? '' : 'session-off'}`}>{session.title}</span>
          <span className="session-row-detail">
            {state !== '' && <span className="session-state">{state}</span>} {formatDetail(session)}
          </span>
        </span>
        <SessionMarks {...marks} />
      </div>
    </div>
  )
})

/** What the screen does with the list or the grid. */
export interface SessionsHandle {
  /** Leads the focus to the chosen session, or to the first one. Returns whether there is any. */
  focus: () => boolean
}

export interface SessionListProps {
  sessions: Sessions
  shown: readonly IndexedSession[]
  /** Nobody is typing in the search; until then, only the rows that are seen are drawn. */
  isSettled: boolean
  /** Session id -> the free time before it, in words, if that is shown. */
  gaps?: ReadonlyMap<string, string>
  /** The chosen session. */
  sessionId: string | null
  timeZone: string
  onSelect: (sessionId: string) => void
  onMenu: (event: MouseEvent<HTMLElement>) => void
  /** A session was pressed; if there is room for one pane only, it shows the session. */
  onOpen: () => void
  ref?: Ref<SessionsHandle>
}

/** The id of the session that an element stands for. */
export const sessionAt = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest('[data-session]')?.getAttribute('data-session') ?? null) : null

/** The sessions one below the other. Only those that are seen are drawn. */
export const SessionList = memo(function SessionList(props: SessionListProps) {
  const { sessions, shown, isSettled, gaps, sessionId, timeZone, onSelect, onMenu, onOpen, ref } = props
  const isVenue = useApp(({ start }) => start.settings.theme === 'venue')
  const heights = isVenue ? largeSizes : sizes
  const scroller = useRef<HTMLDivElement>(null)
  const [area, onScroll] = useSeenArea(scroller)
  const places = useMemo(() => placeRows(shown, heights, gaps), [shown, heights, gaps])
  const chosen = useMemo(() => shown.findIndex(({ session }) => session.id === sessionId), [shown, sessionId])
  const { from, to } = drawnRows(places, area, isSettled ? MARGIN : 0)
  const entry = chosen === -1 ? 0 : chosen

  const indexes = Array.from({ length: to - from }, (_, index) => from + index)
  // The row that Tab leads to, and that may have the focus, is always there.
  if (shown.length > 0 && (entry < from || entry >= to)) indexes.push(entry)

  const scrollTo = (index: number) => {
    const element = scroller.current
    const top = places.tops[index]
    if (element === null || top === undefined) return
    const bottom = top + heights.row + (places.hasHead(index) ? heights.head : 0)
    if (top < element.scrollTop) element.scrollTop = top
    else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight
  }
  const rowOf = (id: string | undefined) =>
    scroller.current?.querySelector<HTMLElement>(`[data-session="${CSS.escape(id ?? '')}"]`) ?? null

  const focusRow = (index: number) => {
    scrollTo(index)
    rowOf(shown[index]?.session.id)?.focus({ preventScroll: true })
  }
  useImperativeHandle(ref, () => ({
    focus() {
      const first = shown[entry]
      if (first === undefined) return false
      if (chosen === -1) flushSync(() => onSelect(first.session.id))
      focusRow(entry)
      return true
    },
  }))

  const last = useRef(shown)
  useLayoutEffect(() => {
    if (last.current === shown) return
    last.current = shown
    // Other rows took their places: the chosen one stays in sight, or else the first ones are shown.
    if (chosen !== -1) scrollTo(chosen)
    else if (scroller.current) scroller.current.scrollTop = 0
  })
  const isOpened = useRef(false)
  useLayoutEffect(() => {
    if (chosen === -1) return
    // At the beginning, what follows the chosen one is seen, and one row before it.
    const top = places.tops[chosen - 1]
    if (!isOpened.current && scroller.current && top !== undefined) scroller.current.scrollTop = top
    isOpened.current = true
    scrollTo(chosen)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- when another session was chosen, and at the beginning
  }, [sessionId])

  const choose = (index: number) => {
    const next = shown[index]
    if (next === undefined) return
    flushSync(() => onSelect(next.session.id))
    focusRow(index)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const by = hasModifier(event) ? undefined : moves[event.key]
    if (by === undefined) return
    event.preventDefault()
    const at = chosen === -1 ? (by > 0 ? -1 : 0) : chosen
    choose(Math.max(0, Math.min(at + by, shown.length - 1)))
  }

  const onClick = (event: MouseEvent) => {
    const id = sessionAt(event.target)
    if (id === null) return
    flushSync(() => onSelect(id))
    rowOf(id)?.focus({ preventScroll: true })
    onOpen()
  }

  return (
    <div className="session-list" ref={scroller} onScroll={onScroll}>
      {/* The keys are those of the rows inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events */}
      <div
        role="grid"
        aria-label={t('programme.sessions')}
        aria-rowcount={shown.length}
        className="session-rows"
        style={
          {
            height: places.height,
            '--session-row': `${heights.row}px`,
            '--session-head': `${heights.head}px`,
          } as CSSProperties
        }
        onKeyDown={onKeyDown}
        onClick={onClick}
        onContextMenu={onMenu}
      >
        {indexes.map((index) => {
          const indexed = shown[index]
          if (indexed === undefined) return null
          const { id } = indexed.session
          return (
            <Row
              key={id}
              indexed={indexed}
              index={index}
              top={places.tops[index] ?? 0}
              isFirst={places.isFirst(index)}
              gap={gaps?.get(id) ?? ''}
              isChosen={index === chosen}
              isEntry={index === entry}
              timeZone={timeZone}
              mark={sessions.plan.marks[id]}
              isClashing={sessions.clashes.has(id)}
              hasEntry={sessions.entries.has(id)}
            />
          )
        })}
      </div>
    </div>
  )
})
