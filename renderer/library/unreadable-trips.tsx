import { BookOpen, FileWarning } from 'lucide-react'
import type { LostTrip } from '../../electron/shared/contract/library.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { Button } from '../components/button.tsx'
import { useApp } from '../state/app-state.ts'
import './unreadable-trips.css'

/** Opens the screen where an unreadable trip is recovered. */
export function LostTripButton({ trip: { folder, title, error } }: { trip: LostTrip }) {
  const go = useApp((state) => state.go)
  const isNewer = error.code === 'trip.newer'
  return (
    <Button
      aria-label={isNewer ? t('library.newer-named', { title }) : t('library.recover-named', { title })}
      onPress={() => go({ name: 'recovery', folder })}
    >
      {isNewer ? t('library.newer') : t('action.recover')}
    </Button>
  )
}

/** Folders that look like trips but cannot be read. Nothing in them is changed, and all other trips still work. */
export function UnreadableTrips({ unreadable }: { unreadable: readonly LostTrip[] }) {
  return (
    <section className="unreadable" aria-label={t('library.unreadable-trips')}>
      {unreadable.map((trip) => (
        <article key={trip.folder} className="unreadable-trip">
          {trip.error.code === 'trip.newer' ? <BookOpen aria-hidden /> : <FileWarning aria-hidden />}
          <div className="unreadable-text">
            <h2 className="unreadable-title">{trip.title}</h2>
            <p>{render(trip.error)}</p>
          </div>
          <div className="unreadable-way">
            <LostTripButton trip={trip} />
          </div>
        </article>
      ))}
    </section>
  )
}
