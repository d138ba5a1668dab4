import { expect, test } from 'vitest'
import type { ImportDraft } from '../../../electron/shared/import-draft.ts'
import { dayOfEntry } from '../../../electron/shared/import-draft.ts'
import { resolveDay } from '../../../electron/shared/import-days.ts'
import { file, importReport } from '../../support/reports.ts'

function daysIn(name: string, text: string): ImportDraft['days'] {
  return importReport(file(name, text)).draft.days
}

test.each([
  ['date: 2026-6-24', '2026-06-24'],
  ['pubDatetime: 2017-05-02T10:00:00Z', '2017-05-02'],
  ['pubDate: "Jul 08 2022"', '2022-07-08'],
  ['publishDate: 2024-03-01', '2024-03-01'],
  ['published_at: 2024-03-01 10:00', '2024-03-01'],
  ['published: 2024-03-01', '2024-03-01'],
  ['published: true\ncreated: 2024-03-01', '2024-03-01'],
  ['updated: 2024-03-02\ndate: 2024-03-01', '2024-03-01'],
])('the front matter %j gives the date of the post', (field, day) => {
  const { draft, trip } = importReport(file('a.md', `---\ntitle: A\n${field}\n---\nWords.\n`))
  expect(trip.report.publishedOn).toBe(day)
  expect(draft.days).toEqual({ firstDay: day, lastDay: day, source: 'post' })
})

test('metadata without a fence, as Pelican has it, is no part of the text', () => {
  const { draft, trip } = importReport(file('a.md', 'Title: A post\nDate: 2026-04-20 10:20\nTags: a, b\n\nWords.\n'))
  expect([draft.details.title, draft.details.tags, trip.entries[0]?.text]).toEqual(['A post', ['a', 'b'], 'Words.'])
  expect(trip.report.publishedOn).toBe('2026-04-20')
  expect(importReport(file('a.md', 'Note: this is text.\n\nWords.\n')).trip.entries[0]?.text).toContain('Note:')
})

test('Zola’s table of taxonomies has the tags', () => {
  const { draft } = importReport(file('a.md', '+++\ntitle = "A"\n[taxonomies]\ntags = ["x", "y"]\n+++\nWords.\n'))
  expect([draft.details.tags, draft.remarks]).toEqual([['x', 'y'], []])
})

test.each([
  [
    'the name of the file',
    '2026-04-16-a.md',
    'Words.',
    { firstDay: '2026-04-16', lastDay: '2026-04-16', source: 'file' },
  ],
  ['nothing', 'a.md', 'Words.', null],
  [
    'the year of the title',
    'a.md',
    '# Cove 2026\n\nIt was on 14–16 April.',
    { firstDay: '2026-04-14', lastDay: '2026-04-16', source: 'text' },
  ],
  [
    'the year of the post',
    'a.md',
    '---\ntitle: Cove\ndate: 2026-01-10\n---\nIt was from 8 to 10 December.',
    { firstDay: '2025-12-08', lastDay: '2025-12-10', source: 'text' },
  ],
  [
    'the range before the post rather than that of the next year',
    'a.md',
    '---\ntitle: Cove\ndate: 2026-05-10\n---\nIt was on 14-16 April 2026. The next one is on 15-17 April 2027.',
    { firstDay: '2026-04-14', lastDay: '2026-04-16', source: 'text' },
  ],
  [
    'the only date',
    'a.md',
    'We met on 14 April 2026 in the pub.',
    { firstDay: '2026-04-14', lastDay: '2026-04-14', source: 'guess' },
  ],
  [
    'weekdays before the post',
    'a.md',
    '---\ntitle: Cove\ndate: 2026-02-02\n---\n## Saturday\n\nx\n\n## Sunday\n\ny',
    { firstDay: '2026-01-31', lastDay: '2026-02-01', source: 'post' },
  ],
])('the days of a trip come from %s', (_, name, text, days) => {
  expect(daysIn(name, text)).toEqual(days)
})

test('a report whose headings are years apart is about the days that are together', () => {
  const { draft, trip } = importReport(
    file('a.md', '## 3 May 2019\n\nBack then.\n\n## 14 April 2026\n\nx\n\n## 16 April 2026\n\ny\n'),
  )
  expect(draft.days).toEqual({ firstDay: '2026-04-14', lastDay: '2026-04-16', source: 'headings' })
  // What was years before is no day of this trip; nothing of it is lost.
  expect(trip.entries.map(({ day, text }) => [day, text])).toEqual([
    ['2026-04-14', 'Back then.'],
    ['2026-04-14', 'x'],
    ['2026-04-16', 'y'],
  ])
})

test('headings that are years apart, each alone, are about the latest, and are no trip of years', () => {
  const { draft } = importReport(file('a.md', '## 3 May 2019\n\nx\n\n## 14 April 2026\n\ny\n'))
  expect(draft.days).toMatchObject({ firstDay: '2026-04-14', lastDay: '2026-04-14' })
})

test('a day that is counted or named moves with the trip, and a date does not', () => {
  const trip = { firstDay: '2026-04-14', lastDay: '2026-04-16' }
  expect(resolveDay({ by: 'number', number: 2 }, trip)).toBe('2026-04-15')
  expect(resolveDay({ by: 'weekday', weekday: 4 }, trip)).toBe('2026-04-16')
  expect(resolveDay({ by: 'weekday', weekday: 1 }, trip)).toBe('2026-04-13')
  expect(resolveDay({ by: 'month-day', month: 4, day: 15 }, trip)).toBe('2026-04-15')
  expect(resolveDay({ by: 'date', date: '2026-04-16' }, trip)).toBe('2026-04-16')
  expect(resolveDay({ by: 'date', date: '2019-04-16' }, trip)).toBeNull()
})

/** One of several posts about one journey. */
const post = (day: number, date: string, text: string) =>
  file(`${day}/index.md`, `---\ntitle: "Cove 2026 - Day ${day}"\ndate: ${date}\n---\nHello from day ${day}.\n\n${text}`)

test('several posts about one journey become one trip, in the order of their dates', () => {
  const { draft, trip } = importReport(
    post(2, '2026-04-16', '# Boats - Ola Nordmann\n\nOla.\n'),
    post(1, '2026-04-14', '# Clocks - Jane Doe\n\nJane.\n'),
  )
  expect(draft).toMatchObject({
    details: { title: 'Cove 2026' },
    days: { firstDay: '2026-04-14', lastDay: '2026-04-15' },
    sections: ['Cove 2026 - Day 1', 'Cove 2026 - Day 2'],
  })
  const days = draft.days ?? { firstDay: '', lastDay: '' }
  expect(draft.entries.map((entry) => [entry.kind, entry.title, dayOfEntry(entry, days)])).toEqual([
    ['note', 'Cove 2026 - Day 1', '2026-04-14'],
    ['talk', 'Clocks', '2026-04-14'],
    ['note', 'Cove 2026 - Day 2', '2026-04-15'],
    ['talk', 'Boats', '2026-04-15'],
  ])
  expect(trip.entries.map(({ text }) => text)).toEqual(['Hello from day 1.', 'Jane.', 'Hello from day 2.', 'Ola.'])
})
