import { expect, it } from 'vitest'
import { sayDeleted } from '../../../renderer/library/say-trash.ts'

it.each([
  ['2026-04-14T12:00:00Z', 'deleted on 14 April 2026, kept for 30 more days'],
  ['2026-05-13T01:00:00Z', 'deleted on 14 April 2026, kept for 1 more day'],
  ['2026-05-14T23:00:00Z', 'deleted on 14 April 2026, goes for good soon'],
  ['2027-05-14T23:00:00Z', 'deleted on 14 April 2026, goes for good soon'],
])('on %s it says "%s"', (now, said) => {
  expect(sayDeleted('2026-04-14T10:00:00Z', now)).toBe(said)
})
