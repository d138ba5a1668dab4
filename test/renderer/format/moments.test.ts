import { describe, expect, it } from 'vitest'
import { sayClocks, sayMoment, sayWhoseClocks } from '../../../renderer/format/moments.ts'

const zone = 'Europe/Berlin'
const now = '2026-04-16T10:00:00Z'

describe('a moment inside a sentence', () => {
  it.each([
    ['2026-04-16T08:15:00Z', 'today at 10:15'],
    ['2026-04-15T08:15:00Z', 'yesterday at 10:15'],
    ['2026-04-14T08:15:00Z', 'on Tuesday, 14 April 2026 at 10:15'],
  ])('%s is %s', (instant, said) => {
    expect(sayMoment(instant, zone, now)).toBe(said)
  })

  it('is on the day that it is at the venue', () => {
    expect(sayMoment('2026-04-15T22:30:00Z', zone, now)).toBe('today at 00:30')
    expect(sayMoment('2026-04-15T22:30:00Z', 'America/Toronto', now)).toBe('yesterday at 18:30')
  })
})

describe('the times of a list', () => {
  it('are told to the second only where two would read the same', () => {
    const instants = ['2026-04-14T08:15:09Z', '2026-04-14T08:15:02Z', '2026-04-14T08:10:00Z', '2026-04-13T08:10:00Z']
    expect(sayClocks(instants, zone)).toEqual(['10:15:09', '10:15:02', '10:10', '10:10'])
  })

  it('are said to be those of the venue where this computer is elsewhere', () => {
    expect(sayWhoseClocks([now], zone, 'Europe/Paris')).toBe('')
    expect(sayWhoseClocks([now], zone, 'America/Toronto')).toBe('Times are those of Berlin.')
    expect(sayWhoseClocks([now], 'America/New_York', 'Europe/Paris')).toBe('Times are those of New York.')
  })
})
