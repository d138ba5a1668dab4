import { Plus } from 'lucide-react'
import { type KeyboardEvent, memo, type MouseEvent, type Ref, useCallback, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { GridList, useDragAndDrop, Virtualizer } from 'react-aria-components'
import type { CommandsIn } from '../../electron/shared/commands.ts'
import { isOutOfOrder } from '../../electron/shared/entries/sort-by-time.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { EntryKind } from '../../electron/shared/trip.ts'
import type { CommandParts } from '../commands/command-part.ts'
import { commandName, useMenuEntries } from '../commands/command-entries.tsx'
import { chordsOf, isCommandKey } from '../commands/command-keys.ts'
import { Button } from '../components/button.tsx'
import { ContextMenuView, keyAt, useContextMenu } from '../components/context-menu.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { focusSoon } from '../components/focus-soon.ts'
import { hasModifier } from '../components/keys.ts'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { WithTooltip } from '../components/tooltip.tsx'
import { useTrip } from '../state/open-trip.ts'
import { usePanes } from '../state/panes-state.ts'
import { shownEntries } from '../state/shown-entries.ts'
import { EveningLine } from './evening-line.tsx'
import { ENTRY_TYPE } from './entry-drag.ts'
import { EntryLayout } from './entry-layout.ts'
import { EntryListRow } from './entry-list-row.tsx'
import { AllHead } from './all-head.tsx'
import { entryMenuIds } from './entry-menu.tsx'
import { toRow, type EntryRow, withDays } from './entry-row.ts'
import { formatDay } from './format-day.ts'
import { selectedEntries } from './selected-entries.ts'
import type { MoveEntries } from './use-journal-commands.ts'
import { useListSelection } from './use-list-selection.ts'
import { useOpenRowInView } from './use-open-row-in-view.ts'
import { useRowWindow } from './use-row-window.ts'
import { useSettledRows } from './use-settled-rows.ts'
import { useSteady } from './use-steady.ts'
import { WaitingTalks } from './waiting-talks.tsx'
import './entry-list.css'

const noRows: readonly EntryRow[] = []

/** The height of a row with a detail below its title, in pixels. The real height is measured once a row is drawn. */
const ROW_HEIGHT = 52
/** The height of a compact row. */
const COMPACT_HEIGHT = 28

/** The rows for the entries of the chosen day, or of all days. */
function useShownRows(): readonly EntryRow[] {
  const [settled, isSame] = useSettledRows()
  return useTrip(
    useSteady(
      ({ trip, day, all, entryId, group, plan }) => [
        trip?.entries,
        trip?.timeZone,
        all ?? day,
        all && entryId,
        all && group,
        all?.attended && plan,
        settled,
      ],
      (state): readonly EntryRow[] => {
        const { timeZone } = state.trip ?? {}
        return timeZone === undefined ? noRows : shownEntries(state).map((entry) => toRow(entry, timeZone))
      },
      isSame,
    ),
  )
}

/** Whether the entries of the chosen day are shown and not in the order of their times. */
function useUnsortedDay(): boolean {
  return useTrip(
    useSteady(
      ({ trip, day, all }) => [trip?.entries, day, all],
      ({ trip, day, all }) => all === null && isOutOfOrder(trip?.entries.filter((entry) => entry.day === day) ?? []),
      (a, b) => a === b,
    ),
  )
}

const beginnings: readonly { kind: EntryKind; command: CommandsIn<'journal'> }[] = [
  { kind: 'talk', command: 'new-talk' },
  { kind: 'note', command: 'new-note' },
  { kind: 'encounter', command: 'new-person' },
]

/** At the ends of the list, Shift with an arrow key would select the words of the page. */
function keepWordsUnselected(event: KeyboardEvent): void {
  if (event.shiftKey && event.key.startsWith('Arrow')) event.preventDefault()
}

export interface EntryListProps {
  day: string
  isToday: boolean
  onAdd: (kind: EntryKind) => void
  onMove: MoveEntries
  commands: CommandParts<'journal'>
  /** Enter on an entry: moves into its text. */
  onWrite: () => void
  /** The user chose an entry; if there is room for only one pane, it shows the entry. */
  onOpen: () => void
  /** The user wants to look back on the day. */
  onLookBack: () => void
  ref?: Ref<HTMLElement>
}

/** The entries of a day. ↑ ↓ move between them, Enter opens the text, Alt ↑ ↓ and dragging move an entry. */
export const EntryList = memo(function EntryList({
  day,
  isToday,
  onAdd,
  onMove,
  onWrite,
  onOpen,
  onLookBack,
  commands,
  ref,
}: EntryListProps) {
  const isReadOnly = useReadOnlyArea()
  const rows = useShownRows()
  const all = useTrip((state) => state.all)
  const entryId = useTrip((state) => state.entryId)
  const selectEntry = useTrip((state) => state.selectEntry)

  const shown = useRowWindow(rows, entryId)
  const selection = useListSelection(rows)
  const count = useTrip(({ group }) => group.length)
  const isUnsorted = useUnsortedDay()
  const menu = useContextMenu()
  const menuItems = useMenuEntries(commands, entryMenuIds, undefined)
  const items = useMemo(() => (all === null ? shown.rows : withDays(shown.rows)), [all, shown.rows])
  const list = useRef<HTMLDivElement>(null)
  /** Home and End lead to the first and the last entry of the day, also if the list does not have them now. */
  const goToEnd = (event: KeyboardEvent) => {
    const target = event.key === 'Home' ? rows[0] : event.key === 'End' ? rows.at(-1) : undefined
    const isElsewhere = target !== undefined && !shown.rows.includes(target)
    if (!isElsewhere || hasModifier(event) || !list.current?.contains(event.target as Node)) return
    event.preventDefault()
    event.stopPropagation()
    selectEntry(target.id)
  }
  /** The starred talks below the list follow its last entry. */
  const goToWaiting = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowDown' || hasModifier(event)) return
    const row = event.target instanceof Element ? event.target.closest('[role="row"]') : null
    if (row === null || row.getAttribute('data-key') !== rows.at(-1)?.id) return
    const talk = event.currentTarget.querySelector<HTMLElement>('.waiting-talk')
    if (talk === null) return
    event.preventDefault()
    event.stopPropagation()
    talk.focus()
  }
  const leaveWaiting = useCallback(() => {
    const last = rows.at(-1)
    if (last === undefined) return
    flushSync(() => selectEntry(last.id))
    focusSoon(() => list.current?.querySelector<HTMLElement>(`[data-key="${last.id}"]`) ?? null)
  }, [rows, selectEntry])
  const isCompact = usePanes((state) => state.isCompact)
  useOpenRowInView(list, { entryId, earlier: shown.earlier, isCompact })
  // The open entry is always drawn, so that the focus can come back to it.
  const layoutOptions = useMemo(
    () => ({ estimatedRowSize: isCompact ? COMPACT_HEIGHT : ROW_HEIGHT, keptKey: entryId }),
    [isCompact, entryId],
  )

  /** The menu is about the selected entries, and the row under the mouse becomes one of them. */
  const openMenu = (event: MouseEvent<HTMLElement>) => {
    const key = keyAt(event)
    if (key === null) return
    if (!selectedEntries().includes(key)) selectEntry(key)
    menu.open(event)
  }

  const { dragAndDropHooks } = useDragAndDrop<EntryRow>({
    isDisabled: isReadOnly,
    getItems: (keys) =>
      rows.filter(({ id }) => keys.has(id)).map(({ id, title }) => ({ [ENTRY_TYPE]: id, 'text/plain': title })),
    renderDragPreview: (dragged) => ({
      // A small pill beside the pointer hides neither the row nor the day below it.
      element: (
        <div className="entry-drag-pill">
          {dragged.length > 1 ? t('journal.dragged', { count: dragged.length }) : dragged[0]?.['text/plain']}
        </div>
      ),
      x: -12,
      y: -8,
    }),
    onReorder: ({ keys, target }) => {
      const to = rows.find(({ id }) => id === target.key)?.day ?? day
      const ids = rows.filter((row) => row.day === to).map(({ id }) => id)
      const at = ids.indexOf(String(target.key)) + (target.dropPosition === 'before' ? 0 : 1)
      const before = ids.slice(at).find((id) => !keys.has(id)) ?? null
      const moved = rows.map(({ id }) => id).filter((id) => keys.has(id))
      onMove(moved, to, before)
    },
  })

  return (
    // The keys are those of the list inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={`entry-list ${isCompact ? 'entry-list-compact' : ''}`}
      onKeyDownCapture={(event) => {
        goToEnd(event)
        goToWaiting(event)
      }}
      onKeyDown={(event) => {
        keepWordsUnselected(event)
        // It has the focus while the row of the open entry is not drawn yet.
        if (event.target !== event.currentTarget || !isCommandKey('write', event)) return
        event.preventDefault()
        onWrite()
      }}
      aria-label={all === null ? t('journal.entries-of', { day: formatDay(day) }) : t('journal.all')}
      data-pane
      data-entries
      data-letters
      ref={ref}
    >
      {all === null ? (
        <header className="entry-list-head">
          <h2 className="entry-list-day">{formatDay(day)}</h2>
          {isToday && <span className="entry-list-today">{t('journal.today')}</span>}
          {count > 1 && <span className="entry-list-selected">{t('journal.selected', { count })}</span>}
        </header>
      ) : (
        <AllHead filter={all} shown={rows.length} selected={count} />
      )}
      {isUnsorted && (
        <div className="entry-list-order">
          <span>{t('journal.out-of-order')}</span>
          <Button kind="plain" isDisabled={isReadOnly} onPress={() => void useTrip.getState().sortDay(day)}>
            {t('journal.sort-by-time')}
          </Button>
        </div>
      )}
      {all === null && <EveningLine onOpen={onLookBack} />}
      {rows.length === 0 && all !== null ? (
        <EmptyState title={t('journal.filter.none')}>{t('journal.filter.none-note')}</EmptyState>
      ) : rows.length === 0 ? (
        <EmptyState
          title={t('journal.day-empty')}
          action={
            <div className="entry-list-begin">
              <Button kind="primary" isDisabled={isReadOnly} onPress={() => onAdd('talk')}>
                {t('journal.begin-talk')}
              </Button>
              <Button isDisabled={isReadOnly} onPress={() => onAdd('note')}>
                {t('journal.begin-note')}
              </Button>
            </div>
          }
        >
          {t('journal.day-empty-note', { day: formatDay(day) })}
        </EmptyState>
      ) : (
        <>
          {shown.earlier > 0 && (
            <Button kind="plain" className="entry-list-more" onPress={shown.showEarlier}>
              {t('journal.earlier-entries', { count: shown.earlier })}
            </Button>
          )}
          <Virtualizer
            // A new list: it would take the rows to be as high as they were.
            key={isCompact ? 'compact' : 'detailed'}
            layout={EntryLayout}
            layoutOptions={layoutOptions}
          >
            <GridList
              aria-label={t('journal.entries')}
              className="entry-rows"
              ref={list}
              items={items}
              selectionMode="multiple"
              selectionBehavior="replace"
              disallowTypeAhead
              {...selection}
              onContextMenu={openMenu}
              onAction={(id) => {
                if (id !== entryId) selectEntry(String(id))
                onWrite()
              }}
              dragAndDropHooks={dragAndDropHooks}
            >
              {(row) => <EntryListRow row={row} onOpen={onOpen} />}
            </GridList>
          </Virtualizer>
          {shown.later > 0 && (
            <Button kind="plain" className="entry-list-more" onPress={shown.showLater}>
              {t('journal.later-entries', { count: shown.later })}
            </Button>
          )}
        </>
      )}
      <ContextMenuView {...menu} label={t('journal.menu')} items={menuItems} />
      {all === null && <WaitingTalks day={day} onLeave={leaveWaiting} />}
      <footer className="entry-list-foot">
        {beginnings.map(({ kind, command }) => (
          <WithTooltip key={kind} text={commandName(command)} keys={chordsOf(command)[0]}>
            <Button
              kind="plain"
              className="entry-list-new"
              icon={<Plus aria-hidden />}
              aria-label={commandName(command)}
              isDisabled={isReadOnly}
              onPress={() => onAdd(kind)}
            >
              {t(`entry.kind.${kind}`)}
            </Button>
          </WithTooltip>
        ))}
      </footer>
    </section>
  )
})
