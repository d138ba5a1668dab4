import { Ellipsis, FileDown, Package, PenLine, SlidersHorizontal, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { Collection, GridList, GridListItem, GridListLoadMoreItem } from 'react-aria-components'
import type { TripSummary } from '../../electron/shared/contract/library.ts'
import { dayAt, now } from '../../electron/shared/time.ts'
import { IconButton } from '../components/icon-button.tsx'
import { Menu } from '../components/menu.tsx'
import { useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'
import { refuseChange, useReadOnly } from '../state/read-only.ts'
import { Cover } from './cover.tsx'
import { sayCount, sayDays, sayStage, stageOf } from '../format/trips.ts'
import './trip-cards.css'

async function saveCopy(trip: TripSummary): Promise<void> {
  const saving = await import('../archive/save-copy.ts')
  await saving.saveCopy(trip)
}

const openTrip = (tripId: string) => useApp.getState().go({ name: 'trip', tripId, tab: 'journal' })

function CardMenu({ trip }: { trip: TripSummary }) {
  const { go, openDialog } = useApp()
  const isReadOnly = useReadOnly()
  return (
    <Menu
      label={`Trip ${trip.title}`}
      trigger={
        <IconButton label={`More about ${trip.title}`} icon={<Ellipsis aria-hidden />} className="trip-card-more" />
      }
      items={[
        { id: 'open', label: 'Open', icon: <PenLine aria-hidden />, onAction: () => openTrip(trip.id) },
        {
          id: 'report',
          label: 'Open the report',
          icon: <FileDown aria-hidden />,
          onAction: () => go({ name: 'trip', tripId: trip.id, tab: 'report' }),
        },
        {
          id: 'details',
          label: 'Rename and details…',
          icon: <SlidersHorizontal aria-hidden />,
          isDisabled: isReadOnly || trip.isNewer,
          onAction: () => openDialog('trip-details', trip.id),
        },
        {
          id: 'copy',
          label: 'Save a copy as a file…',
          icon: <Package aria-hidden />,
          onAction: () => void saveCopy(trip),
        },
        { id: 'line', separator: true },
        {
          id: 'delete',
          label: 'Move to the trash',
          icon: <Trash2 aria-hidden />,
          isDanger: true,
          isDisabled: isReadOnly,
          onAction: () => void useLibrary.getState().deleteTrip(trip),
        },
      ]}
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
    if (event.key !== 'Delete' || !(event.target instanceof HTMLElement)) return
    const trip = trips.find(({ id }) => id === (event.target as HTMLElement).dataset['key'])
    if (trip && !refuseChange()) void useLibrary.getState().deleteTrip(trip)
  }

  return (
    <div role="presentation" onKeyDownCapture={onKeyDown}>
      <GridList
        aria-label="Trips"
        layout="grid"
        className="trip-cards"
        selectionMode="none"
        onAction={(key) => openTrip(String(key))}
      >
        <Collection items={trips.slice(0, drawn)}>{(trip) => <TripCard trip={trip} />}</Collection>
        {drawn < trips.length && <GridListLoadMoreItem onLoadMore={drawMore} />}
      </GridList>
    </div>
  )
}
