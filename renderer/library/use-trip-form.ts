import { useState } from 'react'
import type { TripDetails } from '../../electron/shared/trip.ts'
import { changeForm, checkForm, detailsOf, type TripForm, type TripFormErrors } from './trip-form.ts'

export interface TripFormState {
  form: TripForm
  change: (changes: Partial<TripForm>) => void
  /** What is said to be wrong. Nothing is before the first try: nobody likes to be corrected while typing. */
  errors: TripFormErrors
  /** The details, if all of them make sense; otherwise says what does not. */
  submit: () => TripDetails | null
}

export function useTripForm(initial: TripForm): TripFormState {
  const [form, setForm] = useState(initial)
  const [isTried, setTried] = useState(false)
  return {
    form,
    change: (changes) => setForm((current) => changeForm(current, changes)),
    errors: isTried ? checkForm(form) : onlyDays(checkForm(form)),
    submit() {
      setTried(true)
      return Object.keys(checkForm(form)).length === 0 ? detailsOf(form) : null
    },
  }
}

/** An order of days that cannot be is no half-typed text, so it is said at once. */
function onlyDays({ lastDay }: TripFormErrors): TripFormErrors {
  return lastDay === undefined ? {} : { lastDay }
}
