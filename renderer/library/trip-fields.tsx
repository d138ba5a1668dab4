import { useMemo } from 'react'
import { formatDays } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { daysBetween, isTimeZone } from '../../electron/shared/time.ts'
import { reportLanguages } from '../../electron/shared/report/language.ts'
import { ComboBox } from '../components/combo-box.tsx'
import type { FieldProps } from '../components/field.tsx'
import type { OptionItem } from '../components/option.tsx'
import { Select } from '../components/select.tsx'
import { DateField, TextField } from '../components/text-field.tsx'
import { TokenField } from '../components/token-field.tsx'
import { formatTimeZone } from '../format/clocks.ts'
import { isDay, type TripForm, type TripFormErrors } from './trip-form.ts'
import { allZones, plain, zoneName, zoneOffset } from './zones.ts'
import '../components/field.css'
import './new-trip-dialog.css'

export interface TripFieldsProps {
  form: TripForm
  /** The problems to show. */
  errors: TripFormErrors
  onChange: (changes: Partial<TripForm>) => void
}

/** The dates in words: the browser's own date fields use the format of the system. */
function formatSpan({ firstDay, lastDay }: TripForm): string {
  if (!isDay(firstDay) || !isDay(lastDay)) return ''
  const days = daysBetween(firstDay, lastDay) + 1
  return days < 1 ? '' : t('trip.days', { dates: formatDays(firstDay, lastDay), count: days })
}

/** The fields that every trip needs: its name, its days and its city. */
export function MainTripFields({ form, errors, onChange }: TripFieldsProps) {
  return (
    <>
      <TextField
        label={t('trip.field.title')}
        placeholder={t('trip.example.title')}
        value={form.title}
        onChange={(title) => onChange({ title })}
        error={errors.title}
        // The dialog was opened to type this.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
      <div className="field-row">
        <DateField
          label={t('trip.field.firstDay')}
          value={form.firstDay}
          onChange={(firstDay) => onChange({ firstDay })}
          error={errors.firstDay}
        />
        <DateField
          label={t('trip.field.lastDay')}
          value={form.lastDay}
          onChange={(lastDay) => onChange({ lastDay, lastDayIsChosen: true })}
          error={errors.lastDay}
        />
      </div>
      {errors.firstDay === undefined && errors.lastDay === undefined && <p className="trip-days">{formatSpan(form)}</p>}
      <TextField
        label={t('trip.field.city')}
        placeholder={t('trip.example.city')}
        value={form.city}
        onChange={(city) => onChange({ city })}
        description={describeZone(form)}
      />
    </>
  )
}

/** The zone of the trip's times: "All times are in Berlin time (UTC+2)." */
function describeZone({ timeZone, firstDay }: TripForm): string {
  if (!isTimeZone(timeZone)) return ''
  return formatTimeZone(timeZone, isDay(firstDay) ? zoneOffset(timeZone, firstDay) : '')
}

function useZones(timeZone: string, firstDay: string): OptionItem<string>[] {
  const day = isDay(firstDay) ? firstDay : '2026-01-01'
  return useMemo(
    () =>
      allZones(timeZone).map((zone) => ({
        id: zone,
        label: zoneName(zone),
        detail: zoneOffset(zone, day),
        isVerbatim: true as const,
      })),
    [timeZone, day],
  )
}

const matches = (label: string, typed: string) => plain(label).includes(plain(typed))
const languages = reportLanguages.map(({ code, name }) => ({ id: code, label: name, isVerbatim: true as const }))

export interface ZoneFieldProps extends Pick<FieldProps, 'description' | 'error'> {
  timeZone: string
  /** The offsets are those of this day. */
  firstDay: string
  onChange: (timeZone: string | null) => void
}

/** The zone of the trip's times, found by typing. */
export function ZoneField({ timeZone, firstDay, onChange, ...field }: ZoneFieldProps) {
  return (
    <ComboBox
      {...field}
      label={t('trip.field.timeZone')}
      items={useZones(timeZone, firstDay)}
      matches={matches}
      value={timeZone === '' ? null : timeZone}
      onChange={onChange}
    />
  )
}

/** The other fields, which have sensible defaults. */
export function FurtherTripFields({ form, errors, onChange }: TripFieldsProps) {
  const known = languages.some(({ id }) => id === form.language)
  return (
    <>
      <div className="field-row">
        <TextField label={t('trip.field.venue')} value={form.venue} onChange={(venue) => onChange({ venue })} />
        <TextField label={t('trip.field.country')} value={form.country} onChange={(country) => onChange({ country })} />
      </div>
      <ZoneField
        timeZone={form.timeZone}
        firstDay={form.firstDay}
        onChange={(timeZone) => onChange({ timeZone: timeZone ?? '', zoneIsChosen: true })}
        error={errors.timeZone}
      />
      <TokenField
        label={t('trip.field.authors')}
        placeholder={t('trip.example.authors')}
        value={form.authors}
        onChange={(authors) => onChange({ authors })}
      />
      <div className="field-row">
        <TokenField
          label={t('trip.field.tags')}
          placeholder={t('trip.example.tags')}
          value={form.tags}
          onChange={(tags) => onChange({ tags })}
        />
        <Select
          label={t('trip.field.language')}
          items={known ? languages : [...languages, { id: form.language, label: form.language }]}
          value={form.language}
          onChange={(language) => onChange({ language })}
        />
      </div>
    </>
  )
}
