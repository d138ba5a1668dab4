import { formatDays } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { DaysSource } from '../../electron/shared/import-draft.ts'
import { daysBetween } from '../../electron/shared/time.ts'
import { DateField, TextField } from '../components/text-field.tsx'
import { isDay, type TripForm, type TripFormErrors } from '../library/trip-form.ts'
import './review.css'

interface Props {
  form: TripForm
  errors: TripFormErrors
  /** Where the days come from; `null` if nothing says them. */
  source: DaysSource | null
  isJournal: boolean
  onChange: (changes: Partial<TripForm>, place: string) => void
}

/** The trip that an import makes: its name, its place and its days. */
export function ReviewTrip({ form, errors, source, isJournal, onChange }: Props) {
  const { firstDay, lastDay } = form
  const isKnown = isDay(firstDay) && isDay(lastDay) && firstDay <= lastDay
  return (
    <div className="review-trip">
      <TextField
        label={t('trip.field.title')}
        value={form.title}
        onChange={(title) => onChange({ title }, 'title')}
        error={errors.title}
      />
      <TextField label={t('trip.field.city')} value={form.city} onChange={(city) => onChange({ city }, 'city')} />
      <DateField
        label={t('trip.field.firstDay')}
        value={firstDay}
        onChange={(day) => onChange({ firstDay: day }, 'firstDay')}
        error={errors.firstDay}
        // The one thing that only the user knows.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={source === null}
      />
      <DateField
        label={t('trip.field.lastDay')}
        value={lastDay}
        onChange={(day) => onChange({ lastDay: day, lastDayIsChosen: true }, 'lastDay')}
        error={errors.lastDay}
      />
      <p className={`review-source ${source === null && !isKnown ? 'review-attention' : ''}`}>
        {[
          isKnown &&
            t('trip.days', { dates: formatDays(firstDay, lastDay), count: daysBetween(firstDay, lastDay) + 1 }),
          (!isKnown || source !== null) &&
            t('import.review.source', { source: source ?? (isJournal ? 'everyDay' : 'other') }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}
