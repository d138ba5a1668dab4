import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { LongList } from '../../../renderer/components/long-list.tsx'
import { piecesOf } from '../../../renderer/components/seen-items.ts'

const items = (count: number) => Array.from({ length: count }, (_, index) => `Item ${index + 1}`)

function show(count: number, kept?: number): void {
  render(
    <LongList label="Items" items={items(count)} itemHeight={10} {...(kept === undefined ? {} : { kept })}>
      {(item, place) => (
        <li key={item} {...place}>
          {item}
        </li>
      )}
    </LongList>,
  )
}

test('a list of a hundred items draws all of them', () => {
  show(100)
  expect(screen.getAllByRole('listitem')).toHaveLength(100)
  expect(screen.getAllByRole('listitem')[0]?.getAttribute('aria-setsize')).toBe(null)
})

test('a list of 40,000 items draws few of them, and screen readers know where they are', () => {
  show(40_000)
  expect(screen.getAllByRole('listitem').length).toBeLessThan(100)
  const last = screen.getByText('Item 40000')
  expect(last.getAttribute('aria-posinset')).toBe('40000')
  expect(last.getAttribute('aria-setsize')).toBe('40000')
})

test('the item that may get the focus stays drawn, with its neighbours', () => {
  show(1_000, 500)
  for (const name of ['Item 500', 'Item 501', 'Item 502']) expect(screen.getByText(name)).toBeTruthy()
})

test('the pieces of a list cover it without overlapping', () => {
  const seen = { from: 30, to: 60, height: 10 }
  for (const count of [1, 2, 31, 45, 60, 61, 62, 1_000]) {
    for (const kept of [-1, 0, 1, 29, 30, 59, 60, 61, count - 1].filter((index) => index < count)) {
      const pieces = piecesOf(count, seen, kept)
      expect(pieces.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))).toEqual(
        Array.from({ length: count }, (_, index) => index),
      )
      expect(pieces.reduce((sum, { height }) => sum + height, 0)).toBe(10 * count)
      const drawn = pieces.filter(({ isDrawn }) => isDrawn)
      for (const index of [0, count - 1, kept].filter((one) => one >= 0))
        expect(drawn.some(({ from, to }) => from <= index && index < to)).toBe(true)
    }
  }
})
