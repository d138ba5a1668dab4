import { describe, expect, test } from 'vitest'
import { stepTarget } from '../../../renderer/state/step-target.ts'

const ids = ['a', 'b', 'c', 'd', 'e']

describe('where selected entries go', () => {
  test('one entry moves past its neighbour', () => {
    expect(stepTarget(ids, ['b'], -1)).toBe('a')
    expect(stepTarget(ids, ['b'], 1)).toBe('d')
    expect(stepTarget(ids, ['d'], 1)).toBeNull()
  })

  test('several entries move past the next one as a block', () => {
    expect(stepTarget(ids, ['c', 'd'], -1)).toBe('b')
    expect(stepTarget(ids, ['b', 'c'], 1)).toBe('e')
    expect(stepTarget(ids, ['c', 'd'], 1)).toBeNull()
  })

  test('scattered entries come together where the first or the last of them goes', () => {
    expect(stepTarget(ids, ['b', 'd'], -1)).toBe('a')
    expect(stepTarget(ids, ['a', 'c'], -1)).toBe('b')
    expect(stepTarget(ids, ['c', 'e'], 1)).toBeNull()
  })

  test('entries at the end of their day have nowhere to go', () => {
    expect(stepTarget(ids, ['a', 'b'], -1)).toBeUndefined()
    expect(stepTarget(ids, ['e'], 1)).toBeUndefined()
    expect(stepTarget(ids, ['gone'], 1)).toBeUndefined()
  })
})
