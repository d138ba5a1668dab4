import { describe, expect, it } from 'vitest'
import type { EntryChange } from '../../../electron/shared/history.ts'
import { formatChanges } from '../../../renderer/history/format-changes.ts'

type Part = Exclude<EntryChange['of'], 'entry' | 'other-report'>
const entry = (what: EntryChange['what'], title: string): EntryChange => ({
  of: 'entry',
  what,
  entryId: `id of ${title}`,
  title,
})
const part = (of: Part): EntryChange => ({ of, what: 'changed' })

describe('the changes in a version', () => {
  it('the changes in a version name a single entry', () => {
    expect(formatChanges([entry('changed', 'Lunch')])).toEqual(['1 entry changed: Lunch'])
  })

  it('the changes in a version count several entries, and name the first of them', () => {
    const titles = ['A', 'B', 'C', 'D', 'E']
    expect(formatChanges(titles.slice(0, 2).map((title) => entry('added', title)))).toEqual([
      '2 entries added: A and B',
    ])
    expect(formatChanges(titles.slice(0, 3).map((title) => entry('added', title)))).toEqual([
      '3 entries added: A, B and C',
    ])
    expect(formatChanges(titles.map((title) => entry('added', title)))).toEqual(['5 entries added: A, B, C and 2 more'])
  })

  it('the changes in a version have a line for each kind of change, with writing first', () => {
    const changes = [entry('moved', 'A'), part('report'), entry('deleted', 'B'), entry('changed', 'C'), part('details')]
    expect(formatChanges(changes)).toEqual([
      '1 entry changed: C',
      '1 entry deleted: B',
      '1 entry moved: A',
      'Report changed',
      'Trip details changed',
    ])
  })

  it('the changes in a version call an entry without a name "Untitled"', () => {
    expect(formatChanges([entry('changed', ' ')])).toEqual(['1 entry changed: Untitled'])
  })

  it('the changes in a version include the number of those that are not listed', () => {
    expect(formatChanges([entry('added', 'A')], 1200)).toEqual(['1 entry added: A', '1,200 more changes'])
  })

  it('there is no line if nothing has changed', () => {
    expect(formatChanges([])).toEqual([])
  })
})
