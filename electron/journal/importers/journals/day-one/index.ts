import { message } from '../../../../shared/messages/message.ts'
import { ok } from '../../../../shared/result.ts'
import { type Fields, fieldsOf, isFields, objectsOf } from '../../../programmes/formats/json-fields.ts'
import type { Bundle } from '../../importer.ts'
import { lastPart } from '../../open-bundle.ts'
import { eachReported, type JournalEntry, type JournalFormat, type Material } from '../journal-format.ts'
import { jsonOf } from '../json-texts.ts'
import { localTime } from '../local-time.ts'
import { placePictures } from '../place-pictures.ts'
import { takeTitle } from '../take-title.ts'
import { isPlainText, readPlainText } from './plain-text.ts'
import { markdownOfRichText } from './rich-text.ts'
import { withoutEscapes } from './without-escapes.ts'

/** The export of Day One: a zip with one JSON file for each journal, and folders of photos, films and sounds. */
export const dayOne: JournalFormat = {
  id: 'day-one',
  name: message('import.format.day-one'),
  detect: ({ texts }) => texts.some((text) => entriesIn(text).length > 0 || isPlainText(text.text)),
  read(material) {
    const journals = material.bundle.texts.map((text) => ({ name: text.name, found: entriesIn(text) }))
    const all = journals.flatMap(({ found }) => found)
    const entries: JournalEntry[] = []
    for (const text of material.bundle.texts) {
      if (entriesIn(text).length > 0) continue
      if (isPlainText(text.text)) entries.push(...readPlainText(text.text, material))
      else material.leftOut.file(lastPart(text.name))
    }
    eachReported(all, material.reportProgress, (fields) => {
      const entry = readEntry(fields, material)
      if (entry !== null) entries.push(entry)
    })
    const names = journals.filter(({ found }) => found.length > 0).map(({ name }) => lastPart(name))
    return ok({ title: names.length === 1 ? (names[0] ?? '').replace(/\.json$/i, '') : '', entries })
  },
}

function entriesIn(text: Bundle['texts'][number]): readonly Fields[] {
  const entries = fieldsOf(jsonOf(text))['entries']
  return Array.isArray(entries) && isFields(entries[0]) && 'creationDate' in entries[0] ? objectsOf(entries) : []
}

/** Fields that are imported, or that only say how Day One knows the entry. */
const imported = new Set(
  'uuid creationDate timeZone isAllDay text richText tags starred photos videos audios pdfAttachments'.split(' '),
)

function readEntry(fields: Fields, material: Material): JournalEntry | null {
  const { leftOut } = material
  const zone = textOf(fields['timeZone']).replaceAll('\\/', '/')
  const time = localTime(fields['creationDate'], zone, material.timeZone)
  const written = textOf(fields['text'])
  const source = written.trim() === '' ? markdownOfRichText(textOf(fields['richText'])) : withoutEscapes(written)
  if (time === null) {
    leftOut.entry('unreadable', source.slice(0, 40) || textOf(fields['uuid']))
    return null
  }
  leftOut.fieldsOf(fields, imported)
  const tags = Array.isArray(fields['tags']) ? fields['tags'].map(textOf) : []
  return {
    ...time,
    clock: fields['isAllDay'] === true ? null : time.clock,
    ...takeTitle(withPictures(source.replaceAll(/\r\n?/g, '\n'), fields, material)),
    tags,
    isStarred: fields['starred'] === true,
  }
}

/** Gives the moments in a text their addresses, and adds the pictures that the text does not show. */
function withPictures(source: string, fields: Fields, { pictures, leftOut }: Material): string {
  const photos = new Map(
    objectsOf(fields['photos'])
      .toSorted((a, b) => orderOf(a) - orderOf(b))
      .map((photo) => [textOf(photo['identifier']).toUpperCase(), photo] as const),
  )
  const shown = new Set<string>()
  for (const name of ['videos', 'audios', 'pdfAttachments']) {
    for (const file of objectsOf(fields[name])) leftOut.media(fileOf(file))
  }
  const addressOf = (photo: Fields, alt = '') => {
    const name = fileOf(photo)
    return pictures.addressOf(name, { alt, caption: textOf(photo['caption']) }, 'photos') ?? name
  }
  const text = placePictures(source, /dayone-moment:/i, ({ url, alt }) => {
    const [, kind, id = ''] = /^dayone-moment:\/(\/|\w+\/)([0-9a-f]+)$/i.exec(url) ?? []
    if (kind === undefined) return null
    const photo = photos.get(id.toUpperCase())
    if (photo === undefined) return { words: alt }
    shown.add(id.toUpperCase())
    return { address: addressOf(photo, alt) }
  })
  const others = [...photos].filter(([id]) => !shown.has(id)).map(([, photo]) => `![](${addressOf(photo)})`)
  return [text.trimEnd(), ...others].filter(Boolean).join('\n\n')
}

/** The name of an attachment's file in the zip. */
function fileOf(attachment: Fields): string {
  const stem = textOf(attachment['md5']) || textOf(attachment['identifier'])
  const type = textOf(attachment['type']) || textOf(attachment['format'])
  const name = type === '' ? stem : `${stem}.${type}`
  // It becomes an address in a text.
  return name.replaceAll(/[^\w.-]/g, '') || 'attachment'
}

function orderOf(photo: Fields): number {
  const order = photo['orderInEntry']
  return typeof order === 'number' ? order : 0
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
