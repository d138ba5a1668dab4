import { describe, expect, it } from 'vitest'
import { allZones, zoneName, zoneOffset, zoneOfPlace } from '../../../renderer/library/zones.ts'

const summer = '2026-07-01'

describe('the zone of a place', () => {
  it.each([
    ['Berlin', '', 'Europe/Berlin'],
    ['new york', '', 'America/New_York'],
    ['São Paulo', '', 'America/Sao_Paulo'],
    [' PRAGUE ', 'Czechia', 'Europe/Prague'],
    ['Darmstadt', 'Germany', 'Europe/Berlin'],
    ['Basel', 'Switzerland', 'Europe/Zurich'],
    ['Leeds', 'UK', 'Europe/London'],
  ])('the zone of %s (%s) is %s', (city, country, zone) => {
    expect(zoneOfPlace(city, country, summer)).toBe(zone)
  })

  it('the zone is unknown if the country has several and none is named after the city', () => {
    expect(zoneOfPlace('Pittsburgh', 'United States', summer)).toBeNull()
  })

  it('the zone is unknown without a place, and for a place that does not exist', () => {
    expect(zoneOfPlace('', '', summer)).toBeNull()
    expect(zoneOfPlace('Minas Tirith', 'Gondor', summer)).toBeNull()
  })
})

it('a zone is shown with the city first, and with its offset from UTC on that day', () => {
  expect(zoneName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires, Argentina, America')
  expect(zoneOffset('Europe/Berlin', '2026-07-01')).toBe('UTC+2')
  expect(zoneOffset('Europe/Berlin', '2026-12-01')).toBe('UTC+1')
  expect(zoneOffset('Asia/Kolkata', '2026-12-01')).toBe('UTC+5:30')
})

it('a zone is in the list even under an older name', () => {
  expect(allZones('Asia/Calcutta')).toContain('Asia/Calcutta')
  expect(allZones('UTC')).toContain('Europe/Berlin')
})
