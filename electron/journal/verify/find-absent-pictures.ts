import { entryName } from '../../shared/entries/entry-name.ts'
import type { Entry, Trip } from '../../shared/trip.ts'
import { eachNode } from '../markdown/map-nodes.ts'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import { photoIdIn } from '../report/show-pictures.ts'

/** Returns a sentence for each text of a trip that shows pictures which the trip does not have. */
export function findAbsentPictures(trip: Trip): string[] {
  const photos = new Set(trip.photos.map(({ id }) => id))
  const sentences: string[] = []
  for (const [name, text] of textsOf(trip)) {
    const absent = new Set(picturesIn(text).filter((id) => !photos.has(id))).size
    if (absent > 0) {
      const what = absent === 1 ? 'a picture' : `${absent} pictures`
      sentences.push(`${name} shows ${what} that the trip does not have.`)
    }
  }
  return sentences
}

function* textsOf({ entries, deleted, report }: Trip): Generator<[name: string, text: string]> {
  const names = new Map<string, string>()
  for (const entry of entries) {
    names.set(entry.id, nameWithDay(entry))
    yield [`The text of ${nameWithDay(entry)}`, entry.text]
  }
  for (const { entry } of deleted) yield [`The text of ${nameWithDay(entry)}, which was deleted,`, entry.text]
  yield ['The lead of the report', report.lead]
  yield ['The closing of the report', report.closing.text]
  for (const [id, { excerpt }] of Object.entries(report.entries)) {
    if (excerpt !== null) yield [`What the report tells of ${names.get(id) ?? 'an entry that is gone'}`, excerpt]
  }
}

function nameWithDay(entry: Entry): string {
  return `"${entryName(entry)}" of ${entry.day}`
}

function picturesIn(text: string): string[] {
  // Most texts show no pictures, and searching for the word is faster than parsing Markdown.
  if (!text.includes('photo:')) return []
  const ids: string[] = []
  eachNode(parseMarkdown(text), (node) => {
    const id = node.type === 'image' || node.type === 'definition' ? photoIdIn(node.url) : null
    if (id !== null) ids.push(id)
  })
  return ids
}
