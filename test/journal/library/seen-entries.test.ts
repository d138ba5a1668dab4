import { describe, expect, test } from 'vitest'
import { saveEntry } from '../../../electron/journal/edits/save-entry.ts'
import { SeenEntries } from '../../../electron/journal/library/seen-entries.ts'
import { someNote, tripWith, valueOf } from '../../support/library.ts'

describe('entries as they were', () => {
  test('are found by when they were changed, once another state has taken their place', () => {
    const seen = new SeenEntries()
    const [one, two] = [someNote({ text: 'one' }), someNote({ text: 'two' })]
    const before = tripWith([one, two])
    const after = valueOf(saveEntry(before, two.id, { kind: 'note', text: 'changed' }))
    seen.noteReplaced(before, after)
    expect(seen.find(two.id, two.updatedAt)).toBe(two)
    expect(seen.find(one.id, one.updatedAt)).toBeUndefined()
    expect(seen.find(two.id, after.entries[1]?.updatedAt ?? '')).toBeUndefined()
  })

  test('are found also where they were deleted or stand elsewhere', () => {
    const seen = new SeenEntries()
    const [one, two] = [someNote(), someNote()]
    seen.noteReplaced(tripWith([one, two]), tripWith([two]))
    expect(seen.find(one.id, one.updatedAt)).toBe(one)
    expect(seen.find(two.id, two.updatedAt)).toBeUndefined()
  })

  test('are forgotten, the oldest first, when they would fill the memory', () => {
    const seen = new SeenEntries()
    const entries = Array.from({ length: 5 }, () => someNote({ text: 'x'.repeat(1024 * 1024) }))
    for (const entry of entries) seen.remember(entry)
    const found = entries.map(({ id, updatedAt }) => seen.find(id, updatedAt) !== undefined)
    expect(found).toEqual([false, true, true, true, true])
    for (const entry of Array.from({ length: 2000 }, () => someNote())) seen.remember(entry)
    expect(entries.some(({ id, updatedAt }) => seen.find(id, updatedAt) !== undefined)).toBe(false)
  })

  test('are remembered one by one, however long they are', () => {
    const seen = new SeenEntries()
    const long = someNote({ text: 'x'.repeat(10 * 1024 * 1024) })
    seen.remember(long)
    expect(seen.find(long.id, long.updatedAt)).toBe(long)
  })
})
