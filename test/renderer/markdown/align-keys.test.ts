import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { alignKeys, type Keyed } from '../../../renderer/markdown/align-keys.ts'

function before(...contents: string[]): Keyed[] {
  return contents.map((content, key) => ({ content, key }))
}

function align(old: readonly Keyed[], contents: readonly string[]): number[] {
  let next = 100
  return alignKeys(old, contents, () => next++).map(({ key }) => key)
}

test('a changed block keeps its key, and so do all others', () => {
  expect(align(before('a', 'b', 'c'), ['a', 'B', 'c'])).toEqual([0, 1, 2])
})

test('an inserted block gets a new key', () => {
  expect(align(before('a', 'b'), ['a', 'new', 'b'])).toEqual([0, 100, 1])
})

test('blocks that are reordered take their keys along', () => {
  expect(align(before('a', 'b', 'c', 'd'), ['c', 'a', 'b', 'd'])).toEqual([2, 0, 1, 3])
})

test('equal blocks have different keys', () => {
  expect(align(before('a', 'a'), ['a', 'a', 'a', 'a'])).toEqual([0, 1, 100, 101])
})

test('whatever changes between versions, no key is used twice and unchanged blocks keep theirs', () => {
  const text = array(constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 })
  assert(
    property(text, text, (first, second) => {
      const old = before(...first)
      const keys = align(old, second)
      expect(keys).toHaveLength(second.length)
      expect(new Set(keys).size).toBe(second.length)
      const same = align(old, first)
      expect(same).toEqual(old.map(({ key }) => key))
    }),
  )
})
