import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addEntry } from '../../../electron/journal/edits/add-entry.ts'
import { deleteEntry } from '../../../electron/journal/edits/delete-entry.ts'
import { duplicateEntry } from '../../../electron/journal/edits/duplicate-entry.ts'
import { moveEntry } from '../../../electron/journal/edits/move-entry.ts'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import { undeleteEntry } from '../../../electron/journal/edits/undelete-entry.ts'
import { saveEntry } from '../../../electron/journal/edits/save-entry.ts'
import { instantAt } from '../../../electron/shared/zone-time.ts'
import { type Entry, entrySchema, type Talk, type Trip } from '../../../electron/shared/trip.ts'
import { codeOf, someNote, tripWith, valueOf } from '../../support/library.ts'

const tuesday = '2026-04-14'
const wednesday = '2026-04-15'

/** A note whose title is its time: `09:30`; any other title means no time. */
function note(title: string, day = tuesday): Entry {
  const start = /^\d\d:\d\d$/.test(title) ? instantAt(day, title, 'Europe/Berlin') : null
  return someNote({ title, day, start })
}

function idOf(trip: Trip, title: string): string {
  const entry = trip.entries.find((other) => other.kind !== 'encounter' && other.title === title)
  if (entry === undefined) throw new Error(`No ${title}`)
  return entry.id
}

const titles = (trip: Trip, day = tuesday) =>
  trip.entries.filter((entry) => entry.day === day).map((entry) => (entry.kind === 'encounter' ? '' : entry.title))

describe('a new entry', () => {
  test.for([
    [['09:00', '11:00'], '10:00', ['09:00', '10:00', '11:00']],
    [['09:00', '11:00'], '08:00', ['08:00', '09:00', '11:00']],
    [['09:00', '11:00'], '11:00', ['09:00', '11:00', '11:00']],
    [['09:00', 'lunch', '14:00', 'walk'], '12:30', ['09:00', 'lunch', '12:30', '14:00', 'walk']],
    [['09:00', 'lunch'], '12:30', ['09:00', 'lunch', '12:30']],
    [['09:00', '11:00'], 'evening', ['09:00', '11:00', 'evening']],
    [[], '10:00', ['10:00']],
  ] as const)('a new entry among %j is placed by its time: %s', ([day, added, expected]) => {
    const trip = tripWith([note('00:00', '2026-04-13'), ...day.map((title) => note(title)), note('23:00', wednesday)])
    const changed = valueOf(addEntry(trip, note(added)))
    expect(titles(changed)).toEqual(expected)
    expect(titles(changed, wednesday)).toEqual(['23:00'])
    expect(changed.entries.map(({ day: date }) => date).toSorted()).toEqual(
      changed.entries.map(({ day: date }) => date),
    )
  })

  test('a new entry is placed by its time, whatever offset that is written with', () => {
    const trip = tripWith([note('10:00')])
    const early = someNote({ title: 'early', start: '2026-04-14T07:30:00Z' })
    expect(titles(valueOf(addEntry(trip, early)))).toEqual(['early', '10:00'])
  })

  test('a new entry of each kind matches the schema', () => {
    for (const kind of ['talk', 'note', 'encounter'] as const) {
      const entry = newEntry(kind, tuesday, null)
      expect(entrySchema.parse(entry)).toEqual(entry)
      expect(entry.kind).toBe(kind)
    }
  })

  test('an entry cannot be added twice', () => {
    const trip = tripWith([note('10:00')])
    expect(codeOf(addEntry(trip, { ...note('11:00'), id: idOf(trip, '10:00') }))).toBe('input.entry-exists')
  })
})

