import { type Entry, entryKinds, type EntryKind, type Section, type Trip } from '../trip.ts'
import { assertNever } from '../result.ts'
import { arrangeByTheme } from './arrange-report.ts'
import { automaticDayHeading } from './day-heading.ts'
import { wordsOf } from './language.ts'

/** What sections can be made of. */
export const sectionSources = ['days', 'tags', 'highlights', 'kinds'] as const
export type SectionSource = (typeof sectionSources)[number]

/**
 * Sections for the entries of a trip that are in none. An entry with several tags goes to the first of them; entries
 * without a tag or a star stay where they are. There is no section for private entries alone: it would never be in the
 * post, and its heading is for nobody else.
 *
 * @param newId makes the id of a section
 */
export function sectionsFrom(trip: Trip, source: SectionSource, newId: () => string): Section[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of arrangeByTheme(trip).unplaced) {
    const heading = headingFor(trip, entry, source)
    if (heading !== null) groups.set(heading, [...(groups.get(heading) ?? []), entry])
  }
  const made = [...groups].filter(([, entries]) => entries.some((entry) => !entry.private))
  const ordered = source === 'kinds' ? made.toSorted(([, a], [, b]) => kindOrder(a) - kindOrder(b)) : made
  return ordered.map(([heading, entries]) => ({ id: newId(), heading, entryIds: entries.map(({ id }) => id) }))
}

function headingFor(trip: Trip, entry: Entry, source: SectionSource): string | null {
  const words = wordsOf(trip.language)
  switch (source) {
    case 'days':
      return trip.report.dayHeadings.own[entry.day] || automaticDayHeading(trip, entry.day)
    case 'tags': {
      const tag = entry.tags.find((one) => one.trim() !== '')?.trim()
      return tag === undefined ? null : tag.slice(0, 1).toLocaleUpperCase(trip.language) + tag.slice(1)
    }
    case 'highlights':
      return entry.highlight ? words.highlights : null
    case 'kinds':
      return words.kinds[entry.kind]
    default:
      return assertNever(source)
  }
}

/** Talks come first, as in the table of kinds. */
function kindOrder([first]: readonly Entry[]): number {
  const kinds: readonly EntryKind[] = entryKinds
  return first === undefined ? kinds.length : kinds.indexOf(first.kind)
}
