import { describe, expect, test } from 'vitest'
import { changeLater, differenceOf } from '../../../renderer/state/text-change.ts'

describe('the difference of two texts', () => {
  test('the difference is what remains without the common beginning and end', () => {
    expect(differenceOf('The train was late.', 'The bus was late.')).toEqual({ from: 4, to: 9, insert: 'bus' })
    expect(differenceOf('aa', 'aaa')).toEqual({ from: 2, to: 2, insert: 'a' })
    expect(differenceOf('same', 'same')).toBeNull()
  })
})

describe('a change that is made later', () => {
  test('a change is made in a text that has grown before, after, or not at all', () => {
    expect(changeLater('one two three', 'one three', 'zero one two three')).toBe('zero one three')
    expect(changeLater('one two three', 'one three', 'one two three four')).toBe('one three four')
    expect(changeLater('one two three', 'one three', 'one two three')).toBe('one three')
  })

  test('a change is not made where others have changed the same part', () => {
    expect(changeLater('one two three', 'one three', 'one 2 three')).toBeNull()
    expect(changeLater('one two three', 'one three', '')).toBeNull()
  })
})
