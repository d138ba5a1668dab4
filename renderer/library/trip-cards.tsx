import { Ellipsis } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useState } from 'react'
import { Collection, GridList, GridListItem, GridListLoadMoreItem } from 'react-aria-components'
import type { TripSummary } from '../../electron/shared/contract/library.ts'
import { formatDays } from '../../electron/shared/messages/format.ts'
import { listOf, t } from '../../electron/shared/messages/translate.ts'
import { dayAt, now } from '../../electron/shared/time.ts'
import { useMenuEntries } from '../commands/command-entries.tsx'
import { isCommandKey } from '../commands/command-keys.ts'
import { isRefused } from '../commands/run-command.ts'
import { type ContextMenu, ContextMenuView, keyAt, useContextMenu } from '../components/context-menu.tsx'
import { focusSoon } from '../components/focus-soon.ts'
import { IconButton } from '../components/icon-button.tsx'
import { Menu } from '../components/menu.tsx'
import { useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'
import { cardCommands } from './card-commands.ts'
import { Cover } from './cover.tsx'
import { formatStage, stageOf, type TripStage } from './trip-stage.ts'
import './trip-cards.css'

const menuIds = ['open-trip', 'open-report', 'edit-trip', 'copy-trip', 'line', 'trash-trip'] as const

function CardMenu({ trip }: { trip: TripSummary }) {
  const items = useMenuEntries(cardCommands, menuIds, trip)
  return (
    <Menu
      label={t('library.card-menu', { title: trip.title })}
      trigger={
        <IconButton
          label={t('library.card-more', { title: trip.title })}
          icon={<Ellipsis aria-hidden />}
          className="trip-card-more"
        />
      }
      items={items}
    />
  )
}

const stageClasses: Record<TripStage, string> = {
  coming: 'trip-card-coming',
  'under-way': 'trip-card-under-way',
  'to-write-up': 'trip-card-to-write-up',
  published: 'trip-card-published',
}

/** "3 entries · 1,204 words" */
const formatCounts = ({ entries, words }: TripSummary) =>
  t('library.card-size', { entries: t('count.entries', { count: entries }), words: t('count.words', { count: words }) })

function TripCard({ trip }: { trip: TripSummary }) {
  const today = dayAt(now(), trip.timeZone)
  const place = listOf([trip.venue, trip.city].filter(Boolean), 'unit') || trip.country
  return (
    <GridListItem id={trip.id} textValue={trip.title} className="trip-card">
      <div className="trip-card-cover">
        <Cover title={trip.title} />
      </div>
      <div className="trip-card-text">
        <h2 className="trip-card-title">{trip.title}</h2>
        <p className="quiet trip-card-place">{place}</p>
        <p>{formatDays(trip.firstDay, trip.lastDay)}</p>
        <p className="trip-card-foot">
          <span className="quiet">{formatCounts(trip)}</span>
          {trip.isNewer ? (
            <span className="trip-card-reading" title={t('library.card-newer')}>
              {t('library.card-read-only')}
            </span>
          ) : (
            <span className={stageClasses[stageOf(trip, today)]}>{formatStage(trip, today)}</span>
          )}
        </p>
      </div>
      <CardMenu trip={trip} />
    </GridListItem>
  )
}

/** The menu of a card, where the right button of the mouse was pressed. */
function CardContextMenu({ trip, ...place }: { trip: TripSummary } & Pick<ContextMenu, 'at' | 'close'>) {
  const items = useMenuEntries(cardCommands, menuIds, trip)
  return <ContextMenuView {...place} label={t('library.card-menu', { title: trip.title })} items={items} />
}

/** Number of cards rendered at first: about as many as a window shows. Each takes some milliseconds. */
const FIRST_CARDS = 12
/** Number of cards that are added when the user scrolls near the end. */
const MORE_CARDS = 24

/** The trips as cards. The arrow keys move between them, Enter opens one, Delete moves it to the trash. */
export function TripCards({ trips }: { trips: readonly TripSummary[] }) {
  // A thousand cards take seconds to render, and a window shows only a dozen of them.
  const [drawn, setDrawn] = useState(FIRST_CARDS)
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
        layout="grid"
        className="trip-cards"
        selectionMode="none"
        onContextMenu={openMenu}
        onAction={(key) => useApp.getState().goToTrip(String(key))}
      >
        <Collection items={trips.slice(0, drawn)}>{(trip) => <TripCard trip={trip} />}</Collection>
        {drawn < trips.length && <GridListLoadMoreItem onLoadMore={drawMore} />}
      </GridList>
      {subject && <CardContextMenu trip={subject} {...menu} />}
    </div>
  )
}
