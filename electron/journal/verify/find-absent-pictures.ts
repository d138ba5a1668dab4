import { entryNameParam } from '../../shared/entries/entry-name.ts'
import { type Message, message } from '../../shared/messages/message.ts'
import type { Entry, Trip } from '../../shared/trip.ts'
import { eachNode } from '../markdown/map-nodes.ts'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import { photoIdIn } from '../report/show-pictures.ts'

/** Returns a problem for each text of a trip that shows pictures which the trip does not have. */
export function findAbsentPictures(trip: Trip): Message[] {
  const photos = new Set(trip.photos.map(({ id }) => id))
  const problems: Message[] = []
  for (const { text, problem } of textsOf(trip)) {
    const count = new Set(picturesIn(text).filter((id) => !photos.has(id))).size
    if (count > 0) problems.push(problem(count))
  }
  return problems
}

interface CheckedText {
  text: string
  /** @param count the number of pictures that it shows and the trip does not have */
  problem: (count: number) => Message
}

function* textsOf({ entries, deleted, report }: Trip): Generator<CheckedText> {
  const known = new Map(entries.map((entry) => [entry.id, nameAndDay(entry)]))
  for (const entry of entries) {
    const named = nameAndDay(entry)
    yield { text: entry.text, problem: (count) => message('verify.finding.absent.entry', { ...named, count }) }
  }
  for (const { entry } of deleted) {
    const named = nameAndDay(entry)
    yield { text: entry.text, problem: (count) => message('verify.finding.absent.deleted-entry', { ...named, count }) }
  }
  yield { text: report.lead, problem: (count) => message('verify.finding.absent.lead', { count }) }
  yield { text: report.closing.text, problem: (count) => message('verify.finding.absent.closing', { count }) }
  for (const [id, { excerpt }] of Object.entries(report.entries)) {
    if (excerpt === null) continue
    const named = known.get(id)
    yield {
      text: excerpt,
      problem: (count) =>
        named === undefined
          ? message('verify.finding.absent.lost-excerpt', { count })
          : message('verify.finding.absent.excerpt', { ...named, count }),
    }
  }
}

function nameAndDay(entry: Entry) {
  return { name: entryNameParam(entry), day: { day: entry.day } }
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
