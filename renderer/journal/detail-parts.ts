import { type Field, fieldsOf, fieldValue } from '../../electron/shared/entries/fields.ts'
import { listOf, t } from '../../electron/shared/messages/translate.ts'
import { assertNever } from '../../electron/shared/result.ts'
import { clockAt } from '../../electron/shared/time.ts'
import type { EntryHead } from './entry-head.ts'
import { localTimeZone } from '../format/clocks.ts'
import { cityOf } from './entry-times.tsx'

/** A part of the line that says the details of an entry. */
export interface DetailPart {
  /** The name of its field, by which the focus finds it. */
  field: string
  /** Its value in words, or its name while it is empty. */
  words: string
  isEmpty: boolean
}

/** How far to the front a field is in the line. The end stands with the start; the title is not a detail. */
function placeOf({ type, name, rule }: Field): number {
  switch (type) {
    case 'line':
      return rule.place === 'title' ? -1 : rule.place === 'times' ? 0 : rule.place === 'line' ? 1 : 5
    case 'rows':
      return name === 'speakers' ? 1 : 4
    case 'choice':
      return 2
    case 'flag':
      return 3
    case 'end':
      return -1
    default:
      return assertNever(type)
  }
}

/** What a field of an entry says; empty if it has no value. */
function wordsOf(entry: EntryHead, field: Field): string {
  switch (field.type) {
    case 'line':
      return fieldValue(entry, field).trim()
    case 'rows': {
      const names = fieldValue(entry, field).map((row) => Object.values(row).find((value) => value.trim() !== '') ?? '')
      return field.name === 'speakers' ? listOf(names, 'unit') : t('entry.details.links', { count: names.length })
    }
    case 'choice': {
      const value = fieldValue(entry, field)
      const option = field.rule.options.find(({ id }) => id === value)
      return value === field.rule.empty || option === undefined ? '' : t(option.label)
    }
    case 'flag':
      return fieldValue(entry, field) ? t(`entry.field.${field.name}`) : ''
    case 'end':
      return ''
    default:
      return assertNever(field)
  }
}

/** The times of an entry, with the city whose they are if this computer's clock shows others. */
function timesOf(entry: EntryHead, timeZone: string, hereZone: string): string {
  const { start } = entry
  const end = entry.kind === 'talk' ? entry.end : null
  if (start === null && end === null) return ''
  const clock = (instant: string | null) => (instant === null ? '' : clockAt(instant, timeZone))
  const times = end === null ? clock(start) : t('date.from-to', { from: clock(start), to: clock(end) })
  const known = start ?? end
  const isElsewhere = known !== null && clockAt(known, hereZone) !== clockAt(known, timeZone)
  return isElsewhere ? t('entry.details.times', { times, city: cityOf(timeZone) }) : times
}

/**
 * What the line below the title of an entry says. It names the few fields that are worth filling in while they are
 * empty, and leaves out the others then.
 *
 * @param hereZone the IANA zone of this computer
 */
export function detailParts(entry: EntryHead, timeZone: string, hereZone: string): readonly DetailPart[] {
  const fields = fieldsOf(entry.kind)
    .filter((field) => placeOf(field) >= 0)
    .toSorted((a, b) => placeOf(a) - placeOf(b))
  const tags = entry.tags.map((tag) => `#${tag}`).join(' ')
  const parts: DetailPart[] = [
    partOf('when', timesOf(entry, timeZone, hereZone)),
    ...fields.map((field) => partOf(field.name, wordsOf(entry, field))),
    partOf('tags', tags),
  ]
  const isNamed = (field: string) =>
    field === 'when' ||
    (field === 'tags' ? fields.length === 0 : fields.some((one) => one.name === field && placeOf(one) <= 1))
  return parts.filter(({ field, isEmpty }) => !isEmpty || isNamed(field))
}

type Named = 'when' | 'tags' | Field['name']

function partOf(field: Named, words: string): DetailPart {
  return words === '' ? { field, words: t(`entry.field.${field}`), isEmpty: true } : { field, words, isEmpty: false }
}

/** The field in which somebody who opens the details begins: the first one that is empty, or else the first. */
export function firstDetail(entry: EntryHead, timeZone: string): string {
  const parts = detailParts(entry, timeZone, localTimeZone())
  return (parts.find(({ isEmpty }) => isEmpty) ?? parts[0])?.field ?? 'when'
}
