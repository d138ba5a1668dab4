import { expect, test } from 'vitest'
import { emptyProgramme } from '../../../electron/journal/programmes/formats/empty-programme.ts'
import { guessTimeZone } from '../../../electron/journal/programmes/guess-time-zone.ts'

test.each([
  ['Graz', 'Österreich', 'Europe/Vienna'],
  ['Darmstadt', 'Germany', 'Europe/Berlin'],
  ['', 'JP', 'Asia/Tokyo'],
  ['Lisbon', 'Portugal', 'Europe/Lisbon'],
  // There are several times in these.
  ['Springfield', 'United States', 'Pacific/Auckland'],
  ['', 'Atlantis', 'Pacific/Auckland'],
])('the zone of a conference in “%s”, “%s” is probably %s', (city, country, zone) => {
  expect(guessTimeZone({ ...emptyProgramme, sessions: [], city, country }, 'Pacific/Auckland')).toBe(zone)
})
