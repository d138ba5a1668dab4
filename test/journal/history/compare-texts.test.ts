import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTexts } from '../../../electron/journal/history/compare-texts.ts'
import type { Segment } from '../../../electron/shared/history.ts'

const side = (segments: Segment[], without: 'added' | 'removed') =>
  segments
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

describe('the difference between two texts', () => {
  it('texts are compared word by word', () => {
    expect(compareTexts('It was a good talk.', 'It was a very good talk.')).toEqual([
      { kind: 'same', text: 'It was a ' },
      { kind: 'added', text: 'very ' },
      { kind: 'same', text: 'good talk.' },
    ])
  })

  it('two empty texts have no differences, and a text compared to an empty one is a single difference', () => {
    expect(compareTexts('', '')).toEqual([])
    expect(compareTexts('', 'New.')).toEqual([{ kind: 'added', text: 'New.' }])
    expect(compareTexts('Old.', '')).toEqual([{ kind: 'removed', text: 'Old.' }])
  })

  it('both texts can be reconstructed as long as nothing is shortened', () => {
    const text = fc
      .array(fc.constantFrom('tea', 'talk', ' ', '\n', '\n\n', 'é', '🎪', '“hi”'))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before.length < 250 && after.length < 250)
        const segments = compareTexts(before, after)
        expect(side(segments, 'added')).toBe(before)
        expect(side(segments, 'removed')).toBe(after)
      }),
    )
  })

  it('long unchanged parts are shortened', () => {
    const long = Array.from({ length: 1000 }, (_, index) => `Line ${index}.`).join('\n')
    const segments = compareTexts(`${long}\nOld.\n${long}`, `${long}\nNew.\n${long}`)
    expect(segments.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same'])
    expect(segments.every(({ text }) => text.length < 700)).toBe(true)
    expect(segments[0]?.text).toMatch(/^…/)
    expect(segments[3]?.text).toMatch(/…$/)
  })

  it('comparing ten megabytes of rewritten text takes limited time', () => {
    const segments = compareTexts('one '.repeat(2_500_000), 'two '.repeat(2_500_000))
    expect(segments.reduce((sum, segment) => sum + segment.text.length, 0)).toBeLessThan(50_000)
  })
})
