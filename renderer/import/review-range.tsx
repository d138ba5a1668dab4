import { useMemo } from 'react'
import type { Dates } from '../../electron/shared/import-days.ts'
import { stretchesOf } from '../../electron/shared/journal-days.ts'
import { formatDays } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { Button } from '../components/button.tsx'
import { Select } from '../components/select.tsx'
import { DateField } from '../components/text-field.tsx'
import { daysOfEntries, type Review } from './review.ts'
import './review.css'

/** Maximum number of suggestions, the latest: those of twenty years with a conference each month. */
const MAX_STRETCHES = 240

interface Props {
  review: Review
  selected: readonly number[]
  /** Whether it has fields for the days. Those of a new trip are above the list. */
  hasFields: boolean
  /** @param place the field in which it was typed; `null` for a choice */
  onChange: (days: Partial<Dates>, place: string | null) => void
}

/** The days of a journal whose entries are imported: typed, chosen among those with entries, or those of the selection. */
export function ReviewRange({ review, selected, hasFields, onChange }: Props) {
  const { entries, form } = review
  const stretches = useMemo(() => stretchesOf(entries).slice(0, MAX_STRETCHES), [entries])
  const ofSelection = daysOfEntries(review, selected)
  const chosen = stretches.find(({ firstDay, lastDay }) => firstDay === form.firstDay && lastDay === form.lastDay)
  const isOther =
    ofSelection !== null && (ofSelection.firstDay !== form.firstDay || ofSelection.lastDay !== form.lastDay)
  return (
    <div className="review-range">
      {hasFields && (
        <>
          <DateField
            label={t('import.review.from')}
            value={form.firstDay}
            onChange={(firstDay) => onChange({ firstDay }, 'firstDay')}
          />
          <DateField
            label={t('import.review.to')}
            value={form.lastDay}
            onChange={(lastDay) => onChange({ lastDay }, 'lastDay')}
          />
        </>
      )}
      {stretches.length > 1 && (
        <Select
          label={t('import.review.stretches')}
          items={[
            ...stretches.map(({ firstDay, lastDay, count }) => ({
              id: firstDay,
              label: t('import.review.stretch', { days: formatDays(firstDay, lastDay), count }),
            })),
            ...(chosen === undefined ? [{ id: '', label: t('import.review.other-days') }] : []),
          ]}
          value={chosen?.firstDay ?? ''}
          onChange={(first) => {
            const found = stretches.find(({ firstDay }) => firstDay === first)
            if (found) onChange({ firstDay: found.firstDay, lastDay: found.lastDay }, null)
          }}
        />
      )}
      {isOther && (
        <Button onPress={() => onChange(ofSelection, null)}>
          {t('import.review.take-days', { days: formatDays(ofSelection.firstDay, ofSelection.lastDay) })}
        </Button>
      )}
    </div>
  )
}
