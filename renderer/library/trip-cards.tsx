import { Ellipsis } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { Collection, GridList, GridListItem, GridListLoadMoreItem } from 'react-aria-components'
import type { TripSummary } from '../../electron/shared/contract/library.ts'
import { dayAt, now } from '../../electron/shared/time.ts'
import { useMenuEntries } from '../commands/command-entries.tsx'
import { isCommandKey } from '../commands/command-keys.ts'
import { isRefused } from '../commands/run-command.ts'
import { IconButton } from '../components/icon-button.tsx'
import { Menu } from '../components/menu.tsx'
import { useApp } from '../state/app-state.ts'
import { cardCommands } from './card-commands.ts'
import { Cover } from './cover.tsx'
import { sayCount, sayDays, sayStage, stageOf } from '../format/trips.ts'
import './trip-cards.css'

const menuIds = ['open-trip', 'open-report', 'edit-trip', 'copy-trip', 'line', 'trash-trip'] as const

function CardMenu({ trip }: { trip: TripSummary }) {
  const items = useMenuEntries(cardCommands, menuIds, trip)
  return (
    <Menu
      label={`Trip ${trip.title}`}
      trigger={
        <IconButton label={`More about ${trip.title}`} icon={<Ellipsis aria-hidden />} className="trip-card-more" />
      }
      items={items}
    />
  )
}

const stageClasses: Record<ReturnType<typeof stageOf>, string> = {
  coming: 'trip-card-coming',
  'under-way': 'trip-card-under-way',
  'to-write-up': 'trip-card-to-write-up',
  published: 'trip-card-published',
}

function TripCard({ trip }: { trip: TripSummary }) {
  const today = dayAt(now(), trip.timeZone)
  const place = [trip.venue, trip.city].filter(Boolean).join(', ') || trip.country
  return (
    <GridListItem id={trip.id} textValue={trip.title} className="trip-card">
      <div className="trip-card-cover">
        <Cover title={trip.title} />
      </div>
      <div className="trip-card-text">
        <h2 className="trip-card-title">{trip.title}</h2>
        <p className="quiet trip-card-place">{place}</p>
        <p>{sayDays(trip.firstDay, trip.lastDay)}</p>
        <p className="trip-card-foot">
          <span className="quiet">
            {sayCount(trip.entries, 'entry', 'entries')} · {sayCount(trip.words, 'word', 'words')}
          </span>
          {trip.isNewer ? (
            <span className="trip-card-reading" title="A newer version of Lanyard wrote it.">
              Reading only
            </span>
          ) : (
            <span className={stageClasses[stageOf(trip, today)]}>{sayStage(trip, today)}</span>
          )}
        </p>
      </div>
      <CardMenu trip={trip} />
    </GridListItem>
  )
}

/** So many cards are there at once: about what a window shows. Each of them takes some milliseconds. */
const FIRST_CARDS = 12
/** So many more are drawn when the end of those that are there comes near. */
const MORE_CARDS = 24

/** The trips as cards. Arrows go through them, Enter opens one, Delete moves it to the trash. */
export function TripCards({ trips }: { trips: readonly TripSummary[] }) {
  // A thousand cards take seconds to draw, and nobody sees them all at once.
  const [drawn, setDrawn] = useState(FIRST_CARDS)
  const drawMore = () => {
    const wanted = drawn + MORE_CARDS
    // Those that are there are to be seen first.
    requestAnimationFrame(() => setTimeout(() => setDrawn((before) => Math.max(before, wanted))))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event
    if (!isCommandKey('trash-trip', event) || !(target instanceof HTMLElement)) return
    const trip = trips.find(({ id }) => id === target.dataset['key'])
    if (trip && !isRefused('trash-trip')) void cardCommands['trash-trip'].run(trip)
  }

  return (
    <div role="presentation" onKeyDownCapture={onKeyDown}>
      <GridList
        aria-label="Trips"
        layout="grid"
        className="trip-cards"
        selectionMode="none"
        onAction={(key) => useApp.getState().goToTrip(String(key))}
      >
        <Collection items={trips.slice(0, drawn)}>{(trip) => <TripCard trip={trip} />}</Collection>
        {drawn < trips.length && <GridListLoadMoreItem onLoadMore={drawMore} />}
      </GridList>
    </div>
  )
}
