import type { Entry, Trip } from '../../electron/shared/trip.ts'
import { toRow } from '../journal/entry-row.ts'
import { formatDay } from '../journal/format-day.ts'
import './recovery-screen.css'

function ReadableEntry({ entry, timeZone }: { entry: Entry; timeZone: string }) {
  const { title, time, detail } = toRow(entry, timeZone)
  return (
    <article className="readable-entry">
      <h4 className="readable-title">{title}</h4>
      <p className="quiet small">{[time, detail].filter((part) => part !== '').join(' · ')}</p>
      {entry.text !== '' && <p className="readable-text">{entry.text}</p>}
    </article>
  )
}

/** The entries of a trip, to read and copy, but not to change. */
export function ReadableTrip({ trip }: { trip: Trip }) {
  const days = [...new Set(trip.entries.map(({ day }) => day))].toSorted()
  return (
    <div>
      {days.map((day) => (
        <section key={day} aria-label={formatDay(day)}>
          <h3 className="readable-day">{formatDay(day)}</h3>
          {trip.entries
            .filter((entry) => entry.day === day)
            .map((entry) => (
              <ReadableEntry key={entry.id} entry={entry} timeZone={trip.timeZone} />
            ))}
        </section>
      ))}
    </div>
  )
}
