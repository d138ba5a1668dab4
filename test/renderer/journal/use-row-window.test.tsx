import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useRowWindow } from '../../../renderer/journal/use-row-window.ts'

const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => ({ id: String(index) }))
const many = rowsOf(40_000)

function show(openId: string | null, all = many) {
  const { result, rerender } = renderHook(({ id }) => useRowWindow(all, id), { initialProps: { id: openId } })
  const shown = () => `${result.current.rows[0]?.id} to ${result.current.rows.at(-1)?.id}`
  return { result, shown, open: (id: string | null) => rerender({ id }) }
}

test('a list of up to a thousand rows has all of them', () => {
  const all = rowsOf(1_000)
  const { result } = show('999', all)
  expect(result.current).toMatchObject({ rows: all, earlier: 0, later: 0 })
})

test('a list of very many rows has a thousand, and says how many there are above and below', () => {
  const { result, shown } = show(null)
  expect(shown()).toBe('0 to 999')
  expect(result.current).toMatchObject({ earlier: 0, later: 39_000 })
})

test('a list of very many rows begins around the open row', () => {
  expect(show('20000').shown()).toBe('19500 to 20499')
  expect(show('39999').shown()).toBe('39000 to 39999')
})

test('a list of very many rows moves along before the open row comes to its end', () => {
  const { shown, open } = show('500')
  open('940')
  expect(shown()).toBe('0 to 999')
  open('960')
  expect(shown()).toBe('460 to 1459')
  open('470')
  expect(shown()).toBe('0 to 999')
})

test('a list of very many rows can be moved up and down, as far as its ends', () => {
  const { result, shown } = show('39999')
  act(() => result.current.showEarlier())
  expect(shown()).toBe('38500 to 39499')
  act(() => result.current.showLater())
  act(() => result.current.showLater())
  expect(shown()).toBe('39000 to 39999')
})
