import { readDay } from '../../read-day.ts'
import type { JournalEntry, Material } from '../journal-format.ts'
import { readLocalTime } from '../local-time.ts'
import { takeTitle } from '../take-title.ts'

const field = /^\t([A-Z][\w ]{0,30}):\t(.*)$/

/** Whether a text is the export of older versions of Day One as plain text: each entry begins with its fields. */
export function isPlainText(text: string): boolean {
  return /^\s*?\tDate:\t\d/.test(text.slice(0, 2000))
}

/** Reads such an export. The zones in it are only abbreviations, so that its times are those on the writer's clock. */
export function readPlainText(source: string, { leftOut, pictures }: Material): JournalEntry[] {
  const entries: JournalEntry[] = []
  for (const { fields, body } of entriesIn(source)) {
    const written = fields.get('Date') ?? ''
    const time = readLocalTime(written, readDay)
    if (time === null) {
      leftOut.entry('unreadable', written)
      continue
    }
    for (const [name, value] of fields) if (!imported.has(name) && value !== '') leftOut.field(name)
    const files = (fields.get('Photos') ?? '').split(/,\s*/).filter(Boolean)
    const shown = files.map((name) => `![](${pictures.addressOf(name, undefined, 'photos') ?? encodeURI(name)})`)
    entries.push({
      ...time,
      ...takeTitle([body.join('\n').trim(), ...shown].filter(Boolean).join('\n\n')),
      tags: (fields.get('Tags') ?? '').split(/,\s*/).map((tag) => tag.replace(/^#/, '')),
      isStarred: /^(?:yes|true)$/i.test(fields.get('Starred') ?? ''),
    })
  }
  return entries
}

const imported = new Set(['Date', 'Photos', 'Photo', 'Tags', 'Starred'])

function entriesIn(source: string): { fields: Map<string, string>; body: string[] }[] {
  const entries: { fields: Map<string, string>; body: string[] }[] = []
  let isHead = false
  for (const line of source.split(/\r\n?|\n/)) {
    const [, name = '', value = ''] = field.exec(line) ?? []
    if (name === 'Date') {
      entries.push({ fields: new Map(), body: [] })
      isHead = true
    }
    isHead &&= name !== ''
    const current = entries.at(-1)
    if (isHead) current?.fields.set(name, value.trim())
    else current?.body.push(line)
  }
  return entries
}
