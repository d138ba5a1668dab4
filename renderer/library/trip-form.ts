import { type Settings } from '../../electron/shared/settings.ts'
import { daysBetween, isTimeZone } from '../../electron/shared/time.ts'
import type { TripDetails } from '../../electron/shared/trip.ts'
import { zoneOfPlace } from './zones.ts'

/** What stands in the form: the details of a trip, of which some may not make sense yet. */
export interface TripForm extends TripDetails {
  /** The zone was chosen by hand, so the place does not set it any more. */
  zoneIsChosen: boolean
  /** The last day was set by hand, so it does not follow the first any more. */
  lastDayIsChosen: boolean
}

export type TripFormErrors = Partial<Record<keyof TripDetails, string>>

/** A trip that begins today where the computer is. */
export function emptyForm(settings: Settings, today: string, zone: string): TripForm {
  return {
    title: '',
    venue: '',
    city: '',
    country: '',
    firstDay: today,
    lastDay: today,
    timeZone: zone,
    language: 'en',
    authors: settings.authorName.trim() === '' ? [] : [settings.authorName.trim()],
    tags: [],
    zoneIsChosen: false,
    lastDayIsChosen: false,
  }
}

export function formOf(details: TripDetails): TripForm {
  const { title, venue, city, country, firstDay, lastDay, timeZone, language, authors, tags } = details
  const own = { title, venue, city, country, firstDay, lastDay, timeZone, language, authors, tags }
  return { ...own, zoneIsChosen: true, lastDayIsChosen: true }
}

/** What goes to the engine. */
export function detailsOf({ zoneIsChosen: _zone, lastDayIsChosen: _lastDay, ...details }: TripForm): TripDetails {
  return { ...details, title: details.title.trim() }
}

/** Takes one change over, with what follows from it: the last day keeps up with the first, the place sets the zone. */
export function changeForm(form: TripForm, changes: Partial<TripForm>): TripForm {
  const next = { ...form, ...changes }
  if (changes.firstDay !== undefined && isDay(changes.firstDay) && !form.lastDayIsChosen) {
    next.lastDay = changes.firstDay
  }
  const placeChanged = changes.city !== undefined || changes.country !== undefined
  if (placeChanged && !form.zoneIsChosen) {
    next.timeZone =
      zoneOfPlace(next.city, next.country, isDay(next.firstDay) ? next.firstDay : '2026-01-01') ?? form.timeZone
  }
  return next
}

/**
 * Whether a date field is filled. While a year is being typed the browser says the year 2, 20 and 202 on the way to 2026;
 * none of them is meant.
 */
export const isDay = (text: string): boolean => /^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)

/** A sentence for each field that is not right yet. */
export function checkForm(form: TripForm): TripFormErrors {
  const errors: TripFormErrors = {}
  if (form.title.trim() === '') errors.title = 'The trip needs a name.'
  if (!isDay(form.firstDay)) errors.firstDay = 'Which day does it begin?'
  if (!isDay(form.lastDay)) errors.lastDay = 'Which day does it end?'
  else if (!errors.firstDay && daysBetween(form.firstDay, form.lastDay) < 0) {
    errors.lastDay = 'The last day is before the first.'
  } else if (!errors.firstDay && daysBetween(form.firstDay, form.lastDay) > LONGEST_TRIP) {
    errors.lastDay = 'That is more than a year after the first day.'
  }
  if (!isTimeZone(form.timeZone)) errors.timeZone = 'Choose one of the time zones in the list.'
  return errors
}

const LONGEST_TRIP = 366
