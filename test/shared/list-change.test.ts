import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { applySplices, splicesBetween } from '../../electron/shared/contract/list-change.ts'

const items = (count: number) => Array.from({ length: count }, (_, id) => ({ id }))

/** How many items a change removes and inserts. */
function sizeOf(before: readonly unknown[], after: readonly unknown[]) {
  const splices = splicesBetween(before, after)
  return splices?.map(([, removed, inserted]) => [removed, inserted.length])
}

test('a change of a list turns it into the other list, whatever was added, removed and moved', () => {
  const known = items(12)
  const fresh = items(4)
  const some = fc.record({
    before: fc.shuffledSubarray(known),
    after: fc.shuffledSubarray([...known, ...fresh]),
  })
  fc.assert(
    fc.property(some, ({ before, after }) => {
      const result = applySplices(before, splicesBetween(before, after) ?? [])
      expect(result).toHaveLength(after.length)
      expect(result.every((item, index) => item === after[index])).toBe(true)
    }),
  )
})

test('a change of a long list is as short as what happened', () => {
  const list = items(5_000)
  const [first, last, new1, new2] = [list[0], list[4_999], { id: -1 }, { id: -2 }]
  expect(sizeOf(list, list)).toEqual([])
  expect(sizeOf(list, list.toSpliced(2_500, 1))).toEqual([[1, 0]])
  expect(sizeOf(list, list.toSpliced(2_500, 1, new1))).toEqual([[1, 1]])
  expect(sizeOf(list, [new1, ...list, new2])).toEqual([
    [0, 1],
    [0, 1],
  ])
  const forward = [...list.slice(1, 4_000), first, ...list.slice(4_000)]
  expect(sizeOf(list, forward)).toEqual([
    [1, 0],
    [0, 1],
  ])
  const back = [...list.slice(0, 1_000), last, ...list.slice(1_000, -1)]
  expect(sizeOf(list, back)).toEqual([
    [0, 1],
    [1, 0],
  ])
  const several = [...list.slice(100, 4_000), ...list.slice(0, 100), ...list.slice(4_000)]
  expect(sizeOf(list, several)).toEqual([
    [100, 0],
    [0, 100],
  ])
})

test('there is no change between lists that have hardly anything in common', () => {
  expect(splicesBetween(items(5_000), items(5_000))).toBeNull()
  expect(splicesBetween([], items(5_000))).toBeNull()
  expect(splicesBetween(items(5_000), items(5_000).toReversed())).toBeNull()
  expect(sizeOf(items(5_000), [])).toEqual([[5_000, 0]])
})
