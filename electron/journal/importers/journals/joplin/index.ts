import { message } from '../../../../shared/messages/message.ts'
import { fail, ok } from '../../../../shared/result.ts'
import { lastPart } from '../../open-bundle.ts'
import { markdownOfHtml } from '../html-text.ts'
import { eachReported, type JournalEntry, type JournalFormat, type Material } from '../journal-format.ts'
import { localTime } from '../local-time.ts'
import { placePictures, type NewPlace } from '../place-pictures.ts'
import { lineOf, trimText } from '../take-title.ts'
import { itemTypes, type JoplinItem, readItem } from './read-item.ts'

/** The exports of Joplin with all that it knows: JEX, which is a tar, and RAW, the same files in a folder. */
export const joplin: JournalFormat = {
  id: 'joplin',
  name: message('import.format.joplin'),
  detect: ({ texts }) => texts.some(({ text }) => text.includes('\ntype_:') && readItem(text) !== null),
  read(material) {
    const { bundle, leftOut, reportProgress } = material
    const items: JoplinItem[] = []
    for (const { name, text } of bundle.texts) {
      const item = readItem(text)
      if (item !== null) items.push(item)
      // The text of an attachment is in the folder of attachments.
      else leftOut.file(lastPart(name))
    }
    const notebook = new Notebook(items)
    const notes = items.filter(({ fields }) => fields['type_'] === itemTypes.note)
    const readable = notes.filter((note) => isReadable(note, leftOut))
    if (readable.length === 0 && items.some(isEncrypted)) return fail('import.encrypted-joplin')
    const entries: JournalEntry[] = []
    eachReported(readable, reportProgress, (note) => {
      const entry = readNote(note, notebook, material)
      if (entry === null) leftOut.entry('unreadable', note.title)
      else entries.push(entry)
    })
    return ok({ title: notebook.onlyFolder() ?? 'Joplin', entries })
  },
}

/** What belongs to notes: their notebooks, tags and attachments. */
class Notebook {
  readonly resources: ReadonlyMap<string, JoplinItem>
  readonly noteIds: ReadonlySet<string>
  readonly #folders: ReadonlyMap<string, string>
  readonly #tags = new Map<string, string[]>()

  constructor(items: readonly JoplinItem[]) {
    const ofType = (type: string) => items.filter(({ fields }) => fields['type_'] === type)
    const byId = (type: string) => new Map(ofType(type).map((item) => [item.fields['id'] ?? '', item]))
    this.resources = byId(itemTypes.resource)
    this.noteIds = new Set(byId(itemTypes.note).keys())
    this.#folders = new Map([...byId(itemTypes.folder)].map(([id, { title }]) => [id, title]))
    const tags = byId(itemTypes.tag)
    for (const { fields } of ofType(itemTypes.noteTag)) {
      const name = tags.get(fields['tag_id'] ?? '')?.title
      const note = fields['note_id'] ?? ''
      if (name !== undefined) this.#tags.set(note, [...(this.#tags.get(note) ?? []), name])
    }
  }

  /** The name of the only notebook; `null` if there are several. */
  onlyFolder(): string | null {
    const [name, ...others] = this.#folders.values()
    return name === undefined || others.length > 0 ? null : name
  }

  /** The tags of a note. Of several notebooks, the name is one too. */
  tagsOf({ fields }: JoplinItem): string[] {
    const folder = this.#folders.size > 1 ? this.#folders.get(fields['parent_id'] ?? '') : undefined
    return [...(this.#tags.get(fields['id'] ?? '') ?? []), ...(folder === undefined ? [] : [folder])]
  }
}

function isEncrypted({ fields }: JoplinItem): boolean {
  return fields['encryption_applied'] === '1'
}

function isReadable(note: JoplinItem, leftOut: Material['leftOut']): boolean {
  const { is_conflict: conflict, deleted_time: deleted = '0' } = note.fields
  const reason = isEncrypted(note)
    ? 'encrypted'
    : conflict === '1'
      ? 'conflict'
      : deleted !== '0' && deleted !== ''
        ? 'deleted'
        : null
  if (reason !== null) leftOut.entry(reason, note.title || (note.fields['id'] ?? ''))
  return reason === null
}

/** Fields that are imported, or that only say how Joplin keeps the note. */
const imported = new Set(
  'id parent_id type_ created_time user_created_time markup_language is_conflict deleted_time encryption_cipher_text encryption_applied master_key_id conflict_original_id is_shared share_id order user_data'.split(
    ' ',
  ),
)

function readNote(note: JoplinItem, notebook: Notebook, material: Material): JournalEntry | null {
  const { fields, title, body } = note
  const time = localTime(fields['user_created_time'] || fields['created_time'], '', material.timeZone)
  if (time === null) return null
  material.leftOut.fieldsOf(fields, imported)
  const source = body.replaceAll(/\r\n?/g, '\n')
  const place = (url: string, alt: string, caption: string) => placeOf(url, { alt, caption }, notebook, material)
  const text =
    fields['markup_language'] === '2'
      ? markdownOfHtml(
          source.replaceAll(/\bsrc=(["']):\/([0-9a-f]{32})/g, 'src=$1photo:$2'),
          material.leftOut,
          (image) => place(image.url.replace(/^photo:/, ':/'), image.alt, image.caption),
        )
      : placePictures(withoutImageTags(source), /:\/[0-9a-f]{32}/, ({ url, alt, caption }) => place(url, alt, caption))
  return { ...time, title: lineOf(title), text: trimText(text), tags: notebook.tagsOf(note), isStarred: false }
}

/** Joplin writes pictures whose size was changed as HTML. */
function withoutImageTags(source: string): string {
  return source.replaceAll(/<img\b[^<>]*>/gi, (tag) => {
    const [, id] = /\bsrc=["']:\/([0-9a-f]{32})["']/i.exec(tag) ?? []
    const [, alt = ''] = /\balt=["']([^"'<>[\]\\]*)["']/i.exec(tag) ?? []
    return id === undefined ? tag : `![${alt}](:/${id})`
  })
}

/** What becomes of a link or picture: Joplin names attachments and other notes by their ids. */
function placeOf(
  url: string,
  words: { alt: string; caption: string },
  { resources, noteIds }: Notebook,
  { pictures, leftOut }: Material,
): NewPlace {
  const [, id] = /^:\/([0-9a-f]{32})(?:#.*)?$/.exec(url) ?? []
  if (id === undefined) return null
  const resource = resources.get(id)
  if (noteIds.has(id)) {
    leftOut.link(words.alt || id)
    return { address: '#' }
  }
  const { mime = '', file_extension: extension = '', filename = '' } = resource?.fields ?? {}
  const name = extension === '' ? id : `${id}.${extension}`
  const shown = resource?.title || filename || name
  if (mime !== '' && !mime.startsWith('image/')) {
    leftOut.media(shown)
    return { address: encodeURI(shown.replaceAll(/[\s()<>]/g, '-')) }
  }
  const found = pictures.find(name) === null ? pictures.findByStem(id) : name
  return { address: pictures.addressOf(found ?? name, words) ?? name }
}
