import { CalendarClock, Star } from 'lucide-react'
import { memo, useEffect, useMemo, useRef } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import { listOf, t } from '../../electron/shared/messages/translate.ts'
import type { Now, Timed } from '../../electron/shared/programme/now-at.ts'
import { clockAt } from '../../electron/shared/time.ts'
import { commandName } from '../commands/command-entries.tsx'
import { runCommand } from '../commands/run-command.ts'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { focusSoon } from '../components/focus-soon.ts'
import { formatForeignTimeZone, localTimeZone } from '../format/clocks.ts'
import { formatSpeakers } from '../format/speakers.ts'
import { formatDay } from '../journal/format-day.ts'
import { useTrip } from '../state/open-trip.ts'
import { formatLeft, formatTimes, formatUntil } from './format-now.ts'
import { openHappening } from '../state/open-happening.ts'
import { markByKey } from './mark-keys.ts'
import { ReminderSwitch } from './reminder-switch.tsx'
import { useNow } from './use-now.ts'
import './now-screen.css'

type Part = 'on' | 'next' | 'next-day'

interface NowRow {
  id: string
  part: Part
  /** Whether the name of its part is shown above it. */
  isFirst: boolean
  one: Timed
  isCurrent: boolean
}

/** What is on, and below it what comes next: one list, so that the arrows lead through all of it. */
function rowsOf({ on, next, nextDay, current }: Now): NowRow[] {
  const toRow = (part: Part) => (one: Timed, index: number) => ({
    id: one.session?.id ?? one.entry?.id ?? '',
    part,
    isFirst: index === 0,
    one,
    isCurrent: one === current,
  })
  return [
    ...on.map(toRow('on')),
    ...next.map(toRow('next')),
    ...(nextDay === null ? [] : [nextDay]).map(toRow('next-day')),
  ]
}

function describe({ part, one, isFirst }: NowRow, timeZone: string): string {
  const parts = [
    isFirst ? t(`now.part.${part}`) : '',
    one.title,
    one.room,
    formatTimes(one, timeZone),
    part === 'on' ? formatLeft(one, timeZone) : formatUntil(one),
    formatSpeakers(one.speakers),
    one.star === null ? '' : t(`now.star.${one.star}`),
    one.attendance === null ? '' : t(`now.attendance.${one.attendance}`),
    one.entry === null ? '' : t('now.has-entry'),
  ]
  return listOf(
    parts.filter((words) => words !== ''),
    'unit',
  )
}

const Row = memo(function Row({ row, timeZone }: { row: NowRow; timeZone: string }) {
  const { one, part, isFirst, isCurrent } = row
  const attended = one.attendance === null ? '' : t(`now.attendance.${one.attendance}`)
  const detail = [formatSpeakers(one.speakers), attended].filter((words) => words !== '').join(' · ')
  return (
    <GridListItem
      id={row.id}
      textValue={describe(row, timeZone)}
      className={`now-row ${isFirst ? 'now-row-first' : ''} ${isCurrent ? 'now-row-current' : ''}`}
    >
      {isFirst && (
        <span className="now-row-heading" aria-hidden>
          {t(`now.part.${part}`)}
        </span>
      )}
      <span className="now-row-time">{formatTimes(one, timeZone)}</span>
      <span className="now-row-words">
        <span className={`now-row-title ${one.isBreak ? 'now-row-break' : ''}`}>
          {one.star !== null && (
            <Star aria-hidden className={`now-row-star ${one.star === 'go' ? 'now-row-star-go' : ''}`} />
          )}
          {one.title}
        </span>
        {detail !== '' && <span className="now-row-speakers">{detail}</span>}
      </span>
      <span className="now-row-room">{one.room}</span>
      <span className="now-row-left">{part === 'on' ? formatLeft(one, timeZone) : formatUntil(one)}</span>
    </GridListItem>
  )
})

function Nothing({ hasProgramme }: { hasProgramme: boolean }) {
  return (
    <EmptyState
      title={t(hasProgramme ? 'now.nothing' : 'now.no-programme')}
      action={<Button onPress={() => void runCommand('journal')}>{t('now.to-journal')}</Button>}
    >
      {t(hasProgramme ? 'now.nothing-note' : 'now.no-programme-note')}
    </EmptyState>
  )
}

/** What is on at the venue, what comes next and where. Enter begins or continues the entry about a talk. */
export function NowScreen() {
  const now = useNow()
  const timeZone = useTrip(({ trip }) => trip?.timeZone ?? 'UTC')
  const hasProgramme = useTrip(({ programme }) => programme !== null)
  const screen = useRef<HTMLElement>(null)
  const isReady = now !== null
  const rows = useMemo(() => (now === null ? [] : rowsOf(now)), [now])

  useEffect(() => {
    if (!isReady || (document.activeElement !== document.body && document.activeElement !== null)) return
    focusSoon(() => screen.current?.querySelector<HTMLElement>('[role="row"], button') ?? null)
  }, [isReady])

  if (now === null) return null
  const clock = clockAt(now.at, timeZone)
  const foreign = formatForeignTimeZone([now.at], timeZone, localTimeZone())
  return (
    // The keys are those of the rows inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      onKeyDownCapture={(event) => {
        const key =
          event.target instanceof Element ? event.target.closest('[role="row"]')?.getAttribute('data-key') : null
        if (!markByKey(event, rows.find(({ id }) => id === key)?.one)) return
        event.preventDefault()
        event.stopPropagation()
      }}
      className="now"
      aria-label={commandName('now')}
      data-pane
      data-letters
      ref={screen}
    >
      <header className="now-head">
        <CalendarClock aria-hidden />
        <h2 className="now-day">{formatDay(now.day)}</h2>
        <span className="now-clock">{clock}</span>
        {foreign !== '' && <span className="now-zone">{foreign}</span>}
      </header>
      {rows.length > 0 && <ReminderSwitch />}
      {rows.length === 0 ? (
        <Nothing hasProgramme={hasProgramme} />
      ) : (
        <GridList
          aria-label={t('now.list')}
          className="now-rows"
          items={rows}
          disallowTypeAhead
          onAction={(id) => {
            const row = rows.find((one) => one.id === id)
            if (row !== undefined) void openHappening(row.one)
          }}
        >
          {(row) => <Row row={row} timeZone={timeZone} />}
        </GridList>
      )}
    </section>
  )
}
