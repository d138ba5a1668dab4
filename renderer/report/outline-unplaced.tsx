import { formatNumber } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { arrangeByTheme } from '../../electron/shared/report/arrange-report.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import type { OutlineView } from './outline-actions.ts'
import type { DropPlace } from './outline-drag.ts'
import { OutlineRows } from './outline-rows.tsx'
import { isEndOf } from './outline-sections.tsx'
import './outline-unplaced.css'

interface Props {
  trip: Trip
  view: OutlineView
  /** Where what is being dragged would be dropped. */
  place: DropPlace | null
}

/** The entries that are in no section. They stay in sight below the sections, to be moved into one. */
export function OutlineUnplaced({ trip, view, place }: Props) {
  const { unplaced } = arrangeByTheme(trip)
  if (unplaced.length === 0 && place === null) return null
  const canBeFiled = trip.report.sections.length > 0 && unplaced.some((entry) => !entry.private)
  return (
    <section
      className={`outline-unplaced ${isEndOf(place, null) ? 'outline-unplaced-drop' : ''}`}
      aria-label={t('report.unplaced')}
      data-section-id=""
    >
      <h3 className="outline-unplaced-head">
        {t('report.unplaced')} <span className="outline-unplaced-note">{formatNumber(unplaced.length)}</span>
        <span className="outline-unplaced-note outline-unplaced-hint">
          {t(canBeFiled ? 'report.unplaced-keys' : 'report.unplaced-note')}
        </span>
      </h3>
      <OutlineRows
        label={t('report.unplaced-entries')}
        entries={unplaced}
        hasPlace={false}
        drop={place}
        {...{ trip, view }}
      />
    </section>
  )
}