describe('saving an entry', () => {
  test('saving changes only the given fields', () => {
    const trip = tripWith([note('10:00'), note('11:00')])
    const changed = valueOf(saveEntry(trip, idOf(trip, '10:00'), { kind: 'note', text: 'Hello', tags: ['a'] }))
    const { updatedAt: _, ...entry } = changed.entries[0] ?? note('none')
    expect(entry).toEqual({ ...entry, ...trip.entries[0], updatedAt: undefined, text: 'Hello', tags: ['a'] })
    expect(changed.entries[1]).toBe(trip.entries[1])
    expect(trip.entries[0]?.text).toBe('')
  })

  test('a field that is given without a value stays', () => {
    const trip = tripWith([someNote({ text: 'kept' })])
    const changes = { kind: 'note', text: undefined, title: 'New' } as const
    expect(valueOf(saveEntry(trip, trip.entries[0]?.id ?? '', changes)).entries[0]).toMatchObject({
      text: 'kept',
      title: 'New',
    })
  })

  test('a new start moves an entry within its day, and nothing else does', () => {
    const trip = tripWith([note('12:00'), note('09:00'), note('10:00')])
    const id = idOf(trip, '12:00')
    expect(titles(valueOf(saveEntry(trip, id, { kind: 'note', text: 'x' })))).toEqual(['12:00', '09:00', '10:00'])
    const start = instantAt(tuesday, '09:30', 'Europe/Berlin')
    expect(titles(valueOf(saveEntry(trip, id, { kind: 'note', start })))).toEqual(['09:00', '12:00', '10:00'])
    expect(titles(valueOf(saveEntry(trip, id, { kind: 'note', start: null })))).toEqual(['09:00', '10:00', '12:00'])
  })

  test('a start after midnight keeps the day', () => {
    const trip = tripWith([note('12:00'), note('23:00'), note('09:00', wednesday)])
    const start = instantAt(wednesday, '01:30', 'Europe/Berlin')
    const changed = valueOf(saveEntry(trip, idOf(trip, '12:00'), { kind: 'note', start }))
    expect(titles(changed)).toEqual(['23:00', '12:00'])
    expect(changed.entries[1]).toMatchObject({ day: tuesday, start })
  })

  test('saving fields of another kind is refused', () => {
    const trip = tripWith([note('10:00')])
    const refused = saveEntry(trip, idOf(trip, '10:00'), { kind: 'encounter', who: 'Ada' })
    expect(codeOf(refused)).toBe('input.wrong-kind')
  })

  test('saving a missing entry is refused', () => {
    const id = note('x').id
    const trip = tripWith([note('10:00')])
    expect(codeOf(saveEntry(trip, id, { kind: 'note' }))).toBe('entry.missing')
    expect(codeOf(moveEntry(trip, id, tuesday, null))).toBe('entry.missing')
    expect(codeOf(duplicateEntry(trip, id, note('y').id))).toBe('entry.missing')
    expect(codeOf(deleteEntry(trip, id))).toBe('entry.missing')
    expect(codeOf(undeleteEntry(trip, id))).toBe('entry.missing')
  })
})

describe('moving an entry', () => {
  const trip = tripWith([
    note('09:00'),
    note('10:00'),
    note('11:00'),
    note('08:00', wednesday),
    note('dinner', wednesday),
  ])
  const move = (title: string, day: string, before: string | null) =>
    moveEntry(trip, idOf(trip, title), day, before === null ? null : idOf(trip, before))

  test('an entry can be moved anywhere, whatever its time', () => {
    expect(titles(valueOf(move('11:00', tuesday, '09:00')))).toEqual(['11:00', '09:00', '10:00'])
    expect(titles(valueOf(move('09:00', tuesday, null)))).toEqual(['10:00', '11:00', '09:00'])
    expect(titles(valueOf(move('11:00', wednesday, '08:00')), wednesday)).toEqual(['11:00', '08:00', 'dinner'])
    expect(titles(valueOf(move('11:00', wednesday, null)), wednesday)).toEqual(['08:00', 'dinner', '11:00'])
    expect(titles(valueOf(move('11:00', '2026-04-13', null)), '2026-04-13')).toEqual(['11:00'])
  })

  test('moving an entry before itself changes nothing', () => {
    expect(titles(valueOf(move('10:00', tuesday, '10:00')))).toEqual(['09:00', '10:00', '11:00'])
  })

  test('moving an entry before one of another day is refused', () => {
    expect(codeOf(move('09:00', tuesday, '08:00'))).toBe('input.place-missing')
    expect(codeOf(moveEntry(trip, idOf(trip, '09:00'), tuesday, note('x').id))).toBe('input.place-missing')
  })

  test("moving to another day keeps the time of day of start and end, in the trip's zone", () => {
    // In the night to 29 March 2026, Berlin's clocks go forward.
    const talk = {
      ...newEntry('talk', '2026-03-28', '2026-03-28T10:45:30+01:00'),
      end: '2026-03-28T11:15:00+01:00',
    } as Talk
    const before = tripWith([talk])
    const [moved] = valueOf(moveEntry(before, talk.id, '2026-03-29', null)).entries
    expect(moved).toMatchObject({
      day: '2026-03-29',
      start: '2026-03-29T10:45:30+02:00',
      end: '2026-03-29T11:15:00+02:00',
    })
  })

  test('moving to another day keeps an hour after midnight after midnight', () => {
    const party = someNote({ start: '2026-04-15T01:30:00+02:00' })
    const [moved] = valueOf(moveEntry(tripWith([party]), party.id, '2026-04-16', null)).entries
    expect(moved).toMatchObject({ day: '2026-04-16', start: '2026-04-17T01:30:00+02:00' })
  })
})

