import { fireEvent, render, screen } from '@testing-library/react'
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

const picture = 'trip://trip/picture'

/** Render a cover whose picture has this many pixels. jsdom loads no pictures, so the test fires what the browser would. */
function renderPicture(width: number, height: number) {
  const { container } = render(<Cover title="PyCon DE" picture={picture} />)
  const image = container.querySelector('img')
  if (!image) throw new Error('There is no picture.')
  Object.defineProperties(image, { naturalWidth: { value: width }, naturalHeight: { value: height } })
  return { container, image }
}

it('a cover is hidden from screen readers, since it is only decoration', () => {
  const { container } = render(<Cover title="PyCon DE" picture={picture} />)
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
  expect(container.querySelector('img')?.getAttribute('alt')).toBe('')
  expect(screen.queryByRole('img')).toBeNull()
})

it('the picture of a cover appears over the drawing once it has loaded', () => {
  const { image } = renderPicture(8000, 6000)
  expect(image.className).not.toContain('cover-picture-shown')
  fireEvent.load(image)
  expect(image.className).toContain('cover-picture-shown')
})

it.each([
  ['cannot be loaded', 1, 1, fireEvent.error],
  ['would take too much memory', 20_000, 20_000, fireEvent.load],
])('the drawing stays if the picture %s', (_, width, height, fire) => {
  const { container, image } = renderPicture(width, height)
  fire(image)
  expect(container.querySelector('img')).toBeNull()
  expect(container.querySelector('svg')).not.toBeNull()
})

it('another picture is shown although the one before could not be', () => {
  const { container, rerender } = render(<Cover title="PyCon DE" picture={picture} />)
  fireEvent.error(container.querySelector('img') ?? container)
  rerender(<Cover title="PyCon DE" picture="trip://trip/other" />)
  expect(container.querySelector('img')?.getAttribute('src')).toBe('trip://trip/other')
})
