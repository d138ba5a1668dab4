import { describe, expect, test } from 'vitest'
import { saveEntry } from '../../../electron/journal/edits/save-entry.ts'
import { KnownEntries } from '../../../electron/journal/library/known-entries.ts'
import { someNote, tripWith, valueOf } from '../../support/library.ts'

describe('known states of entries', () => {
  test('a known state is found by its time of change once another state has replaced it', () => {
    const known = new KnownEntries()
    const [one, two] = [someNote({ text: 'one' }), someNote({ text: 'two' })]
    const before = tripWith([one, two])
    const after = valueOf(saveEntry(before, two.id, { kind: 'note', text: 'changed' }))
    known.noteReplaced(before, after)
    expect(known.find(two.id, two.updatedAt)).toBe(two)
    expect(known.find(one.id, one.updatedAt)).toBeUndefined()
    expect(known.find(two.id, after.entries[1]?.updatedAt ?? '')).toBeUndefined()
  })

  test('a known state is found even if the entry was deleted or moved', () => {
    const known = new KnownEntries()
    const [one, two] = [someNote(), someNote()]
    known.noteReplaced(tripWith([one, two]), tripWith([two]))
    expect(known.find(one.id, one.updatedAt)).toBe(one)
    expect(known.find(two.id, two.updatedAt)).toBeUndefined()
  })

  test('known states are dropped, oldest first, when they take too much memory', () => {
    const known = new KnownEntries()
    const entries = Array.from({ length: 5 }, () => someNote({ text: 'x'.repeat(1024 * 1024) }))
    for (const entry of entries) known.remember(entry)
    const found = entries.map(({ id, updatedAt }) => known.find(id, updatedAt) !== undefined)
    expect(found).toEqual([false, true, true, true, true])
    for (const entry of Array.from({ length: 2000 }, () => someNote())) known.remember(entry)
    expect(entries.some(({ id, updatedAt }) => known.find(id, updatedAt) !== undefined)).toBe(false)
  })

  test('states of very long entries are remembered one by one', () => {
    const known = new KnownEntries()
    const long = someNote({ text: 'x'.repeat(10 * 1024 * 1024) })
    known.remember(long)
    expect(known.find(long.id, long.updatedAt)).toBe(long)
  })
})
