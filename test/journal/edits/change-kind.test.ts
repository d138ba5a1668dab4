import { expect, test } from 'vitest'
import { changeKind, toKind } from '../../../electron/journal/edits/change-kind.ts'
import { moveEntry } from '../../../electron/journal/edits/move-entry.ts'
import { mergeEntry } from '../../../electron/journal/merge/merge-entry.ts'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import { type Entry, entryKinds, entrySchema, type Talk } from '../../../electron/shared/trip.ts'
import { codeOf, tripWith, valueOf } from '../../support/library.ts'

const talk: Talk = {
  ...newEntry('talk', '2026-04-14', '2026-04-14T10:45:00+02:00'),
  kind: 'talk',
  title: 'State of ML',
  shortTitle: 'ML',
  speakers: [{ name: 'Oleh Kostromin', role: '', affiliation: 'Uni Graz' }],
  room: 'Europium',
  end: '2026-04-14T11:15:00+02:00',
  session: 'keynote',
  links: [{ label: 'slides', url: 'https://example.org' }],
  own: true,
  text: 'A summary.',
  tags: ['wasm'],
  sessionId: '00000000-0000-4000-8000-000000000001',
}

const at = (entry: Entry, updatedAt: string): Entry => ({ ...entry, updatedAt })

test('an entry that changes its kind keeps its title, and gets everything back when it changes back', () => {
  for (const first of entryKinds) {
    for (const second of entryKinds) {
      const changed = toKind(toKind(talk, first), second)
      expect(entrySchema.parse(changed)).toEqual(changed)
      expect(changed).toMatchObject({ kind: second, text: 'A summary.', tags: ['wasm'], start: talk.start })
      expect(toKind(changed, 'talk')).toEqual(talk)
    }
  }
  expect(toKind(talk, 'encounter')).toMatchObject({ who: 'State of ML', role: '', kept: { room: 'Europium' } })
  expect(toKind(talk, 'note')).not.toHaveProperty('room')
})

test('an entry keeps its session when its kind changes, and when either of two computers knows it', () => {
  const { sessionId, ...without } = talk
  expect(toKind(talk, 'note')).toMatchObject({ sessionId })
  const base = at(without, '2026-04-14T09:00:00Z')
  const edited = at({ ...without, text: 'Later.' }, '2026-04-14T12:00:00Z')
  const assigned = at(talk, '2026-04-14T11:00:00Z')
  for (const known of [base, undefined]) {
    const merged = mergeEntry(known, edited, assigned).entry
    expect(merged).toMatchObject({ sessionId, text: 'Later.' })
    expect(JSON.stringify(mergeEntry(known, assigned, edited).entry)).toBe(JSON.stringify(merged))
  }
})

test('an entry without anything to keep has nothing kept after its kind was changed', () => {
  const note = newEntry('note', '2026-04-14', null)
  expect(toKind(note, 'talk')).not.toHaveProperty('kept')
  expect(toKind(toKind(note, 'talk'), 'note')).toEqual(note)
})

test('a talk that was moved while it was a note ends on its new day', () => {
  const trip = tripWith([talk])
  const asNote = valueOf(changeKind(trip, talk.id, 'note'))
  const moved = valueOf(moveEntry(asNote, talk.id, '2026-04-16', null))
  const [again] = valueOf(changeKind(moved, talk.id, 'talk')).entries
  expect(again).toMatchObject({ start: '2026-04-16T10:45:00+02:00', end: '2026-04-16T11:15:00+02:00' })
})

test('changing the kind of an entry counts as a change, and fails if the entry is gone', () => {
  const trip = tripWith([talk])
  expect(valueOf(changeKind(trip, talk.id, 'note')).entries[0]?.updatedAt).not.toBe(talk.updatedAt)
  expect(codeOf(changeKind(trip, crypto.randomUUID(), 'note'))).toBe('entry.missing')
})

test('what one computer wrote is merged with the kind that another gave the entry', () => {
  const base = at(talk, '2026-04-14T09:00:00Z')
  const written = at({ ...talk, text: 'A summary. And more.', room: 'Helium' }, '2026-04-14T09:01:00Z')
  for (const time of ['2026-04-14T09:00:30Z', '2026-04-14T09:02:00Z']) {
    const { entry, fields } = mergeEntry(base, written, at(toKind(talk, 'note'), time))
    expect(fields).toEqual([])
    expect(entry).toMatchObject({ kind: 'note', text: 'A summary. And more.', kept: { room: 'Helium' } })
  }
})
