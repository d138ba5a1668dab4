import { message } from '../../../../shared/messages/message.ts'
import { daySchema } from '../../../../shared/time.ts'
import { fail, ok } from '../../../../shared/result.ts'
import { type Fields, fieldsOf, isFields, objectsOf, wordsOf } from '../../../programmes/formats/json-fields.ts'
import type { Bundle } from '../../importer.ts'
import { eachReported, type JournalEntry, type JournalFormat } from '../journal-format.ts'
import { jsonOf } from '../json-texts.ts'
import { lineOf, trimText } from '../take-title.ts'

/** The JSON export of Mini Diary: an entry, or since version 3.4 a list of entries, for each date. */
export const miniDiary: JournalFormat = {
  id: 'mini-diary',
  name: message('import.format.mini-diary'),
  detect: ({ texts }) => texts.some((text) => entriesIn(text) !== null || isEncrypted(text)),
  read({ bundle, leftOut, reportProgress }) {
    const found = bundle.texts.flatMap((text) => entriesIn(text) ?? [])
    if (found.length === 0 && bundle.texts.some(isEncrypted)) return fail('import.encrypted-mini-diary')
    for (const text of bundle.texts) if (entriesIn(text) === null) leftOut.file(text.name)
    const entries: JournalEntry[] = []
    eachReported(found, reportProgress, ([day, fields]) => {
      if (!daySchema.safeParse(day).success) return leftOut.entry('unreadable', day)
      leftOut.fieldsOf(fields, imported)
      const { title, text } = fields
      entries.push({
        day,
        clock: null,
        zone: null,
        title: typeof title === 'string' ? lineOf(title) : '',
        text: typeof text === 'string' ? trimText(text.replaceAll(/\r\n?/g, '\n')) : '',
        tags: [],
        isStarred: false,
      })
    })
    return ok({ title: '', entries })
  },
}

const imported = new Set(['title', 'text', 'id'])

function entriesIn(text: Bundle['texts'][number]): (readonly [string, Fields])[] | null {
  const { metadata, entries } = fieldsOf(jsonOf(text))
  if (!isFields(entries)) return null
  const isNamed = /^mini diary$/i.test(wordsOf(fieldsOf(metadata)['application']))
  const days = Object.entries(entries)
  const isDated = days.length > 0 && days.every(([day]) => /^\d{4}-\d{2}-\d{2}$/.test(day))
  if (!isNamed && !isDated) return null
  return days.flatMap(([day, value]) =>
    (Array.isArray(value) ? objectsOf(value) : [fieldsOf(value)]).map((fields) => [day, fields] as const),
  )
}

/** Mini Diary keeps its own file as one long hexadecimal number. */
function isEncrypted({ text }: Bundle['texts'][number]): boolean {
  return text.length >= 64 && /^[0-9a-f]+\s*$/i.test(text)
}
