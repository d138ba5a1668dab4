import { RotateCcw } from 'lucide-react'
import { t } from '../../electron/shared/messages/translate.ts'
import { arrangeByDay, type DayPart } from '../../electron/shared/report/arrange-report.ts'
import { automaticDayHeading } from '../../electron/shared/report/day-heading.ts'
import { dayPart } from '../../electron/shared/report/post-places.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { IconButton } from '../components/icon-button.tsx'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { TextField } from '../components/text-field.tsx'
import { useTrip } from '../state/open-trip.ts'
import type { OutlineView } from './outline-actions.ts'
import { OutlineFold } from './outline-fold.tsx'
import { OutlineRows } from './outline-rows.tsx'
import { changeDayHeading } from './report-changes.ts'
import './outline.css'

/** The outline of a report arranged by day. */
export function OutlineDays({ trip, view }: { trip: Trip; view: OutlineView }) {
  return arrangeByDay(trip).map((part) => <DayGroup key={part.day} {...{ trip, view, part }} />)
}

function DayGroup({ trip, view, part }: { trip: Trip; view: OutlineView; part: DayPart }) {
  const automatic = automaticDayHeading(trip, part.day)
  const name = part.heading || automatic
  const id = dayPart(part.day)
  const isFolded = view.folded.has(id)
  return (
    <section className="outline-group" aria-label={name} data-part={id}>
      <div className={`outline-head ${view.selected === id ? 'outline-head-selected' : ''}`}>
        <OutlineFold
          name={name}
          isFolded={isFolded}
          count={part.entries.length}
          onToggle={() => view.actions.toggleFold(id)}
        />
        <DayHeading trip={trip} part={part} automatic={automatic} />
      </div>
      {!isFolded && (
        <OutlineRows
          label={t('report.entries-of', { name })}
          entries={part.entries}
          hasPlace
          drop={null}
          {...{ trip, view }}
        />
      )}
    </section>
  )
}

interface DayHeadingProps {
  trip: Trip
  part: DayPart
  /** The heading of the day if the user does not write one. */
  automatic: string
}

function DayHeading({ trip, part: { day, heading }, automatic }: DayHeadingProps) {
  const editReport = useTrip((state) => state.editReport)
  const isReadOnly = useReadOnlyArea()
  const isOwn = trip.report.dayHeadings.own[day] !== undefined
  return (
    <>
      <TextField
        label={t('report.heading-of', { name: automatic })}
        spellCheck="true"
        hideLabel
        isBare
        className="outline-heading"
        inputClassName="outline-heading-input"
        placeholder={t('report.no-heading')}
        value={heading}
        onChange={(text) => editReport(changeDayHeading(trip.report, day, text === automatic ? null : text))}
      />
      {isOwn && !isReadOnly && (
        <IconButton
          label={t('report.reset-heading', { heading: automatic })}
          icon={<RotateCcw aria-hidden />}
          onPress={() =>
            editReport(changeDayHeading(trip.report, day, null), { undoAs: t('report.undo.reset-heading') })
          }
        />
      )}
    </>
  )
}
