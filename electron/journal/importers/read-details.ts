import { type Message, message, quoted } from '../../shared/messages/message.ts'
import { textOf, textsOf } from '../markdown/front-matter.ts'
import { readDay } from './read-day.ts'

/** What a report's front matter says. */
export interface ReportDetails {
  /** Empty if there is no title. */
  title: string
  authors: string[]
  tags: string[]
  /** The date of publication; `null` if there is no date. */
  date: string | null
  isDraft: boolean
  /** BCP 47; `null` if no language is given. */
  language: string | null
  /** Where the conference was; empty where nothing says so. */
  venue: string
  city: string
  country: string
  remarks: Message[]
}

/** Maximum number of fields that a remark names. */
const MAX_NAMED = 20

/**
 * Fields with the date of publication, the most exact first, as Jekyll, Hugo, Astro, Eleventy, Hexo, Pelican, Zola,
 * Gatsby, Ghost and dev.to name them. Dates of later changes say less, and come last.
 */
const dateFields = [
  'date',
  'pubdatetime',
  'pubdate',
  'publishdate',
  'publish_date',
  'published_at',
  'publishedat',
  'published_on',
  'publishedon',
  'datepublished',
  'published',
  'posted',
  'post_date',
  'created_at',
  'createdat',
  'created',
  'moddatetime',
  'modified',
  'lastmod',
  'updated',
  'updateddate',
  'last_updated',
]

/** Fields that are imported, or that say the same as one that is. */
const imported = new Set([
  ...dateFields,
  'title',
  'authors',
  'author',
  'tags',
  'lang',
  'language',
  'draft',
  'status',
  'venue',
  'city',
  'location',
  'place',
  'country',
])

export function readDetails(fields: Readonly<Record<string, unknown>>): ReportDetails {
  const byName = new Map(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]))
  const remarks: Message[] = []
  const published = readDate(byName)
  if (published.unreadable !== null) {
    remarks.push(message('import.remark.date', { date: published.unreadable.slice(0, 100) }))
  }
  const language = textOf(byName.get('lang') ?? byName.get('language')).replace('_', '-')
  const others = Object.keys(fields).filter((name) => !imported.has(name.toLowerCase()) && !isTaxonomy(name, fields))
  if (others.length > 0) {
    const names = quoted(others.slice(0, MAX_NAMED).map((name) => name.slice(0, 100)))
    remarks.push(message('import.remark.fields', { names }))
  }
  const line = (...names: string[]) => textOf(names.map((name) => byName.get(name)).find(Boolean)).slice(0, 1000)
  return {
    title: textOf(byName.get('title')).slice(0, 10_000),
    authors: limit([...textsOf(byName.get('authors') ?? []), ...textsOf(byName.get('author') ?? [])]),
    tags: limit(readTags(byName)),
    date: published.date,
    isDraft:
      textOf(byName.get('draft')) === 'true' ||
      textOf(byName.get('published')) === 'false' ||
      textOf(byName.get('status')).toLowerCase() === 'draft',
    language: /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language : null,
    venue: line('venue'),
    city: line('city', 'location', 'place'),
    country: line('country'),
    remarks,
  }
}

/** The date of publication, and what is written instead of one if it cannot be read. */
function readDate(byName: ReadonlyMap<string, unknown>): { date: string | null; unreadable: string | null } {
  let unreadable: string | null = null
  for (const name of dateFields) {
    const written = textOf(byName.get(name))
    // `published: true` is not a date.
    if (written === '' || /^(?:true|false)$/i.test(written)) continue
    const date = readDay(written)
    if (date !== null) return { date, unreadable: null }
    unreadable ??= written
  }
  return { date: null, unreadable }
}

/** Zola has tags in a table of their own, and Pelican has them as one text. */
function readTags(byName: ReadonlyMap<string, unknown>): string[] {
  const taxonomies = byName.get('taxonomies')
  const own = byName.get('tags') ?? (isRecord(taxonomies) ? taxonomies['tags'] : undefined) ?? []
  return typeof own === 'string' && own.includes(',') ? textsOf(own.split(',')) : textsOf(own)
}

function isTaxonomy(name: string, fields: Readonly<Record<string, unknown>>): boolean {
  const value = fields[name]
  return name === 'taxonomies' && isRecord(value) && Object.keys(value).every((key) => key === 'tags')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function limit(texts: readonly string[]): string[] {
  return [...new Set(texts)].slice(0, 1000).map((text) => text.slice(0, 10_000))
}
