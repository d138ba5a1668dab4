import { describe, expect, it } from 'vitest'
import { EntryMemory } from '../../../electron/journal/merge/entry-memory.ts'
import { mergeDraft } from '../../../electron/journal/merge/merge-draft.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { valueOf } from '../../support/library.ts'
import { edited, minute, withDeleted, writtenNote, writtenTrip } from '../../support/written-trip.ts'

const lunch = writtenNote(1, { title: 'Lunch', text: 'Soup.\n\nBread.' })
const walk = writtenNote(2, { title: 'Walk' })
const begun = writtenTrip({ entries: [lunch, walk] })
const texts = (trip: Trip) => trip.entries.map(({ text }) => text)

describe('a draft that was begun before somebody else changed the entry', () => {
  it('a draft is merged with somebody else’s change of the entry', () => {
    const theirs = edited(begun, lunch, { text: 'Soup.\n\nBread and cheese.', tags: ['food'] }, minute(5))
    const saved = valueOf(mergeDraft(theirs, lunch, { kind: 'note', text: 'Stew.\n\nBread.', title: 'Dinner' }))
    expect(saved.entries[0]).toMatchObject({ text: 'Stew.\n\nBread and cheese.', title: 'Dinner', tags: ['food'] })
    expect(saved.entries).toHaveLength(2)
  })

  it('a draft is kept beside the other version if both rewrote the same text', () => {
    const theirs = edited(begun, lunch, { text: 'Salad.' }, minute(5))
    expect(texts(valueOf(mergeDraft(theirs, lunch, { kind: 'note', text: 'Stew.' })))).toEqual(['Stew.', 'Salad.', ''])
  })

  it('a draft restores an entry that somebody else deleted', () => {
    const saved = valueOf(mergeDraft(withDeleted(begun, lunch.id, minute(5)), lunch, { kind: 'note', text: 'Stew.' }))
    expect(texts(saved).toSorted()).toEqual(['', 'Stew.'])
    expect(saved.deleted).toEqual([])
  })
})

describe('the memory of entries', () => {
  const ours = edited(begun, lunch, { text: 'Stew.' }, minute(1))
  const again = edited(ours, { ...lunch, text: 'Stew.' }, { text: 'Stew!' }, minute(2))
  const theirs = edited(again, { ...lunch, text: 'Stew!' }, { text: 'Salad.' }, minute(3))
  const [, , third, fourth] = [begun, ours, again, theirs].map(({ entries }) => entries[0])

  it('there is no base if only we have saved: a draft replaces the entry, however old it is', () => {
    const memory = new EntryMemory()
    memory.noteSave(begun, ours)
    memory.noteSave(ours, again)
    for (const seen of [minute(0), minute(1), minute(2)]) expect(memory.baseOf(lunch.id, seen, third)).toBeNull()
  })

  it('the base is our own last state if somebody else has changed the entry since', () => {
    const memory = new EntryMemory()
    memory.noteSave(begun, ours)
    memory.noteSave(ours, again)
    memory.noteOutsideChange(again, theirs)
    for (const seen of [minute(0), minute(1), minute(2)]) expect(memory.baseOf(lunch.id, seen, fourth)).toBe(third)
    expect(memory.baseOf(lunch.id, minute(3), fourth)).toBeNull()
    expect(memory.baseOf(walk.id, minute(0), walk)).toBeNull()
  })

  it('the base is our own last state if somebody else has deleted the entry since', () => {
    const memory = new EntryMemory()
    memory.noteSave(begun, ours)
    memory.noteOutsideChange(ours, withDeleted(ours, lunch.id, minute(3)))
    expect(memory.baseOf(lunch.id, minute(0), undefined)?.text).toBe('Stew.')
  })

  it('the base is the others’ state before our own later save', () => {
    const memory = new EntryMemory()
    memory.noteSave(begun, ours)
    memory.noteOutsideChange(ours, theirs)
    const merged = edited(theirs, { ...lunch, text: 'Salad.' }, { text: 'Salad and stew.' }, minute(4))
    memory.noteSave(theirs, merged)
    expect(memory.baseOf(lunch.id, minute(0), merged.entries[0])?.text).toBe('Stew.')
    expect(memory.baseOf(lunch.id, minute(3), merged.entries[0])).toBeNull()
  })
})
