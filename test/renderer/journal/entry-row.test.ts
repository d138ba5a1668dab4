import { describe, expect, test } from 'vitest'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import type { Encounter, Note, Talk } from '../../../electron/shared/trip.ts'
import { areSameRows, toRow } from '../../../renderer/journal/entry-row.ts'

const day = '2026-04-14'
const zone = 'Europe/Berlin'
const note = (changes: Partial<Note>): Note => ({ ...(newEntry('note', day, null) as Note), ...changes })
const talk = (changes: Partial<Talk>): Talk => ({ ...(newEntry('talk', day, null) as Talk), ...changes })
const encounter = (changes: Partial<Encounter>): Encounter => ({
  ...(newEntry('encounter', day, null) as Encounter),
  ...changes,
})

describe('a row of the list', () => {
  test('a row shows the time in the venue’s zone, the speakers and the room', () => {
    const speakers = [
      { name: 'Oleh K.', role: '', affiliation: '' },
      { name: 'Iryna K.', role: 'moderator', affiliation: '' },
    ]
    const row = toRow(talk({ title: 'State of ML', start: '2026-04-14T08:45:00Z', room: 'Europium', speakers }), zone)
    expect(row).toMatchObject({ time: '10:45', title: 'State of ML', detail: 'Oleh K., Iryna K. · Europium' })
  })

  test('a row shows a person’s role, or else where they met', () => {
    expect(toRow(encounter({ who: 'Ada', role: 'CEO', context: 'queue' }), zone).detail).toBe('CEO')
    expect(toRow(encounter({ who: 'Ada', context: 'queue' }), zone).detail).toBe('queue')
  })

  test('a row shows the first words if there is no title, or the kind if there are no words', () => {
    expect(toRow(note({ text: '## **Late** train' }), zone)).toMatchObject({ title: 'Late train', isTitled: false })
    expect(toRow(note({}), zone).title).toBe('Untitled note')
    expect(toRow(talk({}), zone).title).toBe('Untitled talk')
  })

  test('a row stays the same while the text grows after its first words', () => {
    const before = [toRow(note({ id: '1', text: 'Late train' }), zone)]
    const after = [toRow(note({ id: '1', text: 'Late train\n\nand a long walk' }), zone)]
    const renamed = [toRow(note({ id: '1', text: 'Late train', title: 'Arrival' }), zone)]
    expect(areSameRows(before, after)).toBe(true)
    expect(areSameRows(before, renamed)).toBe(false)
    expect(areSameRows(before, [])).toBe(false)
  })
})
