import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepEntries } from '../../../renderer/state/keep-entries.ts'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'

const entry = (title: string) => ({ ...newEntry('talk', '2026-04-14', null), title, tags: ['python'] })
const copies = <T>(value: T): T => structuredClone(value)

test('entries that have not changed stay the same objects, in the same array', () => {
  const before = [entry('One'), entry('Two')]
  expect(keepEntries(before, copies(before))).toBe(before)
})

test('only a changed entry is another object', () => {
  const before = [entry('One'), entry('Two'), entry('Three')]
  const after = copies(before).map((one, index) => (index === 1 ? { ...one, tags: ['rust'] } : one))
  const kept = keepEntries(before, after)
  expect(kept.map((one, index) => one === before[index])).toEqual([true, false, true])
  expect(kept).toEqual(after)
})

test('entries stay the same objects when others are added, deleted or moved', () => {
  const [one, two, three] = [entry('One'), entry('Two'), entry('Three')]
  const fresh = entry('Fresh')
  for (const after of [[fresh, one, two, three], [one, three], [three, two, one], [], [one, two]]) {
    const kept = keepEntries([one, two, three], copies(after))
    expect(kept).toEqual(after)
    expect(kept.filter((each) => [one, two, three].some((known) => known === each))).toHaveLength(
      after.filter((each) => each !== fresh).length,
    )
  }
})

const known = Array.from({ length: 8 }, (_, index) => entry(`Entry ${index}`))
const fresh = Array.from({ length: 3 }, (_, index) => entry(`Fresh ${index}`))

test('whatever is added, deleted, moved and changed, each entry that is the same stays the same object', () => {
  const some = fc.record({
    before: fc.shuffledSubarray(known),
    chosen: fc.shuffledSubarray([...known, ...fresh]),
    isChanged: fc.func(fc.boolean()),
  })
  fc.assert(
    fc.property(some, ({ before, chosen, isChanged }) => {
      const after = copies(chosen).map((one) => ({ ...one, text: isChanged(one.id) ? 'changed' : '' }))
      const kept = keepEntries(before, after)
      expect(kept).toEqual(after)
      const shared = after.filter(({ id }) => before.some((one) => one.id === id) && !isChanged(id))
      expect(kept.filter((one) => before.some((each) => each === one)).map(({ id }) => id)).toEqual(
        shared.map(({ id }) => id),
      )
    }),
  )
})
