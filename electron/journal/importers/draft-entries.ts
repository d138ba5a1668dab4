import type { Heading } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { firstWords } from '../../shared/entries/entry-name.ts'
import type { DraftEntry } from '../../shared/import-draft.ts'
import { type DayRef, firstDayRef } from '../../shared/import-days.ts'
import { dayOfHeading } from './day-headings.ts'
import type { SplitReport } from './split-report.ts'
import { recogniseTalks, type TalkHeading } from './talks/recognise-talks.ts'

/** The maximum in the trip's schema. */
const MAX_TITLE = 10_000
/** How much of an entry's text may say who speaks, in UTF-16 units. */
const SEARCHED = 5_000

/** The words of a heading on one line, if any; otherwise empty. */
export function wordsOfHeading(heading: Heading | null): string {
  return heading === null ? '' : toString(heading).replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE)
}

/** A part of a report that becomes an entry, in the order of the report. */
interface Part {
  /** The heading that says what it is about; `null` if it has none. */
  heading: Heading | null
  title: string
  text: string
  parent: string
  section: number
  day: DayRef | null
}

/**
 * What the parts of a report are: talks with their speakers, or notes, and on which days.
 *
 * @param title the report's title, which a report without headings has as its only entry
 * @param language BCP 47
 * @param start the day of what is above all headings that name one
 */
export function draftEntries(
  split: SplitReport,
  source: string,
  { title, language, start = firstDayRef }: { title: string; language: string; start?: DayRef },
): DraftEntry[] {
  const parts = partsOf(split, source, title)
  const candidates = parts.map(({ heading, text, parent }): TalkHeading => {
    const words = wordsOfHeading(heading)
    // A heading with a day is not the title of a talk.
    return { words: dayOfHeading(words) === null ? words : '', isLink: linkOf(heading) !== '', text, parent }
  })
  const talks = recogniseTalks(candidates, language)
  let day = start
  return parts.map((part, index) => {
    day = part.day ?? day
    const talk = talks[index] ?? null
    return {
      kind: talk === null ? 'note' : 'talk',
      title: talk?.title ?? part.title,
      speakers: talk?.speakers ?? [],
      session: talk?.session ?? 'talk',
      start: talk?.start ?? null,
      end: talk?.end ?? null,
      day,
      link: talk === null ? '' : linkOf(part.heading),
      beginning: firstWords(part.text),
      section: part.section,
    }
  })
}

function partsOf(split: SplitReport, source: string, title: string): Part[] {
  return split.sections.flatMap((section, index) => {
    const parent = wordsOfHeading(section.heading)
    const ofSection = dayOfHeading(parent)
    return section.entries.map((entry, place): Part => {
      const text = source.slice(entry.text.start, Math.min(entry.text.end, entry.text.start + SEARCHED))
      const day = (place === 0 ? ofSection : null) ?? (entry.heading && dayOfHeading(wordsOfHeading(entry.heading)))
      if (entry.heading !== null) {
        return { heading: entry.heading, title: wordsOfHeading(entry.heading), text, parent, section: index, day }
      }
      // What introduces a section is no entry of the same name; what is all of a section is.
      const isAll = section.entries.length === 1
      const heading = isAll ? section.heading : null
      const own = section.heading === null ? title : isAll ? parent : ''
      return { heading, title: own, text, parent: '', section: index, day }
    })
  })
}

/** The address that a heading links to; empty if it does not link to the web. */
function linkOf(heading: Heading | null): string {
  const link = heading?.children.find((node) => node.type === 'link')
  return link?.type === 'link' && /^https?:\/\//i.test(link.url) && link.url.length <= 2000 ? link.url : ''
}
