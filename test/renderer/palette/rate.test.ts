import { describe, expect, test } from 'vitest'
import { rate, searchable, wordsOf } from '../../../renderer/palette/rate.ts'

const rateOf = (typed: string, text: string) => rate(wordsOf(typed), searchable(text))

describe('what was typed', () => {
  test.each([
    ['state', 'The State of In-Browser ML'],
    ['browser', 'The State of In-Browser ML'],
    ['ml state', 'The State of In-Browser ML'],
    ['rowse', 'The State of In-Browser ML'],
    ['tsoib', 'The State of In-Browser ML'],
    ['newt', 'New talk'],
    ['sate', 'The State of In-Browser ML'],
    ['steate', 'The State of In-Browser ML'],
    ['satte', 'The State of In-Browser ML'],
    ['stxte', 'The State of In-Browser ML'],
    ['muller', 'Hans Müller'],
    ['MÜLLER', 'hans muller'],
    ['14 apr', 'Tuesday, 14 April'],
    ['ユニ', 'ユニコード'],
  ])('"%s" finds "%s"', (typed, text) => {
    expect(rateOf(typed, text)).toBeGreaterThan(0)
  })

  test.each([
    ['lunch', 'The State of In-Browser ML'],
    ['state lunch', 'The State of In-Browser ML'],
    ['tsbo', 'The State of In-Browser ML'],
    ['satx', 'The State of In-Browser ML'],
    ['xml', 'The State of In-Browser ML'],
    ['', 'The State of In-Browser ML'],
    ['a', ''],
  ])('"%s" does not find "%s"', (typed, text) => {
    expect(rateOf(typed, text)).toBe(0)
  })

  test('rates a name higher, the more of it was typed, and the nearer to its beginning', () => {
    const ratings = ['export', 'exp', 'report', 'port', 'etr', 'reprt'].map((typed) =>
      rateOf(typed, typed === 'export' ? 'Export' : 'Export the report'),
    )
    expect(ratings).toEqual(ratings.toSorted((a, b) => b - a))
    expect(new Set(ratings).size).toBe(ratings.length)
  })

  test('is compared with a very long name without reading all of it', () => {
    const text = 'a b '.repeat(1_000_000)
    const started = performance.now()
    for (let times = 0; times < 200; times++) rateOf('abababababab', text)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
