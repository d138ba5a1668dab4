/** Days in the app's own language; what the report calls them is another matter. */
const formatter = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })

const parts = {
  weekday: formatter({ weekday: 'short' }),
  longWeekday: formatter({ weekday: 'long' }),
  number: formatter({ day: 'numeric' }),
  month: formatter({ month: 'short' }),
  longMonth: formatter({ month: 'long' }),
}

const at = (day: string) => new Date(`${day}T00:00:00Z`)

/** "Tue". */
export const weekdayOf = (day: string): string => parts.weekday.format(at(day))
/** "14". */
export const numberOf = (day: string): string => parts.number.format(at(day))
/** "Apr". */
export const monthOf = (day: string): string => parts.month.format(at(day))
/** "Tuesday, 14 April". */
export const longDay = (day: string): string =>
  `${parts.longWeekday.format(at(day))}, ${numberOf(day)} ${parts.longMonth.format(at(day))}`
