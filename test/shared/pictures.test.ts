import { expect, test } from 'vitest'
import { openBundle } from '../../electron/journal/importers/open-bundle.ts'
import { channels } from '../../electron/shared/contract/index.ts'
import { MAX_BUNDLE_BYTES, MAX_REPORT_BYTES } from '../../electron/shared/import-limits.ts'
import {
  acceptedPictures,
  hasExtensionOf,
  looksLikePicture,
  MAX_PICTURE_BYTES,
  pictureFormats,
  pictureMediaTypes,
} from '../../electron/shared/pictures.ts'
import { problemWith } from '../../renderer/import/upload.ts'

const inBase64 = (bytes: number) => Math.ceil(bytes / 3) * 4

test('the picture dialog offers the formats that Lanyard accepts, and no others', () => {
  const types = 'image/jpeg,image/png,image/gif,image/webp,image/avif,image/heic,image/tiff'
  expect(acceptedPictures).toBe(`${types},.jpg,.jpeg,.png,.gif,.webp,.avif,.heic,.heif,.hif,.tif,.tiff`)
})

test.each(pictureMediaTypes)('the extensions of %s files are recognized in any case, and no others are', (type) => {
  for (const extension of pictureFormats[type].extensions) {
    expect(hasExtensionOf(`hall.x.${extension.toUpperCase()}`, type)).toBe(true)
  }
  expect(hasExtensionOf('hall.svg', type)).toBe(false)
  expect(hasExtensionOf('hall', type)).toBe(false)
})

test('a dropped file counts as a picture by its type or its name, even if it cannot be kept', () => {
  expect(looksLikePicture({ type: '', name: 'IMG_0001.HEIC' })).toBe(true)
  expect(looksLikePicture({ type: 'image/heic', name: '' })).toBe(true)
  expect(looksLikePicture({ type: '', name: 'hall.JPG' })).toBe(true)
  expect(looksLikePicture({ type: 'image/x-canon-cr2', name: 'hall.cr2' })).toBe(true)
  expect(looksLikePicture({ type: 'text/markdown', name: 'index.md' })).toBe(false)
})

test('the window refuses a report that is too large for the engine, and accepts one that is not', () => {
  for (const [size, isTaken] of [
    [MAX_REPORT_BYTES, true],
    [MAX_REPORT_BYTES + 1, false],
  ] as const) {
    const data = new Uint8Array(size).fill(97)
    expect(problemWith([{ name: 'index.md', file: new File([data], 'index.md') }]) === null).toBe(isTaken)
    expect(openBundle([{ name: 'index.md', data }]).ok).toBe(isTaken)
  }
})

test('a request in the browser has room for the largest picture and for the largest bundle, in Base64', () => {
  expect(channels['photos.add'].maxBytes).toBeGreaterThan(inBase64(MAX_PICTURE_BYTES))
  expect(channels['imports.create'].maxBytes).toBeGreaterThan(inBase64(MAX_BUNDLE_BYTES))
  expect(channels['archives.read'].maxBytes).toBeGreaterThan(inBase64(MAX_BUNDLE_BYTES))
})
