import { parseDocument } from 'yaml'
import { message } from '../../../../shared/messages/message.ts'
import { toDay } from '../../../../shared/import-days.ts'
import { ok } from '../../../../shared/result.ts'
import { type Fields, isFields } from '../../../programmes/formats/json-fields.ts'
import type { Bundle } from '../../importer.ts'
import { lastPart } from '../../open-bundle.ts'
import { eachReported, type JournalEntry, type JournalFormat, type Material } from '../journal-format.ts'
import { placePictures } from '../place-pictures.ts'
import { takeTitle } from '../take-title.ts'
import { markdownOfMarkup } from './markup.ts'

type Text = Bundle['texts'][number]

/** The folder of RedNotebook: a text for each month, with a text and categories for each of its days. */
export const redNotebook: JournalFormat = {
  id: 'red-notebook',
  name: message('import.format.red-notebook'),
  detect: ({ texts }) => texts.some((text) => monthOf(text.name) !== null && daysIn(text) !== null),
  read(material) {
    const { bundle, leftOut, reportProgress } = material
    const found: { day: string | null; shown: string; fields: Fields }[] = []
    eachReported(
      bundle.texts,
      (done) => reportProgress(PARSING * done),
      (text) => {
        const month = monthOf(text.name)
        const days = month === null ? null : daysIn(text)
        if (month === null || days === null) leftOut.file(lastPart(text.name))
        else {
          for (const [day, fields] of days) {
            found.push({ day: toDay(month.year, month.month, day), shown: `${lastPart(text.name)}: ${day}`, fields })
          }
        }
      },
    )
    const entries: JournalEntry[] = []
    eachReported(
      found,
      (done) => reportProgress(PARSING + (1 - PARSING) * done),
      ({ day, shown, fields }) => {
        if (day === null) leftOut.entry('unreadable', shown)
        else entries.push(readEntry(day, fields, material))
      },
    )
    return ok({ title: 'RedNotebook', entries })
  },
}

/** The share of the work that reading YAML takes. */
const PARSING = 0.8

/** Only the name says which month it is. Copies that RedNotebook and sync programs make have a longer one. */
function monthOf(name: string): { year: number; month: number } | null {
  const [, year, month] = /^(\d{4})-(\d{2})\.txt$/.exec(lastPart(name)) ?? []
  return year === undefined ? null : { year: Number(year), month: Number(month) }
}

const read = new WeakMap<Text, { days: [number, Fields][] | null }>()

/** The days of a month; `null` if the text is not one. */
function daysIn(text: Text): [number, Fields][] | null {
  const known = read.get(text)
  if (known !== undefined) return known.days
  const days = readDays(text.text)
  read.set(text, { days })
  return days
}

function readDays(source: string): [number, Fields][] | null {
  // Without this, any long text would be parsed.
  if (!/^\s*(?:#[^\n]*\n)*['"]?\d{1,2}['"]?:/.test(source)) return null
  try {
    const document = parseDocument(source, { schema: 'failsafe', logLevel: 'silent' })
    if (document.errors.length > 0) return null
    const value: unknown = document.toJS({ maxAliasCount: 100 })
    if (!isFields(value)) return null
    const days = Object.entries(value).map(([day, fields]) => [Number(day), isFields(fields) ? fields : {}] as const)
    return days.every(([day]) => Number.isInteger(day)) ? days.map(([day, fields]) => [day, fields]) : null
  } catch {
    return null
  }
}

/** A category with items becomes a list below the text, and one without any a tag. */
function readEntry(day: string, fields: Fields, { pictures, leftOut }: Material): JournalEntry {
  const { text, ...categories } = fields
  const tags: string[] = []
  const lists: string[] = []
  for (const [name, items] of Object.entries(categories)) {
    tags.push(name)
    if (isFields(items)) {
      lists.push(
        `**${name}**\n\n${Object.keys(items)
          .map((item) => `- ${markdownOfMarkup(item)}`)
          .join('\n')}`,
      )
    }
  }
  const source = markdownOfMarkup(typeof text === 'string' ? text.replaceAll(/\r\n?/g, '\n') : '')
  const placed = placePictures(source, /\]\((?!https?:|mailto:)/, ({ isPicture, url, alt, caption }) => {
    if (/^(?:https?|mailto):/i.test(url)) return null
    if (isPicture)
      return { address: pictures.addressOf(decode(url), { alt, caption }) ?? encodeURI(lastPart(decode(url))) }
    leftOut.media(lastPart(decode(url)))
    return { address: encodeURI(lastPart(decode(url))) }
  })
  for (const [, tag = ''] of placed.matchAll(hashTag)) tags.push(tag)
  return {
    day,
    clock: null,
    zone: null,
    ...takeTitle([placed, ...lists].filter((part) => part.trim() !== '').join('\n\n')),
    tags,
    isStarred: false,
  }
}

const hashTag = /(?<![\p{L}\p{N}#/&])#(\p{L}[\p{L}\p{N}_-]*)/gu

function decode(path: string): string {
  try {
    return decodeURIComponent(path.replace(/^file:\/\//, ''))
  } catch {
    return path
  }
}
