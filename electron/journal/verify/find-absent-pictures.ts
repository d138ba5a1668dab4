import { entryNameParam } from '../../shared/entries/entry-name.ts'
import { type Message, message } from '../../shared/messages/message.ts'
import { messageOf } from '../../shared/result.ts'
import type { Entry, Trip } from '../../shared/trip.ts'
import { exportThread } from '../exporters/export-thread.ts'

/**
 * Returns a problem for each text of a trip that shows pictures which the trip does not have. The texts are parsed in a
 * thread, because that can take long.
 */
export async function findAbsentPictures(trip: Trip): Promise<Message[]> {
  const photos = new Set(trip.photos.map(({ id }) => id))
  // Most texts show no pictures, and searching for the word is faster than parsing Markdown.
  const texts = [...textsOf(trip)].filter(({ text }) => text.includes('photo:'))
  if (texts.length === 0) return []
  const shown = await exportThread.run(
    'texts.pictures',
    texts.map(({ text }) => text),
  )
  if (!shown.ok) return [messageOf(shown.error)]
  return texts.flatMap(({ problem }, index) => {
    const count = new Set(shown.value[index]?.filter((id) => !photos.has(id))).size
    return count === 0 ? [] : [problem(count)]
  })
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
  for (const { heading, text = '' } of report.sections) {
    yield { text, problem: (count) => message('verify.finding.absent.section', { name: heading, count }) }
  }
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
