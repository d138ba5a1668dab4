import { describe, expect, it } from 'vitest'
import type { EntryChange } from '../../../electron/shared/history.ts'
import { sayChanges } from '../../../renderer/history/say-changes.ts'

const entry = (what: EntryChange['what'], title: string): EntryChange => ({ what, entryId: `id of ${title}`, title })
const part = (title: string): EntryChange => ({ what: 'changed', entryId: null, title })

describe('what was done in a version', () => {
  it('names the one entry that was', () => {
    expect(sayChanges([entry('changed', 'Lunch')])).toEqual(['1 entry changed: Lunch'])
  })

  it('counts several, and names the first of them', () => {
    const titles = ['A', 'B', 'C', 'D', 'E']
    expect(sayChanges(titles.slice(0, 2).map((title) => entry('added', title)))).toEqual(['2 entries added: A and B'])
    expect(sayChanges(titles.slice(0, 3).map((title) => entry('added', title)))).toEqual([
      '3 entries added: A, B and C',
    ])
    expect(sayChanges(titles.map((title) => entry('added', title)))).toEqual(['5 entries added: A, B, C and 2 more'])
  })

  it('has a line for each kind of change, writing first', () => {
    const changes = [entry('moved', 'A'), part('Report'), entry('deleted', 'B'), entry('changed', 'C'), part('Details')]
    expect(sayChanges(changes)).toEqual([
      '1 entry changed: C',
      '1 entry deleted: B',
      '1 entry moved: A',
      'Report changed',
      'Trip details changed',
    ])
  })

  it('has a name for what has none', () => {
    expect(sayChanges([entry('changed', ' ')])).toEqual(['1 entry changed: Untitled'])
  })

  it('says how many there are beyond those that are listed', () => {
    expect(sayChanges([entry('added', 'A')], 1200)).toEqual(['1 entry added: A', '1,200 more changes'])
  })

  it('says nothing of nothing', () => {
    expect(sayChanges([])).toEqual([])
  })
})
