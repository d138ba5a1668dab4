import { isAttributionLine } from '../quote-attribution.ts'
import type { Entry } from '../trip.ts'
import { firstSentence } from './first-sentence.ts'
import { type Inclusions, recordOf } from './report-entry.ts'

/** The text of an entry in the post, as Markdown. */
export function tellingText(report: Inclusions, entry: Entry): string {
  const { excerpt } = recordOf(report, entry.id)
  if (excerpt !== null) return excerpt
  return report.texts === 'first-sentence' ? firstSentence(entry.text) : entry.text
}

/** Whether an entry has a text for the post. An empty quote does not count, even if it names its speaker. */
export function hasText(report: Inclusions, entry: Entry): boolean {
  const text = tellingText(report, entry)
  if (!/[^\s>]/.test(text)) return false
  // Mostly the first line decides, and there may be very many.
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf('\n', from)
    const to = end === -1 ? text.length : end
    const line = text.slice(from, to)
    if (/[^\s>]/.test(line) && !isAttributionLine(line)) return true
    from = to + 1
  }
  return false
}

/**
 * Whether an entry has anything to tell: a text, the speakers or links of a talk, or a heading that was written for the
 * post. A title alone is left out of the post: it would be a heading with nothing below it.
 */
export function hasContent(report: Inclusions, entry: Entry): boolean {
  if (hasText(report, entry)) return true
  if ((recordOf(report, entry.id).heading ?? '').trim() !== '') return true
  if (entry.kind !== 'talk') return false
  return (
    entry.speakers.some(
      ({ name, role, affiliation }) =>
        name.trim() !== '' && !(isSameName(name, entry.title) && (role + affiliation).trim() === ''),
    ) || entry.links.some(({ label, url }) => label.trim() !== '' || url.trim() !== '')
  )
}

/** Whether two names differ in nothing but case and spaces. */
export function isSameName(a: string, b: string): boolean {
  return plainName(a) === plainName(b)
}

const plainName = (name: string) => name.replaceAll(/\s+/g, ' ').trim().toLowerCase()
