import { RotateCcw } from 'lucide-react'
import { t } from '../../electron/shared/messages/translate.ts'
import { arrangeByDay, type DayPart } from '../../electron/shared/report/arrange-report.ts'
import { automaticDayHeading } from '../../electron/shared/report/day-heading.ts'
import { recordOf } from '../../electron/shared/report/report-entry.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { IconButton } from '../components/icon-button.tsx'
import { LongList } from '../components/long-list.tsx'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { TextField } from '../components/text-field.tsx'
import { useTrip } from '../state/open-trip.ts'
import { OUTLINE_ROW_HEIGHT, OutlineRow } from './outline-row.tsx'
import type { OutlineView } from './outline-actions.ts'
import { changeDayHeading } from './report-changes.ts'
import './outline.css'

/** The outline of a report arranged by day. */
export function OutlineDays({ trip, view }: { trip: Trip; view: OutlineView }) {
  return arrangeByDay(trip).map((part) => <DayGroup key={part.day} {...{ trip, view, part }} />)
}

function DayGroup({ trip, view, part }: { trip: Trip; view: OutlineView; part: DayPart }) {
  const automatic = automaticDayHeading(trip, part.day)
  const name = part.heading || automatic
  return (
    <section className="outline-group" aria-label={name}>
      <DayHead trip={trip} part={part} automatic={automatic} />
      <LongList
        label={t('report.entries-of', { name })}
        items={part.entries}
        itemHeight={OUTLINE_ROW_HEIGHT}
        kept={part.entries.findIndex(({ id }) => id === view.currentId)}
      >
        {(entry, place) => (
          <OutlineRow
            key={entry.id}
            entry={entry}
            record={recordOf(trip.report, entry.id)}
            timeZone={trip.timeZone}
            hasPlace
            byTheme={false}
            isOpen={view.openIds.has(entry.id)}
            isCurrent={view.currentId === entry.id}
            isDropPlace={false}
            place={place}
            actions={view.actions}
          />
        )}
      </LongList>
    </section>
  )
}

interface DayHeadProps {
  trip: Trip
  part: DayPart
  /** The heading of the day if the user does not write one. */
  automatic: string
}

function DayHead({ trip, part: { day, heading }, automatic }: DayHeadProps) {
  const editReport = useTrip((state) => state.editReport)
  const isReadOnly = useReadOnlyArea()
  const isOwn = trip.report.dayHeadings.own[day] !== undefined
  return (
    <div className="outline-head">
      <TextField
        label={t('report.heading-of', { name: automatic })}
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
    </div>
  )
}
