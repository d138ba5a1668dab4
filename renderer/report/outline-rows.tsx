import { hasContent } from '../../electron/shared/report/entry-content.ts'
import { entryPart } from '../../electron/shared/report/post-places.ts'
import { recordOf } from '../../electron/shared/report/report-entry.ts'
import type { Entry, Trip } from '../../electron/shared/trip.ts'
import { LongList } from '../components/long-list.tsx'
import type { OutlineView } from './outline-actions.ts'
import type { DropPlace } from './outline-drag.ts'
import { OUTLINE_ROW_HEIGHT, OutlineRow } from './outline-row.tsx'

interface Props {
  label: string
  entries: readonly Entry[]
  trip: Trip
  view: OutlineView
  /** Whether the post has a place for them. */
  hasPlace: boolean
  /** Where what is being dragged would be dropped. */
  drop: DropPlace | null
  /** The numbers before the headings of entries. */
  numbers?: ReadonlyMap<string, number>
}

/** The rows of a day, of a section, or of the entries that are in no section. */
export function OutlineRows({ label, entries, trip, view, hasPlace, drop, numbers }: Props) {
  if (entries.length === 0) return null
  const { report, timeZone } = trip
  return (
    <LongList
      label={label}
      items={entries}
      itemHeight={OUTLINE_ROW_HEIGHT}
      kept={entries.findIndex(({ id }) => entryPart(id) === view.current)}
    >
      {(entry, place) => (
        <OutlineRow
          key={entry.id}
          entry={entry}
          record={recordOf(report, entry.id)}
          timeZone={timeZone}
          hasPlace={hasPlace}
          hasContent={hasContent(report, entry)}
          number={numbers?.get(entry.id) ?? null}
          byTheme={report.arrangement === 'theme'}
          isOpen={view.openIds.has(entry.id)}
          isCurrent={view.current === entryPart(entry.id)}
          isSelected={view.selected === entryPart(entry.id)}
          isDropPlace={drop?.kind === 'entry' && drop.before === entry.id}
          place={place}
          actions={view.actions}
        />
      )}
    </LongList>
  )
}
