import { message } from '../../../../shared/messages/message.ts'
import { fail, ok } from '../../../../shared/result.ts'
import {
  type Fields,
  fieldsOf,
  firstWords,
  isFields,
  objectsOf,
  wordsOf,
} from '../../../programmes/formats/json-fields.ts'
import type { Bundle } from '../../importer.ts'
import { lastPart } from '../../open-bundle.ts'
import { readDay } from '../../read-day.ts'
import { eachReported, type JournalEntry, type JournalFormat } from '../journal-format.ts'
import { jsonOf } from '../json-texts.ts'
import { readLocalTime } from '../local-time.ts'
import { lineOf, trimText } from '../take-title.ts'
import { readLines } from './read-lines.ts'

type Text = Bundle['texts'][number]

/** A journal of jrnl: its own text file, or what `jrnl --export json` writes. */
export const jrnl: JournalFormat = {
  id: 'jrnl',
  name: message('import.format.jrnl'),
  detect: ({ texts }) =>
    texts.some((text) => entriesIn(text) !== null || readLines(text.text) !== null || isEncrypted(text)),
  read({ bundle, leftOut, reportProgress }) {
    const entries: JournalEntry[] = []
    const unread = bundle.texts.filter((text) => {
      const exported = entriesIn(text)
      if (exported !== null) {
        eachReported(exported, reportProgress, (fields) => {
          const entry = readEntry(fields)
          if (entry === null) return leftOut.entry('unreadable', firstWords(fields, 'title', 'date'))
          leftOut.fieldsOf(fields, imported)
          entries.push(entry)
        })
        return false
      }
      const written = readLines(text.text)
      if (written !== null) entries.push(...written)
      return written === null
    })
    if (entries.length === 0 && unread.some(isEncrypted)) return fail('import.encrypted-jrnl')
    for (const { name } of unread) leftOut.file(lastPart(name))
    return ok({ title: '', entries })
  },
}

/** An identifier says nothing to anybody. */
const imported = new Set(['title', 'body', 'date', 'time', 'tags', 'starred', 'uuid'])

function entriesIn(text: Text): readonly Fields[] | null {
  const { entries } = fieldsOf(jsonOf(text))
  if (!Array.isArray(entries)) return null
  const [first] = entries as readonly unknown[]
  return isFields(first) && 'date' in first && 'title' in first && 'body' in first ? objectsOf(entries) : null
}

function readEntry({ title, body, date, time, tags, starred }: Fields): JournalEntry | null {
  const when = readLocalTime(`${wordsOf(date)} ${wordsOf(time)}`, readDay)
  if (when === null) return null
  return {
    ...when,
    title: typeof title === 'string' ? lineOf(title) : '',
    text: typeof body === 'string' ? trimText(body.replaceAll(/\r\n?/g, '\n')) : '',
    tags: Array.isArray(tags) ? tags.flatMap((tag) => (typeof tag === 'string' ? [tag.replace(/^[@#]/, '')] : [])) : [],
    isStarred: starred === true,
  }
}

/** jrnl encrypts its file with Fernet, whose tokens all begin alike, with a salt before it in newer versions. */
function isEncrypted({ text }: Text): boolean {
  return /^\s*gAAAA[\w-]{40,}=*\s*$/.test(text)
}
