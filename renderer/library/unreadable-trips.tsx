import { BookOpen, FileWarning } from 'lucide-react'
import type { LostTrip } from '../../electron/shared/contract.ts'
import { Button } from '../components/button.tsx'
import { useApp } from '../state/app-state.ts'
import './unreadable-trips.css'

/** Folders that look like trips and cannot be read. Nothing in them is touched, and the others are not held up. */
export function UnreadableTrips({ unreadable }: { unreadable: readonly LostTrip[] }) {
  const go = useApp((state) => state.go)
  if (unreadable.length === 0) return null
  return (
    <section className="unreadable" aria-label="Trips that cannot be read">
      {unreadable.map(({ folder, title, error }) => (
        <article key={folder} className="unreadable-trip">
          {error.code === 'trip.newer' ? <BookOpen aria-hidden /> : <FileWarning aria-hidden />}
          <div className="unreadable-text">
            <h2 className="unreadable-title">{title}</h2>
            <p>{error.message}</p>
          </div>
          <Button
            aria-label={`${error.code === 'trip.newer' ? 'More about' : 'Recover'} ${title}`}
            onPress={() => go({ name: 'recovery', folder })}
          >
            {error.code === 'trip.newer' ? 'More…' : 'Recover…'}
          </Button>
        </article>
      ))}
    </section>
  )
}
