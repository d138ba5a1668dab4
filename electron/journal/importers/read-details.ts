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
  /** The time on that day as it is written, with its offset if it has one; empty if the report has no time. */
  time: string
  categories: string[]
  description: string
  /** The name in the address; empty without a name that an address can have. */
  slug: string
  /** The picture that stands for the post, and the field that names it; `null` for none. */
  cover: { field: string; address: string } | null
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

/** Fields with what a post is about, the most exact first, as generators and their themes name them. */
const descriptionFields = ['description', 'summary', 'excerpt', 'custom_excerpt']

/** Fields with the picture that stands for a post. */
const coverFields = [
  'cover',
  'image',
  'featured_image',
  'featuredimage',
  'feature_image',
  'cover_image',
  'coverimage',
  'heroimage',
  'hero_image',
  'ogimage',
  'thumbnail',
]

/** Fields that are imported, or that say the same as one that is. */
const imported = new Set([
  ...dateFields,
  'title',
  ...descriptionFields,
  ...coverFields,
  'slug',
  'categories',
  'category',
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
    tags: limit(readList(byName, 'tags')),
    date: published.date,
    time: published.time,
    categories: limit(readList(byName, 'categories', 'category')),
    description: textOf(descriptionFields.map((name) => byName.get(name)).find(Boolean)).slice(0, 10_000),
    slug: slugIn(textOf(byName.get('slug'))),
    cover: readCover(fields),
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
function readDate(byName: ReadonlyMap<string, unknown>): {
  date: string | null
  time: string
  unreadable: string | null
} {
  let unreadable: string | null = null
  for (const name of dateFields) {
    const written = textOf(byName.get(name))
    // `published: true` is not a date.
    if (written === '' || /^(?:true|false)$/i.test(written)) continue
    const date = readDay(written)
    if (date !== null) return { date, time: timeIn(written), unreadable: null }
    unreadable ??= written
  }
  return { date: null, time: '', unreadable }
}

/** The time in a date as programs write it: `2026-01-31T19:00:00+01:00`, `2026-01-31 19:00 +0100`. */
function timeIn(written: string): string {
  const [, clock = '', zone = '', minutes = ''] =
    /[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)(?:\.\d+)? ?(Z|[+-]\d\d(?=:?\d\d$)|):?(\d\d)?$/.exec(written) ?? []
  return clock + zone + (minutes && `:${minutes}`)
}

function slugIn(written: string): string {
  const name = written.split('/').findLast(Boolean) ?? ''
  return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,199}$/.test(name) ? name : ''
}

/** Some themes have an address there, and others a table: `cover: {image: x.jpg, alt: …}`. */
function readCover(fields: Readonly<Record<string, unknown>>): ReportDetails['cover'] {
  for (const name of coverFields) {
    for (const [field, value] of Object.entries(fields)) {
      if (field.toLowerCase() !== name) continue
      const table = isRecord(value) ? value : {}
      const address = textOf(table['image'] ?? table['src'] ?? table['url'] ?? value)
      if (address !== '') return { field, address: address.slice(0, 2000) }
    }
  }
  return null
}

/** Zola has tags and categories in a table of their own, and Pelican has them as one text. */
function readList(byName: ReadonlyMap<string, unknown>, name: string, other = name): string[] {
  const taxonomies = byName.get('taxonomies')
  const own = byName.get(name) ?? byName.get(other) ?? (isRecord(taxonomies) ? taxonomies[name] : undefined) ?? []
  return typeof own === 'string' && own.includes(',') ? textsOf(own.split(',')) : textsOf(own)
}

function isTaxonomy(name: string, fields: Readonly<Record<string, unknown>>): boolean {
  const value = fields[name]
  return (
    name === 'taxonomies' &&
    isRecord(value) &&
    Object.keys(value).every((key) => key === 'tags' || key === 'categories')
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function limit(texts: readonly string[]): string[] {
  return [...new Set(texts)].slice(0, 1000).map((text) => text.slice(0, 10_000))
}
