import { expect, test } from 'vitest'
import { arrangeByDay, arrangeByTheme, arrangePost } from '../../../electron/shared/report/arrange-report.ts'
import { defaultReportEntry, type Entry, type Report, type Section, type Trip } from '../../../electron/shared/trip.ts'
import { idOf, withDeleted, writtenNote, writtenTrip } from '../../support/written-trip.ts'

function section(heading: string, ...entries: Entry[]): Section {
  return { id: crypto.randomUUID(), heading, entryIds: entries.map(({ id }) => id) }
}

function tripOf(entries: Entry[], report: Partial<Report> = {}): Trip {
  const trip = writtenTrip({ entries })
  return { ...trip, report: { ...trip.report, ...report } }
}

test('a report by day has the days that have entries, in order, with the headings of the post', () => {
  const early = writtenNote(1, { day: '2026-04-13' })
  const [late, other] = [writtenNote(2, { day: '2026-04-15' }), writtenNote(3, { day: '2026-04-15' })]
  const trip = tripOf([late, early, other], { dayHeadings: { style: 'number', own: { '2026-04-15': '' } } })
  expect(arrangeByDay(trip)).toEqual([
    { day: '2026-04-13', heading: 'Monday, 13 April 2026', entries: [early] },
    { day: '2026-04-15', heading: '', entries: [late, other] },
  ])
})

test('in a report by theme, entries in no section have the order of the journal', () => {
  const [a, b, c] = [16, 14, 15].map((day) => writtenNote(day, { day: `2026-04-${day}`, text: 'x' })) as [
    Entry,
    Entry,
    Entry,
  ]
  const talks = section('Talks', c)
  expect(arrangeByTheme(tripOf([a, b, c], { sections: [talks] }))).toEqual({
    sections: [{ section: talks, number: null, entries: [c], state: 'filled' }],
    unplaced: [b, a],
  })
})

test('in a report by theme, an entry that two sections name is in the first, and a missing one is in none', () => {
  const a = writtenNote(1)
  const sections = [section('First', writtenNote(2), a), section('Second', a)]
  const arranged = arrangeByTheme(tripOf([a], { sections }))
  expect(arranged.sections.map(({ entries }) => entries)).toEqual([[a], []])
  expect(arranged.unplaced).toEqual([])
})

test('sections are numbered as in the post, which leaves out hidden ones', () => {
  const [a, b] = [writtenNote(1, { text: 'a' }), writtenNote(2, { text: 'b' })]
  const trip = tripOf([a, b], {
    arrangement: 'theme',
    sections: [section('Told', a), section('Left out', b), section('', a), section('Still empty')],
    entries: { [b.id]: { ...defaultReportEntry, include: false } },
    numberedSections: true,
  })
  expect(arrangeByTheme(trip).sections.map(({ number }) => number)).toEqual([1, null, null, 2])
  expect(arrangePost(trip).parts.map(({ heading }) => heading)).toEqual(['1. Told', '2. Still empty'])
})

test('a section whose entries are all deleted is left out of the post, unlike one that was never filled', () => {
  const trip = tripOf([writtenNote(1)], {
    arrangement: 'theme',
    sections: [section('Gossip', writtenNote(1)), section('Food')],
  })
  const after = withDeleted(trip, idOf(1), trip.updatedAt)
  expect(arrangeByTheme(after).sections.map(({ state }) => state)).toEqual(['left-out', 'empty'])
  expect(arrangePost(after)).toMatchObject({ parts: [{ heading: 'Food' }], emptySections: [{ heading: 'Food' }] })
})
