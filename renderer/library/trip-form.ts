import { t } from '../../electron/shared/messages/translate.ts'
import { type Settings } from '../../electron/shared/settings.ts'
import { isTimeZone } from '../../electron/shared/time.ts'
import { MAX_TRIP_DAYS, problemOfDays } from '../../electron/shared/trip-days.ts'
import type { TripDetails } from '../../electron/shared/trip.ts'
import { zoneOfPlace } from './zones.ts'

/** The content of the form: the details of a trip, which may not be valid yet. */
export interface TripForm extends TripDetails {
  /** The user chose the zone, so the city and the country no longer set it. */
  zoneIsChosen: boolean
  /** The user set the last day, so it no longer follows the first. */
  lastDayIsChosen: boolean
}

export type TripFormErrors = Partial<Record<keyof TripDetails, string>>

/** The form of a new trip: one day, today, in this computer's zone. */
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

/** The details that are sent to the engine. */
export function detailsOf({ zoneIsChosen: _zone, lastDayIsChosen: _lastDay, ...details }: TripForm): TripDetails {
  return { ...details, title: details.title.trim() }
}

/** Applies a change and what follows from it: the last day follows the first, and the place sets the zone. */
export function changeForm(form: TripForm, changes: Partial<TripForm>): TripForm {
  const next = { ...form, ...changes }
  if (changes.firstDay !== undefined && isDay(changes.firstDay) && !form.lastDayIsChosen) {
    next.lastDay = changes.lastDay ?? changes.firstDay
  }
  const placeChanged = changes.city !== undefined || changes.country !== undefined
  if (placeChanged && !form.zoneIsChosen) {
    next.timeZone =
      zoneOfPlace(next.city, next.country, isDay(next.firstDay) ? next.firstDay : '2026-01-01') ?? form.timeZone
  }
  return next
}

/**
 * Whether a date field contains a complete date. While 2026 is being typed, browsers report the years 2, 20 and 202.
 */
export const isDay = (text: string): boolean => /^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)

/**
 * A sentence for each field that is not valid.
 *
 * @param before the details before they were edited: days that the trip has had all along are accepted
 */
export function checkForm(form: TripForm, before?: TripForm): TripFormErrors {
  const errors: TripFormErrors = {}
  if (form.title.trim() === '') errors.title = t('trip.title-missing')
  if (!isDay(form.firstDay)) errors.firstDay = t('trip.first-day-missing')
  if (!isDay(form.lastDay)) errors.lastDay = t('trip.last-day-missing')
  else if (!errors.firstDay && !hasDaysOf(form, before)) {
    const problem = problemOfDays(form)
    if (problem === 'reversed') errors.lastDay = t('trip.days-reversed')
    if (problem === 'too-long') errors.lastDay = t('trip.too-long', { limit: MAX_TRIP_DAYS })
  }
  if (!isTimeZone(form.timeZone)) errors.timeZone = t('trip.zone-unknown')
  return errors
}

function hasDaysOf(form: TripForm, before: TripForm | undefined): boolean {
  return form.firstDay === before?.firstDay && form.lastDay === before.lastDay
}
