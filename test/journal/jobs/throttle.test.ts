import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { throttle } from '../../../electron/journal/jobs/throttle.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

/** What is told of a number that is given each ten milliseconds, a hundred times. */
function told(after?: number): number[] {
  const heard: number[] = []
  const tell = throttle((step: number) => void heard.push(step), after)
  for (let step = 0; step < 100; step++) {
    tell(step)
    vi.advanceTimersByTime(10)
  }
  return heard
}

test('what is told very often is told each 50 ms, and at once', () => {
  expect(told()).toEqual(Array.from({ length: 20 }, (_, index) => index * 5))
})

test('what is over by then is not told at all', () => {
  expect(told(900)).toEqual([90, 95])
  expect(told(2000)).toEqual([])
})
