import { BookOpen, FileWarning } from 'lucide-react'
import type { LostTrip } from '../../electron/shared/contract/library.ts'
import { Button } from '../components/button.tsx'
import { useApp } from '../state/app-state.ts'
import './unreadable-trips.css'

/** Leads to what can be done about a trip that cannot be read. */
export function LostTripButton({ trip: { folder, title, error } }: { trip: LostTrip }) {
  const go = useApp((state) => state.go)
  const isNewer = error.code === 'trip.newer'
  return (
    <Button
      aria-label={`${isNewer ? 'More about' : 'Recover'} ${title}`}
      onPress={() => go({ name: 'recovery', folder })}
    >
      {isNewer ? 'More…' : 'Recover…'}
    </Button>
  )
}

/** Folders that look like trips and cannot be read. Nothing in them is touched, and the others are not held up. */
export function UnreadableTrips({ unreadable }: { unreadable: readonly LostTrip[] }) {
  if (unreadable.length === 0) return null
  return (
    <section className="unreadable" aria-label="Trips that cannot be read">
      {unreadable.map((trip) => (
        <article key={trip.folder} className="unreadable-trip">
          {trip.error.code === 'trip.newer' ? <BookOpen aria-hidden /> : <FileWarning aria-hidden />}
          <div className="unreadable-text">
            <h2 className="unreadable-title">{trip.title}</h2>
            <p>{trip.error.message}</p>
          </div>
          <div className="unreadable-way">
            <LostTripButton trip={trip} />
          </div>
        </article>
      ))}
    </section>
  )
}
