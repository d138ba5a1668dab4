import { useState } from 'react'
import type { TripDetails } from '../../electron/shared/trip.ts'
import { changeForm, checkForm, detailsOf, type TripForm, type TripFormErrors } from './trip-form.ts'

export interface TripFormState {
  form: TripForm
  change: (changes: Partial<TripForm>) => void
  /**
   * The problems to show. Before the first attempt to save, this is empty: nobody likes to be corrected while typing.
   */
  errors: TripFormErrors
  /** The details if they are valid. If not, returns `null` and shows the problems. */
  submit: () => TripDetails | null
}

export function useTripForm(initial: TripForm): TripFormState {
  const [form, setForm] = useState(initial)
  const [isTried, setTried] = useState(false)
  const errors = checkForm(form, initial)
  return {
    form,
    change: (changes) => setForm((current) => changeForm(current, changes)),
    errors: isTried ? errors : onlyDays(errors),
    submit() {
      setTried(true)
      return Object.keys(errors).length === 0 ? detailsOf(form) : null
    },
  }
}

/** Dates are complete as soon as they are valid, so the wrong order of days is shown at once. */
function onlyDays({ lastDay }: TripFormErrors): TripFormErrors {
  return lastDay === undefined ? {} : { lastDay }
}