test('a copy is placed right after the entry, is not a highlight and has an id of its own', () => {
  const entry = someNote({ title: 'a', text: 'words', highlight: true, private: true })
  const copyId = note('x').id
  const { entries } = valueOf(duplicateEntry(tripWith([entry, note('b')]), entry.id, copyId))
  expect(entries.map(({ id }) => id).slice(0, 2)).toEqual([entry.id, copyId])
  expect(entries[1]).toMatchObject({ title: 'a', text: 'words', highlight: false, private: true })
})

/** The content of a trip, regardless of when its entries were changed. */
const timeless = (of: Trip) => ({ ...of, entries: of.entries.map((entry) => ({ ...entry, updatedAt: '' })) })

describe('a deleted entry', () => {
  const trip = tripWith([note('09:00'), note('lunch'), note('10:00'), note('11:00'), note('08:00', wednesday)])
  const remove = (from: Trip, title: string) => valueOf(deleteEntry(from, idOf(trip, title)))
  const putBack = (to: Trip, title: string) => valueOf(undeleteEntry(to, idOf(trip, title)))

  test('a deleted entry is kept, and can be restored to its place', () => {
    for (const title of ['09:00', 'lunch', '10:00', '11:00']) {
      const deleted = remove(trip, title)
      expect(titles(deleted)).not.toContain(title)
      expect(deleted.deleted[0]?.entry).toBe(trip.entries.find(({ id }) => id === idOf(trip, title)))
      expect(timeless(putBack(deleted, title))).toEqual(timeless(trip))
    }
  })

  test('a restored entry counts as changed after its deletion, so that no merge deletes it again', () => {
    const deleted = remove(trip, 'lunch')
    const { deletedAt } = deleted.deleted[0] ?? { deletedAt: '' }
    const entry = putBack(deleted, 'lunch').entries.find(({ id }) => id === idOf(trip, 'lunch'))
    expect(Date.parse(entry?.updatedAt ?? '')).toBeGreaterThan(Date.parse(deletedAt))
  })

  test('an entry is restored by its time if its neighbour is missing or has moved', () => {
    expect(titles(putBack(remove(remove(trip, '10:00'), '11:00'), '10:00'))).toEqual(['09:00', 'lunch', '10:00'])
    const moved = valueOf(moveEntry(remove(trip, '10:00'), idOf(trip, '11:00'), wednesday, null))
    expect(titles(putBack(moved, '10:00'))).toEqual(['09:00', 'lunch', '10:00'])
  })

  test('several deletions can be undone one after the other', () => {
    const all = titles(trip)
    const undone = fc.property(fc.shuffledSubarray(all), (gone) => {
      const deleted = gone.reduce(remove, trip)
      expect(timeless(gone.toReversed().reduce(putBack, deleted))).toEqual(timeless(trip))
    })
    fc.assert(undone)
  })

  test('a deleted entry stays in the report in case it is restored', () => {
    const id = idOf(trip, 'lunch')
    const sections = [{ id: note('s').id, heading: 'Food', entryIds: [id] }]
    const arranged = { ...trip, report: { ...trip.report, sections } }
    expect(putBack(remove(arranged, 'lunch'), 'lunch').report.sections).toEqual(sections)
  })
})

test('no edit modifies the trip that it is given', () => {
  const trip = tripWith([note('09:00'), note('10:00')])
  const copy = structuredClone(trip)
  const id = idOf(trip, '09:00')
  addEntry(trip, note('08:00'))
  saveEntry(trip, id, { kind: 'note', start: null })
  moveEntry(trip, id, wednesday, null)
  duplicateEntry(trip, id, note('x').id)
  undeleteEntry(valueOf(deleteEntry(trip, id)), id)
  expect(trip).toEqual(copy)
})
