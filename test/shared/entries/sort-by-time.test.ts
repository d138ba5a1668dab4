import { expect, test } from 'vitest'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import { isOutOfOrder, sortByTime } from '../../../electron/shared/entries/sort-by-time.ts'

const note = (clock: string | null, zone = '+02:00') =>
  newEntry('note', '2026-04-14', clock === null ? null : `2026-04-14T${clock}:00${zone}`)

test('entries are sorted by time, and those without a time stay behind the one that they follow', () => {
  const [first, ten, after, nine, eight] = [note(null), note('10:00'), note(null), note('09:00'), note('08:00')]
  expect(sortByTime([first, ten, after, nine, eight])).toEqual([first, eight, nine, ten, after])
  expect(isOutOfOrder([first, ten, after, nine, eight])).toBe(true)
  expect(isOutOfOrder(sortByTime([first, ten, after, nine, eight]))).toBe(false)
})

test('times are compared as moments, and equal ones stay as they are', () => {
  const [utc, berlin, same] = [note('08:30', 'Z'), note('10:00'), note('10:30')]
  expect(isOutOfOrder([utc, berlin])).toBe(true)
  expect(sortByTime([utc, berlin, same])).toEqual([berlin, utc, same])
  expect(isOutOfOrder([])).toBe(false)
})
