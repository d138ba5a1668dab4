import { expect, test } from 'vitest'
import { type SectionSource, sectionsFrom } from '../../../electron/shared/report/sections-from.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { idOf, writtenEncounter, writtenNote, writtenTalk, writtenTrip } from '../../support/written-trip.ts'

const made = (trip: Trip, source: SectionSource) =>
  sectionsFrom(trip, source, () => idOf(99)).map(
    ({ heading, entryIds }) => `${heading}: ${entryIds.map((id) => Number(id.slice(-4))).join(' ')}`,
  )

const trip: Trip = {
  ...writtenTrip({
    entries: [
      writtenNote(1, { day: '2026-04-13', tags: ['food', 'python'] }),
      writtenTalk(2, { day: '2026-04-14', tags: ['python'], highlight: true }),
      writtenEncounter(3, { day: '2026-04-14', tags: [' '] }),
      writtenTalk(4, { day: '2026-04-15', tags: ['secret'], private: true }),
      writtenNote(5, { day: '2026-04-15', tags: ['food'], private: true }),
    ],
  }),
  firstDay: '2026-04-14',
  lastDay: '2026-04-16',
}

test.each([
  // A section that only private entries would be in is not made: its heading would tell of them.
  ['days', ['Monday, 13 April 2026: 1', '1st Day: 2 3']],
  ['tags', ['Food: 1 5', 'Python: 2']],
  ['highlights', ['Highlights: 2']],
  ['kinds', ['Talks: 2 4', 'Notes: 1 5', 'People: 3']],
] as const)('sections are made of the %s of the entries', (source, expected) => {
  expect(made(trip, source)).toEqual(expected)
})

test('sections are made for the entries that are in none, with headings in the language of the report', () => {
  const sections = [{ id: idOf(50), heading: 'Mine', entryIds: [idOf(1), idOf(3)] }]
  const german: Trip = { ...trip, language: 'de', report: { ...trip.report, sections } }
  expect(made(german, 'kinds')).toEqual(['Vorträge: 2 4'])
  expect(made({ ...german, report: { ...german.report, sections: [] } }, 'highlights')).toEqual(['Höhepunkte: 2'])
})
