import { t } from '../../electron/shared/messages/translate.ts'
import { clockAt } from '../../electron/shared/time.ts'
import type { Entry } from '../../electron/shared/trip.ts'
import { localTimeZone } from '../format/clocks.ts'
import { useTrip } from '../state/open-trip.ts'
import { ClockField } from './clock-field.tsx'
import { readEnd, readStart } from './read-clock.ts'
import './entry-pane.css'

/** The city that a zone is named after: "Europe/Berlin" is Berlin. */
export const cityOf = (timeZone: string) => (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')

/** A note beside a time at the venue if this computer's clock shows another: "Berlin time; 04:45 here". */
export function formatZoneNote(instant: string | null, timeZone: string, hereZone: string): string {
  if (instant === null) return ''
  const here = clockAt(instant, hereZone)
  return here === clockAt(instant, timeZone) ? '' : t('journal.zone', { city: cityOf(timeZone), clock: here })
}

type Timed = Pick<Entry, 'id' | 'day' | 'start'> & { end?: string | null }

export interface EntryTimesProps {
  entry: Timed
  timeZone: string
}

/** The zone of the times, if this computer's clock shows others. */
export function ZoneNote({ entry, timeZone }: EntryTimesProps) {
  const note = formatZoneNote(entry.start, timeZone, localTimeZone())
  return note === '' ? null : <span className="entry-zone">{note}</span>
}

/** When an entry began and, for a talk, ended, in the venue's zone. */
export function EntryTimes({ entry, timeZone }: EntryTimesProps) {
  const editEntry = useTrip((state) => state.editEntry)
  const { id, day, start, end } = entry
  const shown = (instant: string | null) => (instant === null ? '' : clockAt(instant, timeZone))
  return (
    <div className="entry-times">
      <ClockField
        key={`${id} start`}
        label={t('entry.field.start')}
        placeholder={t('entry.field.start')}
        clock={shown(start)}
        read={(typed) => readStart(typed, day, timeZone)}
        onChange={(instant) => editEntry(id, { start: instant })}
      />
      {end !== undefined && (
        <>
          <span aria-hidden className="quiet">
            –
          </span>
          <div data-field="end">
            <ClockField
              key={`${id} end`}
              label={t('entry.field.end')}
              placeholder={t('entry.field.end')}
              clock={shown(end)}
              read={(typed) => readEnd(typed, start, day, timeZone)}
              onChange={(instant) => editEntry(id, { end: instant })}
            />
          </div>
        </>
      )}
    </div>
  )
}
