import { textOf, textsOf } from '../markdown/front-matter.ts'
import { type Message, message, quoted } from '../../shared/messages/message.ts'
import { daySchema } from '../../shared/time.ts'

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
  remarks: Message[]
}

/** Maximum number of fields that a remark names. */
const MAX_NAMED = 20

const imported = new Set(['title', 'date', 'authors', 'author', 'tags', 'lang', 'language', 'draft'])

export function readDetails(fields: Readonly<Record<string, unknown>>): ReportDetails {
  const byName = new Map(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]))
  const remarks: Message[] = []
  const written = textOf(byName.get('date'))
  const date = written.slice(0, 10)
  const isDate = daySchema.safeParse(date).success
  if (written !== '' && !isDate) remarks.push(message('import.remark.date', { date: written.slice(0, 100) }))
  const language = textOf(byName.get('lang') ?? byName.get('language')).replace('_', '-')
  const others = Object.keys(fields).filter((name) => !imported.has(name.toLowerCase()))
  if (others.length > 0) {
    const names = quoted(others.slice(0, MAX_NAMED).map((name) => name.slice(0, 100)))
    remarks.push(message('import.remark.fields', { names }))
  }
  return {
    title: textOf(byName.get('title')).slice(0, 10_000),
    authors: limit([...textsOf(byName.get('authors') ?? []), ...textsOf(byName.get('author') ?? [])]),
    tags: limit(textsOf(byName.get('tags') ?? [])),
    date: isDate ? date : null,
    isDraft: textOf(byName.get('draft')) === 'true',
    language: /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language : null,
    remarks,
  }
}

function limit(texts: readonly string[]): string[] {
  return [...new Set(texts)].slice(0, 1000).map((text) => text.slice(0, 10_000))
}
