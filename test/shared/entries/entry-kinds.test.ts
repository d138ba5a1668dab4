import { expect, test } from 'vitest'
import { entryDetails, fieldsOf, isEntryField, titleField } from '../../../electron/shared/entries/fields.ts'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import { entryKinds, entrySchema } from '../../../electron/shared/trip.ts'
import { writtenEncounter, writtenNote, writtenTalk } from '../../support/written-trip.ts'

const [first, ...others] = entrySchema.options.map(({ shape }) => Object.keys(shape))
const ofAllKinds = new Set((first ?? []).filter((name) => others.every((names) => names.includes(name))))

test.each(entryKinds)('a new %s matches its schema, and the table lists all of its own fields', (kind) => {
  const entry = newEntry(kind, '2026-04-14', null)
  expect(entrySchema.parse(entry)).toEqual(entry)
  const own = Object.keys(entry).filter((name) => !ofAllKinds.has(name))
  expect(new Set(fieldsOf(kind).map(({ name }) => name as string))).toEqual(new Set(own))
  expect(own.every(isEntryField)).toBe(true)
})

test('talks and notes have a title, and people have a name', () => {
  expect(entryKinds.map((kind) => titleField(kind).name)).toEqual(['title', 'title', 'who'])
})

test('beside its title, a talk shows speakers and room, and a person the role or else where they met', () => {
  const speakers = ['Oleh K.', '', 'Iryna K.'].map((name) => ({ name, role: '', affiliation: '' }))
  expect(entryDetails('talk', writtenTalk(1, { speakers, room: 'Europium' }))).toBe('Oleh K., Iryna K. · Europium')
  expect(entryDetails('talk', writtenTalk(1))).toBe('')
  expect(entryDetails('note', writtenNote(1))).toBe('')
  expect(entryDetails('encounter', writtenEncounter(1, { role: 'CEO', context: 'queue' }))).toBe('CEO')
  expect(entryDetails('encounter', writtenEncounter(1, { context: 'queue' }))).toBe('queue')
})
