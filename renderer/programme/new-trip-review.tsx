import { useId } from 'react'
import { Form } from 'react-aria-components'
import type { UnderstoodProgramme } from '../../electron/shared/contract/programme.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import type { Failure } from '../../electron/shared/result.ts'
import { addDays, dayAt, daysBetween } from '../../electron/shared/time.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { Problem } from '../components/problem.tsx'
import { TextField } from '../components/text-field.tsx'
import { MainTripFields, ZoneField } from '../library/trip-fields.tsx'
import { emptyForm, isDay, type TripForm } from '../library/trip-form.ts'
import { useTripForm } from '../library/use-trip-form.ts'
import { useApp } from '../state/app-state.ts'
import { clockNow } from '../state/clock.ts'
import type { NewTripDetails } from '../state/programme-slice.ts'
import { UnderstoodSummary } from './understood-summary.tsx'
import '../library/new-trip-dialog.css'

export interface NewTripReviewProps {
  understood: UnderstoodProgramme
  isBusy: boolean
  problem: Failure | null
  onBack: () => void
  onClose: () => void
  onCreate: (details: NewTripDetails) => void
}

/** The form of a trip with what its programme says. */
function useFormOf({ details, assumed, guessedTimeZone }: UnderstoodProgramme): TripForm {
  const settings = useApp(({ start }) => start.settings)
  const timeZone = details.timeZone ?? guessedTimeZone
  const blank = emptyForm(settings, dayAt(clockNow(), timeZone), timeZone)
  const firstDay = details.firstDay ?? blank.firstDay
  return {
    ...blank,
    title: details.title,
    venue: details.venue,
    city: details.city,
    country: details.country,
    firstDay,
    lastDay: details.lastDay ?? firstDay,
    lastDayIsChosen: details.lastDay !== null && assumed === null,
    zoneIsChosen: details.timeZone !== null,
  }
}

/** Where the days are only assumed, the last day follows the first, and the conference keeps its length. */
function lastDayAfter({ details, assumed }: UnderstoodProgramme, firstDay: string | undefined): string | null {
  if (assumed === null || firstDay === undefined || !isDay(firstDay)) return null
  if (details.firstDay === null || details.lastDay === null) return null
  return addDays(firstDay, daysBetween(details.firstDay, details.lastDay))
}

/** What was understood, and the details of the new trip, which can be corrected. */
export function NewTripReview({ understood, isBusy, problem, onBack, onClose, onCreate }: NewTripReviewProps) {
  const formId = useId()
  const { form, change, errors, submit } = useTripForm(useFormOf(understood))
  const create = () => {
    const details = submit()
    if (details === null || isBusy) return
    const { title, venue, city, country, firstDay, lastDay, timeZone } = details
    onCreate({ title, venue, city, country, firstDay, lastDay, timeZone })
  }
  return (
    <Dialog
      title={t('command.new-trip-from-programme')}
      onClose={onClose}
      footer={
        <>
          <Button kind="plain" isDisabled={isBusy} onPress={onBack}>
            {t('action.back')}
          </Button>
          <Button kind="primary" type="submit" form={formId} isDisabled={isBusy}>
            {t('programme.import.create')}
          </Button>
        </>
      }
    >
      <UnderstoodSummary understood={understood} />
      <Form
        id={formId}
        className="trip-form"
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault()
          create()
        }}
      >
        <MainTripFields
          form={form}
          errors={errors}
          onChange={(changes) => {
            const lastDay = lastDayAfter(understood, changes.firstDay)
            change(lastDay === null || form.lastDayIsChosen ? changes : { ...changes, lastDay })
          }}
        />
        <TextField label={t('trip.field.venue')} value={form.venue} onChange={(venue) => change({ venue })} />
        <ZoneField
          timeZone={form.timeZone}
          firstDay={form.firstDay}
          error={errors.timeZone}
          description={understood.details.timeZone === null ? t('programme.import.zone-missing') : undefined}
          onChange={(timeZone) => change({ timeZone: timeZone ?? '', zoneIsChosen: true })}
        />
        {problem && <Problem tone="danger">{render(problem)}</Problem>}
      </Form>
    </Dialog>
  )
}
