import { CalendarPlus, ListTodo } from 'lucide-react'
import { memo, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import { GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { useShallow } from 'zustand/react/shallow'
import { lookUpsIn } from '../../electron/shared/entries/to-look-up.ts'
import { formatDate, formatNumber } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { addDays, dayAt } from '../../electron/shared/time.ts'
import { clockNow } from '../state/clock.ts'
import { commandName, useMenuEntries } from '../commands/command-entries.tsx'
import { runCommand } from '../commands/run-command.ts'
import type { CommandParts } from '../commands/command-part.ts'
import { Button } from '../components/button.tsx'
import { ContextMenuView, keyAt, useContextMenu } from '../components/context-menu.tsx'
import { Menu } from '../components/menu.tsx'
import { useTrip } from '../state/open-trip.ts'
import { ENTRY_TYPE } from './entry-drag.ts'
import { formatDay } from './format-day.ts'
import type { MoveEntries } from './use-journal-commands.ts'
import { useSteady } from './use-steady.ts'
import { drawnDays, nextTravelDay, railDays, type RailDay } from './rail-days.ts'
import './day-rail.css'

/** "Monday, 13 April, before the conference, 2 entries" */
function formatName({ day, part, entries, isToday }: RailDay): string {
  return t('journal.day-name', {
    date: formatDay(day),
    isToday: isToday ? 'yes' : 'other',
    part: part === 'trip' ? 'other' : part,
    count: entries,
  })
}

/** "340 days", or "340 days, 2027" if another year begins in them. */
function formatGap({ day, gap }: RailDay): string {
  const year = yearOf(day)
  return yearOf(addDays(day, -gap - 1)) === year
    ? t('journal.gap', { count: gap })
    : t('journal.gap-year', { count: gap, year })
}

const yearOf = (day: string): string => day.slice(0, 4)

/** The key of the item for all days. */
const ALL = 'all'

/** All entries of the trip. */
function AllDays({ entries }: { entries: number }) {
  return (
    <GridListItem id={ALL} textValue={t('journal.all-name', { count: entries })} className="rail-day rail-all">
      <span>{t('journal.all-days')}</span>
      <span className="rail-day-count">{entries === 0 ? '' : formatNumber(entries)}</span>
    </GridListItem>
  )
}

/** A day of the rail. The first day of a part shows its name: entries can only be dropped on the items of a plain list. */
function Day({ day, before }: { day: RailDay; before: RailDay | undefined }) {
  const isFirst = day.part !== before?.part
  // The same month in every row would say nothing.
  const hasMonth = day.day.slice(0, 7) !== before?.day.slice(0, 7)

  return (
    <GridListItem
      id={day.day}
      textValue={formatName(day)}
      className={`rail-day ${isFirst || day.gap > 0 ? 'rail-day-first' : ''} ${day.isToday ? 'rail-day-today' : ''}`}
    >
      {day.gap > 0 && (
        <span className="rail-part-name rail-gap" title={formatGap(day)} aria-hidden>
          <span className="rail-gap-words">{formatGap(day)}</span>
        </span>
      )}
      {isFirst && day.gap === 0 && (
        <span className={`rail-part-name ${day.part === 'trip' ? 'rail-part-trip' : ''}`} aria-hidden>
          {t(`journal.part.${day.part}`)}
        </span>
      )}
      <span className="rail-day-weekday">{formatDate(day.day, 'short-weekday')}</span>
      <span className="rail-day-number">{formatDate(day.day, 'day-of-month')}</span>
      <span className="rail-day-month">{hasMonth && formatDate(day.day, 'short-month')}</span>
      <span className="rail-day-count">{day.entries === 0 ? '' : formatNumber(day.entries)}</span>
    </GridListItem>
  )
}

function areSameDays(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((day, index) => day === b[index])
}

/** Opens what is to look up in the trip, and says how much that is. An empty list has no button. */
function LookUpButton() {
  const count = useTrip(
    useSteady(
      ({ trip }) => [trip?.entries],
      ({ trip }) => (trip?.entries ?? []).reduce((sum, entry) => sum + lookUpsIn(entry).length, 0),
      (a, b) => a === b,
    ),
  )
  if (count === 0) return null
  return (
    <div className="day-rail-look-up">
      <Button
        kind="plain"
        className="day-rail-button"
        iconBelow={1200}
        icon={<ListTodo aria-hidden />}
        onPress={() => void runCommand('to-look-up')}
      >
        {commandName('to-look-up')} <span className="day-rail-look-up-count">{formatNumber(count)}</span>
      </Button>
    </div>
  )
}

export interface DayRailProps {
  onMove: MoveEntries
  commands: CommandParts<'journal'>
}

/** The days of the trip, travel days included. Entries can be dropped on them. */
export const DayRail = memo(function DayRail({ onMove, commands }: DayRailProps) {
  const trip = useTrip(
    useShallow(({ trip: open }) => ({
      id: open?.id ?? '',
      firstDay: open?.firstDay ?? '',
      lastDay: open?.lastDay ?? '',
      timeZone: open?.timeZone ?? 'UTC',
    })),
  )
  const entryDays = useTrip(
    useSteady(
      ({ trip: open }) => [open?.entries],
      ({ trip: open }) => open?.entries.map(({ day }) => day) ?? [],
      areSameDays,
    ),
  )
  const selected = useTrip(({ day }) => day)
  const isAll = useTrip(({ all }) => all !== null)
  const showAll = useTrip((state) => state.showAll)
  const selectDay = useTrip((state) => state.selectDay)
  const [added, setAdded] = useState<{ tripId: string; days: string[] }>({ tripId: trip.id, days: [] })
  const shown = useMemo(() => {
    const days = added.tripId === trip.id ? added.days : []
    return selected === null ? days : [...days, selected]
  }, [added, trip.id, selected])
  const today = dayAt(clockNow(), trip.timeZone)
  const days = useMemo(
    () => (trip.firstDay === '' ? [] : railDays(trip, entryDays, shown, today)),
    [trip, entryDays, shown, today],
  )
  const drawn = drawnDays(days, selected)

  const { dragAndDropHooks } = useDragAndDrop({
    acceptedDragTypes: [ENTRY_TYPE],
    shouldAcceptItemDrop: ({ key }) => key !== ALL,
    onItemDrop: ({ items, target }) => {
      const dropped = items.flatMap((item) => (item.kind === 'text' ? [item.getText(ENTRY_TYPE)] : []))
      void Promise.all(dropped).then((entryIds) => onMove(entryIds, String(target.key), null))
    },
  })

  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // In a long trip, the chosen day may be far from the first ones. The days are drawn a moment after the rail.
    const frame = requestAnimationFrame(() => {
      const day = list.current?.querySelector(`[data-key="${isAll ? ALL : (selected ?? '')}"]`)
      day?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    })
    return () => cancelAnimationFrame(frame)
  }, [selected, isAll])

  const menu = useContextMenu()
  const menuItems = useMenuEntries(commands, ['new-talk', 'new-note', 'new-person'], undefined)
  /** The menu is about the day under the mouse, which becomes the chosen one. */
  const openMenu = (event: MouseEvent<HTMLElement>) => {
    const day = keyAt(event)
    if (day === null || day === ALL) return
    selectDay(day)
    menu.open(event)
  }

  const keys = useMemo(() => (isAll ? [ALL] : selected === null ? [] : [selected]), [isAll, selected])
  const addDay = (day: string) => {
    setAdded({ tripId: trip.id, days: [...(added.tripId === trip.id ? added.days : []), day] })
    selectDay(day)
  }

  return (
    <nav className="day-rail" aria-label={t('journal.days')} data-pane data-letters>
      <GridList
        aria-label={t('journal.days')}
        className="day-rail-days"
        ref={list}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        disallowTypeAhead
        selectedKeys={keys}
        onSelectionChange={(selection) => {
          const [day] = selection === 'all' ? [] : selection
          if (day === ALL) showAll({})
          else if (day !== undefined) selectDay(String(day))
        }}
        dragAndDropHooks={dragAndDropHooks}
        onContextMenu={openMenu}
      >
        <AllDays entries={entryDays.length} />
        {drawn.map((day, index) => (
          <Day key={day.day} day={day} before={drawn[index - 1]} />
        ))}
      </GridList>
      <ContextMenuView {...menu} label={t('journal.day-menu')} items={menuItems} />
      <LookUpButton />
      <div className="day-rail-add">
        <Menu
          label={t('journal.add-travel-day')}
          trigger={
            <Button kind="plain" className="day-rail-button" iconBelow={1200} icon={<CalendarPlus aria-hidden />}>
              {t('journal.travel-day')}
            </Button>
          }
          items={(['before', 'after'] as const).flatMap((part) => {
            const day = nextTravelDay(days, part)
            return day === null ? [] : [{ id: part, label: formatDay(day), onAction: () => addDay(day) }]
          })}
        />
      </div>
    </nav>
  )
})
