import { useMemo } from 'react'
import { daysBetween, isTimeZone } from '../../electron/shared/time.ts'
import { reportLanguages } from '../../electron/shared/report/language.ts'
import { ComboBox } from '../components/combo-box.tsx'
import { Select, type SelectItem } from '../components/select.tsx'
import { DateField, TextField } from '../components/text-field.tsx'
import { TokenField } from '../components/token-field.tsx'
import { sayCount, sayDays } from '../format/trips.ts'
import { isDay, type TripForm, type TripFormErrors } from './trip-form.ts'
import { allZones, plain, zoneName, zoneOffset } from './zones.ts'
import '../components/field.css'
import './new-trip-dialog.css'

export interface TripFieldsProps {
  form: TripForm
  /** What is wrong, of what should be said by now. */
  errors: TripFormErrors
  onChange: (changes: Partial<TripForm>) => void
}

/** The days in words, for a field of the browser writes its dates in the order of the system. */
function saySpan({ firstDay, lastDay }: TripForm): string {
  if (!isDay(firstDay) || !isDay(lastDay)) return ''
  const days = daysBetween(firstDay, lastDay) + 1
  return days < 1 ? '' : `${sayDays(firstDay, lastDay)}, ${sayCount(days, 'day', 'days')}`
}

/** What a trip cannot do without: its name, its days, where it is. */
export function MainTripFields({ form, errors, onChange }: TripFieldsProps) {
  return (
    <>
      <TextField
        label="Name"
        placeholder="PyCon DE & PyData 2026"
        value={form.title}
        onChange={(title) => onChange({ title })}
        error={errors.title}
        // The dialog was opened to type this.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
      <div className="field-row">
        <DateField
          label="First day"
          value={form.firstDay}
          onChange={(firstDay) => onChange({ firstDay })}
          error={errors.firstDay}
        />
        <DateField
          label="Last day"
          value={form.lastDay}
          onChange={(lastDay) => onChange({ lastDay, lastDayIsChosen: true })}
          error={errors.lastDay}
        />
      </div>
      {errors.firstDay === undefined && errors.lastDay === undefined && <p className="trip-days">{saySpan(form)}</p>}
      <TextField
        label="City"
        placeholder="Darmstadt"
        value={form.city}
        onChange={(city) => onChange({ city })}
        description={sayZone(form)}
      />
    </>
  )
}

/** Which clocks the trip goes by: "Times are those of Berlin, UTC+2". */
function sayZone({ timeZone, firstDay }: TripForm): string {
  if (!isTimeZone(timeZone)) return ''
  const [city = timeZone] = zoneName(timeZone).split(',')
  if (city === 'UTC') return 'Times are in UTC.'
  return `Times are those of ${city}${isDay(firstDay) ? `, ${zoneOffset(timeZone, firstDay)}` : ''}.`
}

function useZones(form: TripForm): SelectItem<string>[] {
  const day = isDay(form.firstDay) ? form.firstDay : '2026-01-01'
  const { timeZone } = form
  return useMemo(
    () => allZones(timeZone).map((zone) => ({ id: zone, label: zoneName(zone), detail: zoneOffset(zone, day) })),
    [timeZone, day],
  )
}

const matches = (label: string, typed: string) => plain(label).includes(plain(typed))
const languages = reportLanguages.map(({ code, name }) => ({ id: code, label: name }))

/** The rest, which has sensible values already. */
export function FurtherTripFields({ form, errors, onChange }: TripFieldsProps) {
  const zones = useZones(form)
  const known = languages.some(({ id }) => id === form.language)
  return (
    <>
      <div className="field-row">
        <TextField label="Venue" value={form.venue} onChange={(venue) => onChange({ venue })} />
        <TextField label="Country" value={form.country} onChange={(country) => onChange({ country })} />
      </div>
      <ComboBox
        label="Time zone"
        items={zones}
        matches={matches}
        value={form.timeZone === '' ? null : form.timeZone}
        onChange={(timeZone) => onChange({ timeZone: timeZone ?? '', zoneIsChosen: true })}
        error={errors.timeZone}
      />
      <TokenField
        label="Authors of the report"
        placeholder="Name, then Enter"
        value={form.authors}
        onChange={(authors) => onChange({ authors })}
      />
      <div className="field-row">
        <TokenField
          label="Tags"
          placeholder="Word, then Enter"
          value={form.tags}
          onChange={(tags) => onChange({ tags })}
        />
        <Select
          label="Language of the report"
          items={known ? languages : [...languages, { id: form.language, label: form.language }]}
          value={form.language}
          onChange={(language) => onChange({ language })}
        />
      </div>
    </>
  )
}
