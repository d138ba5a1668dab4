import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { throttle } from '../../../electron/journal/jobs/throttle.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

/** The numbers that get through if there is one every ten milliseconds, a hundred times. */
function told(after?: number): number[] {
  const heard: number[] = []
  const tell = throttle((step: number) => void heard.push(step), after)
  for (let step = 0; step < 100; step++) {
    tell(step)
    vi.advanceTimersByTime(10)
  }
  return heard
}

test('a throttled function is called every 50 ms, and at once the first time', () => {
  expect(told()).toEqual(Array.from({ length: 20 }, (_, index) => index * 5))
})

test('a throttled function is not called during the quiet time', () => {
  expect(told(900)).toEqual([90, 95])
  expect(told(2000)).toEqual([])
})
