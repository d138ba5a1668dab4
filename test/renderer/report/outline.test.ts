import { expect, test } from 'vitest'
import { newTrip } from '../../../electron/journal/edits/new-trip.ts'
import { newEntry } from '../../../electron/shared/new-entry.ts'
import type { Entry, Report, Section, Trip } from '../../../electron/shared/trip.ts'
import {
  changeDayHeading,
  changeRecord,
  outlineByDay,
  outlineByTheme,
  recordOf,
} from '../../../renderer/report/outline.ts'

const details = {
  title: 'PyCon DE',
  venue: '',
  city: '',
  country: '',
  firstDay: '2026-04-14',
  lastDay: '2026-04-16',
  timeZone: 'Europe/Berlin',
  language: 'en',
  authors: [],
  tags: [],
}

function note(day: string): Entry {
  return newEntry('note', day, null)
}

function section(heading: string, ...entryIds: string[]): Section {
  return { id: crypto.randomUUID(), heading, entryIds }
}

function tripOf(entries: Entry[], report: Partial<Report> = {}): Trip {
  const trip = newTrip(details)
  return { ...trip, entries, report: { ...trip.report, ...report } }
}

test('by day, the days that have entries stand in their order, with their headings', () => {
  const [late, early, other] = [note('2026-04-15'), note('2026-04-13'), note('2026-04-15')]
  const days = outlineByDay(
    tripOf([late, early, other], { dayHeadings: { style: 'number', own: { '2026-04-15': '' } } }),
  )
  expect(days).toEqual([
    { day: '2026-04-13', heading: 'Monday, 13 April 2026', automatic: 'Monday, 13 April 2026', entries: [early] },
    { day: '2026-04-15', heading: '', automatic: 'Day 2', entries: [late, other] },
  ])
})

test('by theme, what is in no section stands in the order of the journal', () => {
  const [a, b, c] = [note('2026-04-16'), note('2026-04-14'), note('2026-04-15')]
  const talks = section('Talks', c.id)
  const outline = outlineByTheme(tripOf([a, b, c], { sections: [talks] }))
  expect(outline).toEqual({ sections: [{ section: talks, number: null, entries: [c] }], unplaced: [b, a] })
})

test('by theme, an entry that two sections name is shown once, and one that is gone not at all', () => {
  const a = note('2026-04-14')
  const first = { id: crypto.randomUUID(), heading: 'First', entryIds: [crypto.randomUUID(), a.id] }
  const second = { id: crypto.randomUUID(), heading: 'Second', entryIds: [a.id] }
  const outline = outlineByTheme(tripOf([a], { sections: [first, second] }))
  expect(outline.sections.map(({ entries }) => entries)).toEqual([[a], []])
  expect(outline.unplaced).toEqual([])
})

test('by theme, the numbers are those of the post: sections that it leaves out have none', () => {
  const [a, b] = [note('2026-04-14'), note('2026-04-14')]
  const trip = tripOf([a, b], {
    sections: [section('Told', a.id), section('Left out', b.id), section('', a.id), section('Still empty')],
    entries: { [b.id]: { include: false, heading: null, excerpt: null, talk: null } },
    numberedSections: true,
  })
  expect(outlineByTheme(trip).sections.map(({ number }) => number)).toEqual([1, null, null, 2])
})

test('changing how an entry stands in the report leaves the rest of its record and all others', () => {
  const trip = tripOf([note('2026-04-14'), note('2026-04-14')])
  const [a = '', b = ''] = trip.entries.map(({ id }) => id)
  const once = { ...trip.report, ...changeRecord(trip.report, a, { heading: 'Own' }) }
  const twice = { ...once, ...changeRecord(once, b, { include: false }) }
  const thrice = { ...twice, ...changeRecord(twice, a, { include: false }) }
  expect(recordOf(thrice, a)).toEqual({ include: false, heading: 'Own', excerpt: null, talk: null })
  expect(recordOf(thrice, b)).toEqual({ include: false, heading: null, excerpt: null, talk: null })
})

test('a day gets a heading of its own, an empty one, and the automatic one again', () => {
  const { report } = tripOf([])
  const own = { ...report, ...changeDayHeading(report, '2026-04-14', 'Arrival') }
  expect(own.dayHeadings.own).toEqual({ '2026-04-14': 'Arrival' })
  const none = { ...own, ...changeDayHeading(own, '2026-04-14', '') }
  expect(none.dayHeadings.own).toEqual({ '2026-04-14': '' })
  expect(changeDayHeading(none, '2026-04-14', null)).toEqual({ dayHeadings: { style: 'ordinal', own: {} } })
})
