import { render } from '@testing-library/react'
import { assert, property, string } from 'fast-check'
import { expect, it } from 'vitest'
import { Cover } from '../../../renderer/library/cover.tsx'
import { coverShapes } from '../../../renderer/library/cover-shapes.ts'

it('a cover is the same for the same title, and differs for another', () => {
  expect(coverShapes('PyCon DE')).toEqual(coverShapes(' pycon de '))
  expect(coverShapes('PyCon DE')).not.toEqual(coverShapes('PyCon US'))
})

it('a cover can be drawn for any title', () => {
  assert(
    property(string({ unit: 'binary' }), (title) => {
      const { hue, sun, hills } = coverShapes(title)
      expect([hue, sun.x, sun.y, sun.radius].every(Number.isFinite)).toBe(true)
      for (const { path } of hills) expect(path).toMatch(/^M0 [\d.]+ (C([\d.]+ ?){6} ?){4}L320 64 L0 64 Z$/)
    }),
  )
})

it('a cover is hidden from screen readers, since it is only decoration', () => {
  const { container } = render(<Cover title="PyCon DE" />)
  expect(container.firstElementChild?.getAttribute('aria-hidden')).toBe('true')
})
