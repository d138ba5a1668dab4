import { describe, expect, it } from 'vitest'
import { formatClocks, formatForeignTimeZone, formatTimeZone } from '../../../renderer/format/clocks.ts'

const zone = 'Europe/Berlin'
const now = '2026-04-16T10:00:00Z'

describe('the times of a list', () => {
  it('the times of a list have seconds only if two of them would look the same', () => {
    const instants = ['2026-04-14T08:15:09Z', '2026-04-14T08:15:02Z', '2026-04-14T08:10:00Z', '2026-04-13T08:10:00Z']
    expect(formatClocks(instants, zone)).toEqual(['10:15:09', '10:15:02', '10:10', '10:10'])
  })

  it("the times of a list name their zone if this computer's clock shows other times", () => {
    expect(formatForeignTimeZone([now], zone, 'Europe/Paris')).toBe('')
    expect(formatForeignTimeZone([now], zone, 'America/Toronto')).toBe('All times are in Berlin time.')
    expect(formatForeignTimeZone([now], 'America/New_York', 'Europe/Paris')).toBe('All times are in New York time.')
  })
})

it('a time zone is named by its city, with its offset if that is known', () => {
  expect(formatTimeZone(zone, 'UTC+2')).toBe('All times are in Berlin time (UTC+2).')
  expect(formatTimeZone('UTC', 'UTC')).toBe('All times are in UTC.')
})
