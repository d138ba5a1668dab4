import { renderHook, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useAfterTyping } from '../../../renderer/components/use-after-typing.ts'

const show = (first: string, inField: string) =>
  renderHook(({ value, typed }) => useAfterTyping(value, typed), { initialProps: { value: first, typed: inField } })

test('what follows from the letters in a field is held back until typing pauses', async () => {
  const { result, rerender } = show('all', '')
  rerender({ value: 'some', typed: 'a' })
  expect(result.current).toBe('all')
  rerender({ value: 'few', typed: 'ab' })
  expect(result.current).toBe('all')
  await waitFor(() => expect(result.current).toBe('few'))
})

test('what changes while nobody types is shown at once, and is what is held when somebody types then', () => {
  const { result, rerender } = show('Monday', 'a')
  rerender({ value: 'Tuesday', typed: 'a' })
  expect(result.current).toBe('Tuesday')
  rerender({ value: 'nothing', typed: 'ab' })
  expect(result.current).toBe('Tuesday')
})

test('letters that are taken back before typing pauses change nothing', () => {
  const { result, rerender } = show('all', '')
  rerender({ value: 'some', typed: 'a' })
  rerender({ value: 'all', typed: '' })
  expect(result.current).toBe('all')
})
