import { act, fireEvent, render, screen } from '@testing-library/react'
import { assert, property, string } from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
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
const other = 'trip://trip/other'

const before = globalThis.IntersectionObserver
/** Tells each cover whether it is near. jsdom does no layout, so the test calls them. */
let covers: ((isNear: boolean) => void)[] = []

beforeEach(() => {
  covers = []
  globalThis.IntersectionObserver = class extends before {
    constructor(callback: IntersectionObserverCallback) {
      super(callback)
      covers.push((isNear) => callback([{ isIntersecting: isNear } as IntersectionObserverEntry], this))
    }
  }
})

afterEach(() => {
  globalThis.IntersectionObserver = before
})

const setNear = (isNear: boolean) => act(() => covers.forEach((tell) => tell(isNear)))
const images = (container: Element) => Array.from(container.querySelectorAll('img'))
const addresses = (container: Element) => images(container).map((image) => image.getAttribute('src'))

/** Render a cover, and give its picture this many pixels. jsdom loads no pictures: the test fires what a browser would. */
function renderPicture(width: number, height: number) {
  const { container } = render(<Cover title="PyCon DE" picture={picture} />)
  setNear(true)
  const [image] = images(container)
  if (!image) throw new Error('There is no picture.')
  Object.defineProperties(image, { naturalWidth: { value: width }, naturalHeight: { value: height } })
  return { container, image }
}

it('a cover is hidden from screen readers, since it is only decoration', () => {
  const { container, image } = renderPicture(800, 600)
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
  expect(image.getAttribute('alt')).toBe('')
  expect(screen.queryByRole('img')).toBeNull()
})

it('the picture of a cover appears over the drawing once it has loaded', () => {
  const { image } = renderPicture(8000, 6000)
  expect(image.className).not.toContain('cover-image-shown')
  fireEvent.load(image)
  expect(image.className).toContain('cover-image-shown')
})

it.each([
  ['cannot be loaded', 1, 1, fireEvent.error],
  ['would take too much memory', 20_000, 20_000, fireEvent.load],
])('the drawing stays if the picture %s', (_, width, height, fire) => {
  const { container, image } = renderPicture(width, height)
  fire(image)
  expect(images(container)).toEqual([])
  expect(container.querySelector('svg')).not.toBeNull()
})

it('another picture is shown although the one before could not be', () => {
  const { container, rerender } = render(<Cover title="PyCon DE" picture={picture} />)
  setNear(true)
  fireEvent.error(images(container)[0] ?? container)
  rerender(<Cover title="PyCon DE" picture={other} />)
  setNear(true)
  expect(addresses(container)).toEqual([other])
})

it('the picture of a cover is in memory only while it is near', () => {
  const { container } = render(<Cover title="PyCon DE" picture={picture} />)
  expect(addresses(container)).toEqual([])
  setNear(true)
  expect(addresses(container)).toEqual([picture])
  setNear(false)
  expect(addresses(container)).toEqual([])
})

it('pictures of covers are loaded one after the other, without those that are no longer near', () => {
  const { container } = render(
    [picture, other, 'trip://trip/third'].map((address) => <Cover key={address} title="PyCon DE" picture={address} />),
  )
  setNear(true)
  expect(addresses(container)).toEqual([picture])
  act(() => covers[1]?.(false))
  fireEvent.load(images(container)[0] ?? container)
  expect(addresses(container)).toEqual([picture, 'trip://trip/third'])
  act(() => covers[1]?.(true))
  expect(addresses(container)).toEqual([picture, 'trip://trip/third'])
  fireEvent.error(images(container)[1] ?? container)
  expect(addresses(container)).toEqual([picture, other])
})
