import { isEntryField } from '../../electron/shared/entries/fields.ts'
import { t } from '../../electron/shared/messages/translate.ts'

/** What the fields of trips and reports are called. */
const names: Record<string, string> = {
  venue: 'Venue',
  city: 'City',
  country: 'Country',
  days: 'Days',
  timeZone: 'Time zone',
  language: 'Language',
  authors: 'Authors',
  pictures: 'Pictures',
  publishedOn: 'Date of publication',
  published: 'Published',
  lead: 'Lead',
  closingHeading: 'Closing heading',
  closing: 'Closing',
  arrangement: 'Arrangement',
  numberedSections: 'Numbered sections',
  entryHeadings: 'Headings of entries',
  dayHeadings: 'Headings of days',
  sections: 'Sections',
  entries: 'Entries in the report',
}

/** @example nameField('shortTitle') // "Short title" */
export function nameField(field: string): string {
  if (isEntryField(field)) return t(`entry.field.${field}`)
  const known = names[field]
  if (known !== undefined) return known
  const words = field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Whether what the field holds was written at length, and reads as the text of a post does. */
export function isProse(field: string): boolean {
  return field === 'text' || field === 'lead' || field === 'closing'
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' })
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

/** What a field holds as people say it: days and times in it are stored in another way. */
export function sayValue(field: string, value: string): string {
  if (field !== 'when' && field !== 'days' && field !== 'publishedOn') return value
  return value.replaceAll(/(\d{4}-\d{2}-\d{2})( (?=\d{2}:\d{2}))?/g, (_all, day: string, clock?: string) => {
    const moment = new Date(`${day}T00:00:00Z`)
    return `${weekday.format(moment)} ${date.format(moment)}${clock === undefined ? '' : ', '}`
  })
}
