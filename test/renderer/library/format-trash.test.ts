import { expect, it } from 'vitest'
import { formatDeleted } from '../../../renderer/library/format-trash.ts'

it.each([
  ['2026-04-14T12:00:00Z', 'Deleted on 14 April 2026, kept for 30 more days'],
  ['2026-05-13T01:00:00Z', 'Deleted on 14 April 2026, kept for 1 more day'],
  ['2026-05-14T23:00:00Z', 'Deleted on 14 April 2026, will soon be removed for good'],
  ['2027-05-14T23:00:00Z', 'Deleted on 14 April 2026, will soon be removed for good'],
])('on %s an item in the trash reads "%s"', (now, expected) => {
  expect(formatDeleted('2026-04-14T10:00:00Z', now)).toBe(expected)
})
