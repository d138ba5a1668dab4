import { RotateCcw } from 'lucide-react'
import type { Trip } from '../../electron/shared/trip.ts'
import { IconButton } from '../components/icon-button.tsx'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { TextField } from '../components/text-field.tsx'
import { useTrip } from '../state/open-trip.ts'
import { OutlineRow } from './outline-row.tsx'
import type { OutlineView } from './outline-actions.ts'
import { changeDayHeading, outlineByDay, recordOf, type OutlineDay } from './outline.ts'

/** The outline of a report that is told by day. */
export function OutlineDays({ trip, view }: { trip: Trip; view: OutlineView }) {
  return outlineByDay(trip).map((day) => (
    <section key={day.day} className="outline-group" aria-label={day.heading || day.automatic}>
      <DayHead trip={trip} day={day} />
      <ul aria-label={`Entries of ${day.heading || day.automatic}`}>
        {day.entries.map((entry) => (
          <OutlineRow
            key={entry.id}
            entry={entry}
            record={recordOf(trip.report, entry.id)}
            timeZone={trip.timeZone}
            byTheme={false}
            isOpen={view.openIds.has(entry.id)}
            isCurrent={view.currentId === entry.id}
            isDropPlace={false}
            actions={view.actions}
          />
        ))}
      </ul>
    </section>
  ))
}

function DayHead({ trip, day: { day, heading, automatic } }: { trip: Trip; day: OutlineDay }) {
  const editReport = useTrip((state) => state.editReport)
  const isReadOnly = useReadOnlyArea()
  const isOwn = trip.report.dayHeadings.own[day] !== undefined
  return (
    <div className="outline-head">
      <TextField
        label={`Heading of ${automatic}`}
        hideLabel
        isBare
        className="outline-heading"
        placeholder="No heading"
        value={heading}
        onChange={(text) => editReport(changeDayHeading(trip.report, day, text === automatic ? null : text))}
      />
      {isOwn && !isReadOnly && (
        <IconButton
          label={`Back to “${automatic}”`}
          icon={<RotateCcw aria-hidden />}
          onPress={() => editReport(changeDayHeading(trip.report, day, null), { undoAs: 'going back to the heading' })}
        />
      )}
    </div>
  )
}
