import { expect, test } from 'vitest'
import { readJournal } from '../../../support/journals.ts'
import { valueOf } from '../../../support/library.ts'
import { file } from '../../../support/reports.ts'

/** A line of a list: its words, its style, how deep it is, and more attributes. */
type Line = readonly [text: string, listStyle: string, indentLevel: number, more?: Record<string, unknown>]

async function readLines(...lines: readonly Line[]): Promise<string> {
  const contents = lines.map(([text, listStyle, indentLevel, more]) => ({
    text: `${text}\n`,
    attributes: { line: { listStyle, indentLevel, ...more } },
  }))
  const journal = {
    metadata: { version: '1.0' },
    entries: [{ creationDate: '2026-04-14T07:00:00Z', richText: JSON.stringify({ meta: { version: 1 }, contents }) }],
  }
  return valueOf(await readJournal([file('Journal.json', JSON.stringify(journal))])).trip.entries[0]?.text ?? ''
}

test('lists in lists keep their depth, their numbers and their boxes', async () => {
  const text = await readLines(
    ['tea', 'bulleted', 1],
    ['green', 'numbered', 2, { listIndex: 1 }],
    ['sencha', 'checkbox', 3, { checked: true }],
    ['matcha', 'checkbox', 3, { checked: false }],
    ['black', 'numbered', 2, { listIndex: 2 }],
    ['soup', 'bulleted', 1],
    ['miso', 'bulleted', 2],
  )
  expect(text).toBe('- tea\n  1. green\n     - [x] sencha\n     - [ ] matcha\n  2. black\n- soup\n  - miso')
})

test('a list that leaves out a level, or begins inside, loses no item and keeps the order', async () => {
  const text = await readLines(
    ['inside', 'bulleted', 2],
    ['one', 'bulleted', 1],
    ['deep', 'bulleted', 3],
    ['less deep', 'bulleted', 2],
    ['two', 'bulleted', 1],
  )
  expect(text).toBe('- inside\n- one\n  - deep\n  - less deep\n- two')
})

test('a list of another style at the same depth is a list of its own, and numbers go on after an interruption', async () => {
  const text = await readLines(
    ['tea', 'bulleted', 1],
    ['first', 'numbered', 1, { listIndex: 1 }],
    ['words between', 'none', 0],
    ['second', 'numbered', 1, { listIndex: 2 }],
    ['part', 'bulleted', 2],
  )
  expect(text).toBe('- tea\n\n1. first\n\nwords between\n\n2. second\n   - part')
})

test('a list that is deeper than anybody writes is read to its end', async () => {
  const text = await readLines(
    ...Array.from({ length: 5000 }, (_, index): Line => [`item${index}`, 'bulleted', index + 1]),
  )
  expect(text.match(/item\d+/g)).toHaveLength(5000)
})
