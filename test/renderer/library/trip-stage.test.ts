import { describe, expect, it } from 'vitest'
import { formatStage } from '../../../renderer/library/trip-stage.ts'

describe('the stage of a trip', () => {
  const trip = { firstDay: '2026-04-14', lastDay: '2026-04-16', published: false, entries: 3 }
  it.each([
    ['2026-04-02', 'In 12 days'],
    ['2026-04-13', 'Tomorrow'],
    ['2026-04-14', 'Under way'],
    ['2026-04-16', 'Under way'],
    ['2026-04-17', 'To write up'],
  ])('the stage of a trip on %s is "%s"', (today, expected) => {
    expect(formatStage(trip, today)).toBe(expected)
  })

  it('a trip that is over and has no entries has nothing to write up', () => {
    expect(formatStage({ ...trip, entries: 0 }, '2026-04-17')).toBe('')
    expect(formatStage({ ...trip, entries: 0 }, '2026-04-16')).toBe('Under way')
  })

  it('the stage of a trip is "Published" once the report is published', () => {
    expect(formatStage({ ...trip, published: true }, '2026-04-15')).toBe('Published')
  })
})
