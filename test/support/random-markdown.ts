import * as fc from 'fast-check'
import { newTrip } from '../../electron/journal/edits/new-trip.ts'
import { newEntry } from '../../electron/shared/entries/new-entry.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { somePhoto } from './photos.ts'
import { someTrip } from './trips.ts'

const signs = [
  '* ** _ __ ~~ ~ ` `` [ ] ( ) \\ \\* & &amp; &nbsp; " “ ’ – 1. 2) - # + = > | : ! $ ^ … é 日本 🎯 [^1] [a](https://x.example)',
  "' www.ex.example https://ex.example/a <https://x.example/a_b> a@b.example a@b.example_c snake_case D&I C#",
].flatMap((line) => line.split(' '))
const spaced = [
  '  \n',
  '\\\n',
  ' • ',
  '[ ]',
  '[x]',
  '[photo: a (b)]',
  '{{< x "y_z" >}}',
  `![alt](photo:${somePhoto.id} "cap")`,
]

/** Parts of a line: words, and every character that could be mistaken for markup. */
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[a-z]{1,6}$/) },
  { weight: 2, arbitrary: fc.constantFrom(' ', '\n') },
  { weight: 4, arbitrary: fc.constantFrom(...signs, ...spaced) },
)
const line = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''))
const flatLine = line.map((text) => text.replace(/\n/g, ' '))

const starts = '# |### |- |1. |3) |> |> > |- [ ] |- [x] |    |- a\n  - |> a\n>\n> '.split('|')
const blocks = [
  '---|***|a\n===|b\n---|[^1]: note|  - nested|    - deeper|   para in item|> - q|- > q|- ```\n  c\n  ```|1. # h',
  '[r]: https://r.example|[r]|&#32;x|\t- t|-|-\n  a|* x\n\n\n* y|+ p|-\n[ ] a',
].flatMap((several) => several.split('|'))

const block = fc.oneof(
  line,
  line,
  fc.tuple(fc.constantFrom(...starts), line).map(([start, text]) => start + text),
  line.map((text) => `\`\`\`js\n${text}\n\`\`\``),
  fc.tuple(flatLine, flatLine).map(([a, b]) => `| a | ${a} |\n|---|:-:|\n| ${b} | c |`),
  fc.constantFrom(...blocks),
)

/** A text that nobody would write, but could. */
export const randomMarkdown = fc
  .array(fc.tuple(block, fc.constantFrom('\n', '\n\n', '\n\n')), { maxLength: 6 })
  .map((parts) => parts.map(([text, end]) => text + end).join(''))

/** A trip with a report by day: a lead, some entries with and without headings, a closing. */
export const randomTrip: fc.Arbitrary<Trip> = fc
  .record({
    lead: randomMarkdown,
    entries: fc.array(fc.record({ text: randomMarkdown, heading: fc.option(line, { nil: null }) }), { maxLength: 3 }),
    closing: randomMarkdown,
    headingLevel: fc.constantFrom(1 as const, 2 as const, 3 as const),
  })
  .map(({ lead, entries, closing, headingLevel }) => {
    const trip = newTrip(someTrip())
    trip.photos.push(somePhoto)
    trip.report = { ...trip.report, lead, headingLevel, closing: { heading: 'Last Remarks', text: closing } }
    for (const { text, heading } of entries) {
      const entry = { ...newEntry('note', '2026-04-14', null), text }
      trip.entries.push(entry)
      trip.report.entries[entry.id] = { include: true, heading, excerpt: null, talk: null }
    }
    return trip
  })
