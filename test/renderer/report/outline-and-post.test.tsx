import { cleanup, render } from '@testing-library/react'
import * as fc from 'fast-check'
import type { RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { expect, test } from 'vitest'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import {
  dayHeadingStyles,
  defaultReportEntry,
  type Entry,
  type Report,
  type ReportEntry,
  type Section,
  type Trip,
} from '../../../electron/shared/trip.ts'
import { Outline } from '../../../renderer/report/outline-pane.tsx'
import {
  idOf,
  withDeleted,
  writtenEncounter,
  writtenNote,
  writtenTalk,
  writtenTrip,
} from '../../support/written-trip.ts'

/** A part of a report: its heading, and its entries by their texts. */
interface Part {
  heading: string
  entries: ToldEntry[]
}

interface ToldEntry {
  text: string
  /** The heading of the entry; `null` if it has none. */
  heading: string | null
}

const oneLine = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim()

/** What the outline on the screen says about the content of the post. */
function partsOnScreen(trip: Trip): Part[] {
  const { container } = render(<Outline trip={trip} onEdit={() => undefined} />)
  const groups = [...container.querySelectorAll('.outline-group:not(.outline-unplaced)')]
  return groups.flatMap((group) => {
    const number = oneLine(group.querySelector('.outline-number')?.textContent)
    const written = oneLine(group.querySelector<HTMLInputElement>('.outline-heading input')?.value)
    const rows = [...group.querySelectorAll<HTMLElement>('[data-entry-id]')]
    const told = rows.filter((row) => row.querySelector<HTMLInputElement>('input[type=checkbox]')?.checked)
    const isBeingMade = group.textContent.includes('Nothing in it yet') && written !== ''
    if (told.length === 0 && !isBeingMade) return []
    return [{ heading: oneLine(`${number} ${written}`), entries: told.map((row) => entryInRow(trip, row)) }]
  })
}

function entryInRow(trip: Trip, row: HTMLElement): ToldEntry {
  const entry = trip.entries.find(({ id }) => id === row.dataset['entryId'])
  if (!entry) throw new Error('The outline shows an entry that is not in the trip.')
  const isUntitled = (entry.kind === 'encounter' ? entry.who : entry.title).trim() === ''
  const name = row.querySelector('.outline-row-name')?.textContent ?? ''
  return { text: oneLine(entry.text), heading: isUntitled ? null : name }
}

/** What the post contains. Its section headings are on level 2, and those of entries on level 3. */
function partsOfPost(trip: Trip): Part[] {
  const parts: Part[] = []
  let entryHeading: string | null = null
  // Entries of a part without a heading belong to the part above: the outline is flattened in the same way.
  for (const block of composePost(trip).post.tree.children) {
    if (isHeading(block, 2)) parts.push({ heading: oneLine(toString(block)), entries: [] })
    else if (isHeading(block, 3)) entryHeading = toString(block)
    else {
      if (parts.length === 0) parts.push({ heading: '', entries: [] })
      parts.at(-1)?.entries.push({ text: toString(block), heading: entryHeading })
      entryHeading = null
    }
  }
  return parts
}

function isHeading(block: RootContent, depth: number): boolean {
  return block.type === 'heading' && block.depth === depth
}

/** Parts without a heading, joined to the part above them, as readers of the post see them. */
function asRead(parts: readonly Part[]): Part[] {
  const read: Part[] = []
  for (const part of parts) {
    const above = read.at(-1)
    if (part.heading === '' && above) above.entries.push(...part.entries)
    else read.push({ heading: part.heading, entries: [...part.entries] })
  }
  return read
}

const days = ['2026-04-13', '2026-04-14', '2026-04-15', '2026-04-17']
const title = fc.constantFrom('', ' ', 'Keynote', ' Tea  &\ncake ', '__init__', 'C #')
const heading = fc.constantFrom('', ' ', 'Talks', '1. Talks', ' City  walks ', 'C #', '*Food*')
/** A section's heading as it appears in the post, without its Markdown marks. */
const plain = (parts: Part[]) => parts.map((part) => ({ ...part, heading: part.heading.replaceAll('*', '') }))

function entryOf(number: number): fc.Arbitrary<Entry> {
  const fields = { day: fc.constantFrom(...days), private: fc.boolean(), text: fc.constant(`Text ${number}.`) }
  return fc.oneof(
    fc.record({ ...fields, title }).map((changes) => writtenNote(number, changes)),
    fc.record({ ...fields, title }).map((changes) => writtenTalk(number, changes)),
    fc.record({ ...fields, who: title }).map(({ who, ...changes }) => writtenEncounter(number, { ...changes, who })),
  )
}

const entries = fc.nat(7).chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => entryOf(index))))
/** Some of them are of entries that the trip does not have. */
const entryId = fc.nat(8).map(idOf)
const record: fc.Arbitrary<ReportEntry> = fc.boolean().map((include) => ({ ...defaultReportEntry, include }))
const section: fc.Arbitrary<Section> = fc.record({
  id: fc.uuid(),
  heading,
  entryIds: fc.array(entryId, { maxLength: 4 }),
})

const report: fc.Arbitrary<Partial<Report>> = fc.record({
  arrangement: fc.constantFrom('day' as const, 'theme' as const),
  dayHeadings: fc.record({
    style: fc.constantFrom(...dayHeadingStyles),
    own: fc.dictionary(fc.constantFrom(...days), heading, { maxKeys: 3 }),
  }),
  sections: fc.array(section, { maxLength: 4 }),
  numberedSections: fc.boolean(),
  entries: fc.dictionary(entryId, record, { maxKeys: 4 }),
})

const trip = fc.record({ entries, report, deleted: fc.array(entryId, { maxLength: 2 }) }).map((made) => {
  const written = writtenTrip({ entries: made.entries })
  const told = { ...written, report: { ...written.report, ...made.report } }
  return made.deleted.reduce((before, id) => withDeleted(before, id, before.updatedAt), told)
})

test('what the outline of a report shows is what its post contains, in the same order and with the same numbers', () => {
  fc.assert(
    fc.property(trip, (made) => {
      try {
        expect(plain(asRead(partsOnScreen(made)))).toEqual(partsOfPost(made))
      } finally {
        cleanup()
      }
    }),
    { numRuns: 60 },
  )
})
