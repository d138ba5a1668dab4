import { act, renderHook } from '@testing-library/react'
import { beforeEach, afterEach, expect, test, vi } from 'vitest'
import { useHeldText } from '../../../renderer/components/held-text.ts'
import { prepareFlush } from '../../../renderer/state/before-flush.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A field's held text, on a value that follows what is handed over. */
function start(value = 'Lunch') {
  const handedOver: string[] = []
  const { result, rerender, unmount } = renderHook(
    ({ shown }) => useHeldText(shown, (typed) => void handedOver.push(typed)),
    { initialProps: { shown: value } },
  )
  return {
    handedOver,
    type: (text: string) => act(() => result.current.onChange(text)),
    show: (shown: string) => rerender({ shown }),
    shown: () => result.current.value,
    unmount,
  }
}

test('what is typed is shown at once, and handed over after a pause', () => {
  const { handedOver, type, shown } = start()
  type('Lunch a')
  type('Lunch at')
  expect(shown()).toBe('Lunch at')
  act(() => void vi.advanceTimersByTime(100))
  expect(handedOver).toEqual([])
  act(() => void vi.advanceTimersByTime(100))
  expect(handedOver).toEqual(['Lunch at'])
})

test('somebody who does not pause is not held back for longer than half a second', () => {
  const { handedOver, type } = start('')
  for (let letters = 1; letters <= 12; letters++) {
    type('a'.repeat(letters))
    act(() => void vi.advanceTimersByTime(100))
  }
  expect(handedOver.length).toBeGreaterThanOrEqual(2)
})

test('whatever saves gets what is held back first, and nothing is handed over twice', () => {
  const { handedOver, type } = start()
  type('Lunch at noon')
  act(prepareFlush)
  expect(handedOver).toEqual(['Lunch at noon'])
  act(() => void vi.advanceTimersByTime(1000))
  expect(handedOver).toEqual(['Lunch at noon'])
})

test('a field that disappears hands over what it held back', () => {
  const { handedOver, type, unmount } = start()
  type('Lunch!')
  unmount()
  expect(handedOver).toEqual(['Lunch!'])
})

test('a change from elsewhere is shown once nothing is held back', () => {
  const { type, show, shown } = start()
  type('Lunch!')
  show('Dinner')
  expect(shown()).toBe('Lunch!')
  act(prepareFlush)
  show('Lunch!')
  expect(shown()).toBe('Lunch!')
  show('Dinner')
  expect(shown()).toBe('Dinner')
})
