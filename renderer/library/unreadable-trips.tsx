import { FileWarning } from 'lucide-react'
import type { UnreadableTrip } from '../../electron/shared/contract.ts'
import './unreadable-trips.css'

/** Folders that look like trips and cannot be read. Nothing in them is touched, and the others are not held up. */
export function UnreadableTrips({ unreadable }: { unreadable: readonly UnreadableTrip[] }) {
  if (unreadable.length === 0) return null
  return (
    <section className="unreadable" aria-label="Trips that cannot be read">
      {unreadable.map(({ folder, error }) => (
        <article key={folder} className="unreadable-trip">
          <FileWarning aria-hidden />
          <div>
            <h2 className="unreadable-folder">{folder}</h2>
            <p className="quiet">{error.message}</p>
          </div>
        </article>
      ))}
    </section>
  )
}
