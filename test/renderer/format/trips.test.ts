import { describe, expect, it } from 'vitest'
import { sayCount, sayDays, sayStage } from '../../../renderer/format/trips.ts'

describe('days are said as people say them', () => {
  it.each([
    ['2026-04-14', '2026-04-14', '14 April 2026'],
    ['2026-04-14', '2026-04-16', '14–16 April 2026'],
    ['2026-01-31', '2026-02-01', '31 January – 1 February 2026'],
    ['2026-12-30', '2027-01-02', '30 December 2026 – 2 January 2027'],
  ])('%s to %s: %s', (first, last, said) => {
    expect(sayDays(first, last)).toBe(said)
  })
})

describe('where a trip stands', () => {
  const trip = { firstDay: '2026-04-14', lastDay: '2026-04-16', published: false }
  it.each([
    ['2026-04-02', 'In 12 days'],
    ['2026-04-13', 'Tomorrow'],
    ['2026-04-14', 'Under way'],
    ['2026-04-16', 'Under way'],
    ['2026-04-17', 'To write up'],
  ])('on %s: %s', (today, said) => {
    expect(sayStage(trip, today)).toBe(said)
  })

  it('is over when it is published', () => {
    expect(sayStage({ ...trip, published: true }, '2026-04-15')).toBe('Published')
  })
})

it('counts one thing as one', () => {
  expect(sayCount(1, 'entry', 'entries')).toBe('1 entry')
  expect(sayCount(0, 'entry', 'entries')).toBe('0 entries')
  expect(sayCount(2310, 'word', 'words')).toBe('2,310 words')
})
