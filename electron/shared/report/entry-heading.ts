import { entryTitle } from '../entries/entry-name.ts'
import type { Entry, Report, TalkStyle } from '../trip.ts'
import { type Inclusions, recordOf } from './report-entry.ts'

/** The heading of an entry in the post: Markdown written for it, or the plain words of its title. */
export interface EntryHeading {
  words: string
  isMarkdown: boolean
}

type Rules = Inclusions & Pick<Report, 'entryHeadings' | 'talks'>

/** The heading of an entry in the post; `null` if it has none. */
export function entryHeading(report: Rules, entry: Entry): EntryHeading | null {
  const written = recordOf(report, entry.id).heading
  if (written !== null) return written.trim() === '' ? null : { words: written, isMarkdown: true }
  const isWanted = entry.kind === 'talk' ? talkStyleOf(report, entry.id) === 'heading' : report.entryHeadings
  const words = entryTitle(entry)
  return isWanted && words !== '' ? { words, isMarkdown: false } : null
}

/** How the title, speakers and links of a talk appear. */
export function talkStyleOf(report: Inclusions & Pick<Report, 'talks'>, entryId: string): TalkStyle {
  return recordOf(report, entryId).talk ?? report.talks
}
