import { type EntryFieldName, isEntryField } from '../../electron/shared/entries/fields.ts'
import type { ComparedField } from '../../electron/shared/history.ts'
import { formatDate } from '../../electron/shared/messages/format.ts'
import type { PlainKey } from '../../electron/shared/messages/message.ts'
import { t } from '../../electron/shared/messages/translate.ts'

/** @example nameField('shortTitle') // "Short title" */
export function nameField(field: ComparedField): string {
  return isOfEntry(field) ? t(`entry.field.${field}`) : t(`history.field.${field}`)
}

const isOfEntry = (field: ComparedField): field is EntryFieldName => isEntryField(field)

/** Whether a field contains a long text, which is shown like the text of a post. */
export function isProse(field: ComparedField): boolean {
  return field === 'text' || field === 'lead' || field === 'closing'
}

type Names = Readonly<Record<string, PlainKey>>

const answers: Names = { yes: 'history.value.yes', no: 'history.value.no' }

const talks: Names = {
  heading: 'history.value.talks.heading',
  sentence: 'history.value.talks.sentence',
  none: 'history.value.talks.none',
}

/** The fields that have a few possible values, with the names of these. */
const namedValues: Readonly<Partial<Record<ComparedField, Names>>> = {
  own: answers,
  highlight: answers,
  private: answers,
  published: answers,
  numberedSections: answers,
  includesNew: answers,
  entryHeadings: answers,
  arrangement: { day: 'history.value.arrangement.day', theme: 'history.value.arrangement.theme' },
  dayHeadingStyle: {
    ordinal: 'history.value.dayHeadingStyle.ordinal',
    number: 'history.value.dayHeadingStyle.number',
    date: 'history.value.dayHeadingStyle.date',
  },
  talks,
}

/** The value of a field for display: dates, times and choices are compared in the form in which they are stored. */
export function formatValue(field: ComparedField, value: string): string {
  if (field === 'when' || field === 'days' || field === 'publishedOn') {
    return value.replaceAll(/(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?/g, (_all, day: string, clock?: string) =>
      formatShortDay(day, clock),
    )
  }
  // Each line ends with a style, after the talk's name.
  if (field === 'entryTalks') return value.replaceAll(/\S+$/gm, (style) => nameValue(talks, style))
  return nameValue(namedValues[field] ?? {}, value)
}

function nameValue(names: Names, value: string): string {
  const name = Object.hasOwn(names, value) ? names[value] : undefined
  return name === undefined ? value : t(name)
}

function formatShortDay(day: string, clock?: string): string {
  const names = { weekday: formatDate(day, 'short-weekday'), date: formatDate(day, 'without-year') }
  return clock === undefined ? t('history.value.day', names) : t('history.value.day-and-time', { ...names, clock })
}
