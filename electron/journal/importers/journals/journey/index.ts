import { message } from '../../../../shared/messages/message.ts'
import { ok } from '../../../../shared/result.ts'
import { type Fields, fieldsOf } from '../../../programmes/formats/json-fields.ts'
import type { Bundle } from '../../importer.ts'
import { lastPart } from '../../open-bundle.ts'
import { markdownOfHtml } from '../html-text.ts'
import { eachReported, type JournalEntry, type JournalFormat, type Material } from '../journal-format.ts'
import { jsonOf } from '../json-texts.ts'
import { localTime } from '../local-time.ts'
import { takeTitle } from '../take-title.ts'

/** The export of Journey: a zip with one JSON file for each entry, and the pictures beside them. */
export const journey: JournalFormat = {
  id: 'journey',
  name: message('import.format.journey'),
  detect: ({ texts }) => texts.some((text) => isEntry(fieldsOf(jsonOf(text)))),
  read(material) {
    const { bundle, leftOut, reportProgress } = material
    const entries: JournalEntry[] = []
    eachReported(bundle.texts, reportProgress, (text) => {
      const fields = fieldsOf(jsonOf(text))
      if (!isEntry(fields)) return leftOut.file(lastPart(text.name))
      const entry = readEntry(fields, text, material)
      if (entry === null) return leftOut.entry('unreadable', lastPart(text.name))
      leftOut.fieldsOf(fields, imported)
      entries.push(entry)
    })
    return ok({ title: 'Journey', entries })
  },
}

/** Fields that are imported, that say the same as one that is, or that only say where Journey keeps the entry. */
const imported = new Set(
  'id date_journal timezone text preview_text type photos tags favourite linked_account_id'.split(' '),
)

function isEntry(fields: Fields): boolean {
  return typeof fields['date_journal'] === 'number' && typeof fields['text'] === 'string'
}

function readEntry(fields: Fields, { name }: Bundle['texts'][number], material: Material): JournalEntry | null {
  const { pictures, leftOut } = material
  const time = localTime(fields['date_journal'], fields['timezone'], material.timeZone)
  if (time === null) return null
  const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : ''
  const { text, type, photos, tags, favourite } = fields
  const source = typeof text === 'string' ? text.replaceAll(/\r\n?/g, '\n') : ''
  const shown = new Set<string>()
  const address = (file: string) => {
    shown.add(lastPart(file))
    return pictures.addressOf(file, undefined, folder) ?? encodeURI(lastPart(file))
  }
  const isHtml = type === 'html' || (type !== 'markdown' && /^\s*<[a-z]/i.test(source))
  const words = isHtml
    ? markdownOfHtml(source, leftOut, ({ url }) =>
        /^[a-z][\w+.-]*:/i.test(url) || url === '' ? null : { address: address(url) },
      )
    : source
  const files = (Array.isArray(photos) ? photos : []).flatMap((file) => (typeof file === 'string' ? [file] : []))
  const others: string[] = []
  for (const file of files) {
    if (film.test(file)) leftOut.media(lastPart(file))
    else if (!shown.has(lastPart(file))) others.push(`![](${address(file)})`)
  }
  return {
    ...time,
    ...takeTitle([words.trimEnd(), ...others].filter((part) => part.trim() !== '').join('\n\n')),
    tags: (Array.isArray(tags) ? tags : []).flatMap((tag) => (typeof tag === 'string' ? [tag.replace(/^#/, '')] : [])),
    isStarred: favourite === true,
  }
}

/** Journey lists films and sounds among the photos. */
const film = /\.(?:mp4|m4v|mov|3gp|webm|mp3|m4a|aac|wav|ogg)$/i
