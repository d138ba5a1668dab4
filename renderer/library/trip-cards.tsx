import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useState } from 'react'
import { GridList, GridListLoadMoreItem, GridListSection } from 'react-aria-components'
import type { TripSummary } from '../../electron/shared/contract/library.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { useMenuEntries } from '../commands/command-entries.tsx'
import { isCommandKey } from '../commands/command-keys.ts'
import { isRefused } from '../commands/run-command.ts'
import { type ContextMenu, ContextMenuView, keyAt, useContextMenu } from '../components/context-menu.tsx'
import { focusSoon } from '../components/focus-soon.ts'
import { useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'
import { cardCommands } from './card-commands.ts'
import { tripsByYear } from './find-trips.ts'
import { menuIds, TripCard } from './trip-card.tsx'
import './trip-card.css'

/** The menu of a card, where the right button of the mouse was pressed. */
function CardContextMenu({ trip, ...place }: { trip: TripSummary } & Pick<ContextMenu, 'at' | 'close'>) {
  const items = useMenuEntries(cardCommands, menuIds, trip)
  return <ContextMenuView {...place} label={t('library.card-menu', { title: trip.title })} items={items} />
}

/** Number of cards rendered at first: about as many as a window shows. Each takes some milliseconds. */
const FIRST_CARDS = 12
/** The same for the lines of a list. */
const FIRST_LINES = 24
/** Number of cards that are added when the user scrolls near the end. */
const MORE_CARDS = 24

export interface TripCardsProps {
  trips: readonly TripSummary[]
  /** Shows a line for each, rather than a card. */
  isList?: boolean
}

/** The trips as cards or as a list, by year. The arrow keys move between them, Enter opens one, Delete moves it to the trash. */
export function TripCards({ trips, isList = false }: TripCardsProps) {
  // A thousand cards take seconds to render, and a window shows only a dozen of them.
  const [drawn, setDrawn] = useState(isList ? FIRST_LINES : FIRST_CARDS)
  const drawMore = () => {
    const wanted = drawn + MORE_CARDS
    // Let the browser paint the existing cards first.
    requestAnimationFrame(() => setTimeout(() => setDrawn((before) => Math.max(before, wanted))))
  }
  const menu = useContextMenu()
  const [subject, setSubject] = useState<TripSummary | null>(null)
  const openMenu = (event: MouseEvent<HTMLElement>) => {
    const trip = trips.find(({ id }) => id === keyAt(event))
    if (!trip) return
    setSubject(trip)
    menu.open(event)
  }
  const changedTrip = useLibrary((state) => state.changedTrip)
  useLayoutEffect(() => {
    if (changedTrip === null) return
    useLibrary.getState().changeShown()
    focusSoon(() => document.querySelector(`.trip-cards [data-key="${CSS.escape(changedTrip)}"]`))
  }, [changedTrip])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event
    if (!isCommandKey('trash-trip', event) || !(target instanceof HTMLElement)) return
    const trip = trips.find(({ id }) => id === target.dataset['key'])
    if (trip && !isRefused('trash-trip')) void cardCommands['trash-trip'].run(trip)
  }

  return (
    <div role="presentation" onKeyDownCapture={onKeyDown}>
      <GridList
        aria-label={t('library.trips')}
        layout={isList ? 'stack' : 'grid'}
        className={`trip-cards ${isList ? 'trip-lines' : ''}`}
        selectionMode="none"
        onContextMenu={openMenu}
        onAction={(key) => useApp.getState().goToTrip(String(key))}
      >
        {tripsByYear(trips.slice(0, drawn)).map(([year, ofYear]) => (
          <GridListSection key={year} id={year} aria-label={year} className="trip-year">
            {ofYear.map((trip) => (
              <TripCard key={trip.id} trip={trip} isLine={isList} />
            ))}
          </GridListSection>
        ))}
        {drawn < trips.length && <GridListLoadMoreItem onLoadMore={drawMore} />}
      </GridList>
      {subject && <CardContextMenu trip={subject} {...menu} />}
    </div>
  )
}
