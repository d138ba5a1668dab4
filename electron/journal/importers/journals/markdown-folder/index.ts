import { weekdays } from '../../../../shared/calendar-words.ts'
import { message } from '../../../../shared/messages/message.ts'
import { isTextName } from '../../../../shared/import-limits.ts'
import { ok } from '../../../../shared/result.ts'
import { splitFrontMatter, textOf, textsOf } from '../../../markdown/front-matter.ts'
import type { Bundle } from '../../importer.ts'
import { lastPart } from '../../open-bundle.ts'
import { dayOfName, readDay } from '../../read-day.ts'
import { eachReported, type JournalEntry, type JournalFormat, type Material } from '../journal-format.ts'
import { type LocalTime, localTime, readLocalTime } from '../local-time.ts'
import { lineOf, takeTitle } from '../take-title.ts'
import { readText } from './read-text.ts'
import { Vault } from './vault.ts'
import { isWiki } from './wiki.ts'

type Text = Bundle['texts'][number]

/** Maximum number of Markdown files that can be reports about one trip. */
const MAX_REPORTS = 40

/**
 * A folder of dated notes in Markdown: a vault of Obsidian with daily notes, Joplin's "Markdown + Front Matter", or
 * anybody's diary with a file for each day. A few posts about one trip are reports.
 */
export const markdownFolder: JournalFormat = {
  id: 'markdown-folder',
  name: message('import.format.markdown-folder'),
  detect({ texts }) {
    const notes = texts.filter(isNote)
    if (notes.length < 2) return false
    const named = notes.filter(({ name }) => isDailyName(name)).length
    if (named * 2 >= notes.length) return true
    const dated = notes.filter((note) => timeOf(note, 'UTC') !== null).length
    const isVault = notes.some(({ text }) => isWiki(text) || isJoplins(text))
    return dated > 0 && (isVault || notes.length > MAX_REPORTS)
  },
  read(material) {
    const { bundle, leftOut, reportProgress } = material
    const entries: JournalEntry[] = []
    const undated: Text[] = []
    const vault = new Vault(bundle.texts.filter(isNote))
    eachReported(bundle.texts, reportProgress, (note) => {
      if (!isNote(note)) return leftOut.file(lastPart(note.name))
      const time = timeOf(note, material.timeZone)
      if (time === null) undated.push(note)
      else entries.push(readNote(note, time, material, vault))
    })
    for (const note of undated) {
      // The text of one that others show is in theirs.
      if (vault.shown.has(note)) leftOut.fieldsOf(Object.fromEntries(propertiesOf(note.text)), new Set())
      else leftOut.entry('undated', lastPart(note.name))
    }
    const [first] = bundle.texts
    return ok({ title: first?.name.includes('/') ? (first.name.split('/')[0] ?? '') : '', entries })
  },
}

function isNote({ name, text }: Text): boolean {
  return isTextName(name) && !/\.html?$/i.test(name) && !/^\s*(?:<\?xml|<!doctype|<html)/i.test(text)
}

/** The name of a daily note: a date, and perhaps the weekday. */
function isDailyName(name: string): boolean {
  const stem = lastPart(name).replace(/\.\w+$/, '')
  const [whole, word] = /^\d{4}[-_.]?\d{2}[-_.]?\d{2}(?:[ ,_-]+(\p{L}{2,12})\.?)?$/u.exec(stem) ?? []
  if (whole === undefined || dayOfName(stem) === null) return false
  return word === undefined || weekdays.has(word.toLowerCase())
}

/** Joplin's front matter, which says when a note was written and when it was changed. */
function isJoplins(text: string): boolean {
  return /^---\n(?:[^\n]*\n){0,20}?updated: [^\n]*\n(?:[^\n]*\n){0,20}?created: /.test(text.slice(0, 2000))
}

/** Properties that say when a note is about, the most exact first. */
const dates = ['date', 'day', 'created', 'created_at', 'date created', 'creation date', 'date-created']

function timeOf({ name, text }: Text, otherZone: string): LocalTime | null {
  const fields = propertiesOf(text)
  const day = isDailyName(name) ? dayOfName(lastPart(name)) : null
  for (const property of dates) {
    const written = textOf(fields.get(property))
    if (written === '') continue
    // "2026-04-14 07:00:00Z", as Joplin writes it, is a moment.
    const moment = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(written) && /(?:Z|[+-]\d{2}:?\d{2})$/.test(written)
    const time = moment ? localTime(written.replace(' ', 'T'), '', otherZone) : readLocalTime(written, readDay)
    if (time !== null && (day === null || time.day === day)) return time
  }
  const named = day ?? dayOfName(lastPart(name))
  return named === null ? null : { day: named, clock: null, zone: null }
}

function propertiesOf(text: string): ReadonlyMap<string, unknown> {
  if (!text.startsWith('---')) return new Map()
  const { fields } = splitFrontMatter(text)
  return new Map(Object.entries(fields).map(([key, value]) => [key.toLowerCase(), value]))
}

const imported = new Set([...dates, 'title', 'tags', 'tag', 'starred'])

function readNote(note: Text, time: LocalTime, material: Material, vault: Vault): JournalEntry {
  const { leftOut } = material
  const { fields, body, problem } = splitFrontMatter(note.text.replaceAll(/\r\n?/g, '\n'))
  if (problem !== null) leftOut.entry('unreadable', lastPart(note.name))
  const properties = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key.toLowerCase(), value]))
  leftOut.fieldsOf(properties, imported)
  const text = readText(body, { note, chain: [note.name] }, material, vault)
  const { title, text: rest } = takeTitle(text)
  const own = textOf(properties['title']) || nameOf(note.name)
  // A title in the properties is the one that counts; the heading then stays in the text, unless it says the same.
  const isSame = own === '' || own === title
  return {
    ...time,
    title: lineOf(isSame ? title : own),
    text: isSame ? rest : takeTitle(`\n${text}`).title === own ? rest : text.trim(),
    tags: [...tagsIn(properties), ...inlineTags(rest)],
    isStarred: properties['starred'] === 'true',
  }
}

/** The name of a note that is not only a date: "2026-04-14 Keynote" is "Keynote". */
function nameOf(path: string): string {
  if (isDailyName(path)) return ''
  return lastPart(path)
    .replace(/\.\w+$/, '')
    .replace(/^\d{4}[-_.]?\d{2}[-_.]?\d{2}[-_. ]*/, '')
    .trim()
}

function tagsIn(properties: Readonly<Record<string, unknown>>): string[] {
  const listed = textsOf(properties['tags'] ?? properties['tag'] ?? [])
  return listed
    .flatMap((tag) => (tag.includes(',') ? tag.split(',') : [tag]))
    .map((tag) => tag.trim().replace(/^#/, ''))
}

/** Obsidian's tags in a text: not a heading, not a number, not in code or an address. */
function inlineTags(text: string): string[] {
  const words = text.replaceAll(
    /^(?:```|~~~)[^\n]*\n[\s\S]*?^(?:```|~~~)|`[^`\n]+`|\]\([^)\n]*\)|https?:\/\/\S+/gm,
    ' ',
  )
  return Array.from(
    words.matchAll(/(?<![\p{L}\p{N}#&/\\])#(?=[\d/_-]*\p{L})([\p{L}\p{N}_/-]+)/gu),
    ([, tag = '']) => tag,
  )
}
