import { Ellipsis } from 'lucide-react'
import type { TripSummary } from '../../electron/shared/contract/library.ts'
import { formatDays } from '../../electron/shared/messages/format.ts'
import { listOf, t } from '../../electron/shared/messages/translate.ts'
import { dayAt } from '../../electron/shared/time.ts'
import { clockNow } from '../state/clock.ts'
import { bridge } from '../bridge/bridge.ts'
import { useMenuEntries } from '../commands/command-entries.tsx'
import { IconButton } from '../components/icon-button.tsx'
import { Menu } from '../components/menu.tsx'
import { cardCommands } from './card-commands.ts'
import { Cover } from './cover.tsx'
import { formatStage, stageOf, type TripStage } from './trip-stage.ts'
import './trip-card.css'

/** The commands in the menu of a trip. */
export const menuIds = ['open-trip', 'open-report', 'edit-trip', 'copy-trip', 'line', 'trash-trip'] as const

function CardMenu({ trip, isCurrent }: Pick<TripCardProps, 'trip' | 'isCurrent'>) {
  const items = useMenuEntries(cardCommands, menuIds, trip)
  return (
    <Menu
      label={t('library.card-menu', { title: trip.title })}
      trigger={
        <IconButton
          label={t('library.card-more', { title: trip.title })}
          icon={<Ellipsis aria-hidden />}
          className="trip-card-more"
          excludeFromTabOrder={!isCurrent}
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
  over: 'trip-card-over',
  published: 'trip-card-published',
}

/** "3 entries · 1,204 words" */
const formatCounts = ({ entries, words }: TripSummary) =>
  t('library.card-size', { entries: t('count.entries', { count: entries }), words: t('count.words', { count: words }) })

/** Where a trip leads or led to: "Kraftwerk, Darmstadt". */
const formatPlace = ({ venue, city, country }: TripSummary) => listOf([venue, city].filter(Boolean), 'unit') || country

function Stage({ trip }: { trip: TripSummary }) {
  if (trip.isNewer) {
    return (
      <span className="trip-card-reading" title={t('library.card-newer')}>
        {t('library.card-read-only')}
      </span>
    )
  }
  const today = dayAt(clockNow(), trip.timeZone)
  return <span className={stageClasses[stageOf(trip, today)]}>{formatStage(trip, today)}</span>
}

export interface TripCardProps {
  trip: TripSummary
  isLine: boolean
  /** The Tab key leads to it. */
  isCurrent: boolean
}

/** A trip in the library: a card with its cover, or a line of a list. */
export function TripCard({ trip, isLine, isCurrent }: TripCardProps) {
  const place = formatPlace(trip)
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the parts of a table cannot be laid out as cards
      role="row"
      aria-label={trip.title}
      data-key={trip.id}
      tabIndex={isCurrent ? 0 : -1}
      className={`trip-card ${isLine ? 'trip-line' : ''}`}
    >
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div role="gridcell" className="trip-card-cell">
        {!isLine && (
          <div className="trip-card-cover">
            <Cover title={trip.title} picture={trip.cover === null ? null : bridge.photoAddress(trip.id, trip.cover)} />
          </div>
        )}
        <div className="trip-card-text">
          <h2 className="trip-card-title" title={trip.title}>
            {trip.title}
          </h2>
          {place !== '' && <p className="quiet trip-card-place">{place}</p>}
          <p className="trip-card-days">{formatDays(trip.firstDay, trip.lastDay)}</p>
          <p className="trip-card-foot">
            <span className="quiet">{formatCounts(trip)}</span>
            <Stage trip={trip} />
          </p>
        </div>
        <CardMenu trip={trip} isCurrent={isCurrent} />
      </div>
    </div>
  )
}
