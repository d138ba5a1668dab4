import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanPicture } from '../../../electron/journal/pictures/clean-picture.ts'
import { readOrientation } from '../../../electron/journal/pictures/orientation.ts'
import { cleanPictures, exif, riff, riffChunk, SECRET, somePictures } from '../../support/some-pictures.ts'

const clean = (data: Buffer): Buffer => {
  const cleaned = cleanPicture(data)
  if (cleaned === null) throw new Error('The picture was not understood.')
  return Buffer.from(cleaned)
}

/** The Exif data of a file. */
function exifIn(data: Buffer): Buffer | null {
  const at = data.indexOf(Buffer.from('MM\0*', 'latin1'))
  return at < 0 ? null : data.subarray(at)
}

describe.each(somePictures)('cleaning a $name', ({ full, kept, turns }) => {
  test('a cleaned picture has lost everything that is not visible', () => {
    const before = full(6)
    expect(before.includes(SECRET)).toBe(true)
    const after = clean(before)
    expect(after.includes(SECRET)).toBe(false)
    expect(after.includes(SECRET.slice(0, 6))).toBe(false)
  })

  test('a cleaned picture has the identical image and colour profile', () => {
    const after = clean(full(6))
    for (const part of kept) expect(after.includes(part)).toBe(true)
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'a cleaned picture still has the orientation %i of its Exif data, and nothing else of them',
    (number) => {
      const after = exifIn(clean(full(number)))
      const found = after && { orientation: readOrientation(after), tags: after.readUInt16BE(8) }
      expect(found).toEqual(turns && number !== 1 ? { orientation: number, tags: 1 } : null)
    },
  )

  test('cleaning a picture again changes nothing', () => {
    const once = clean(full(8))
    expect(clean(once)).toEqual(once)
  })

  test('cleaning a picture does not modify the original', () => {
    const before = full(3)
    clean(before)
    expect(before).toEqual(full(3))
  })

  test('a picture that is truncated or damaged anywhere is refused or cleaned, without harm', () => {
    const whole = full(6)
    for (let length = 0; length < whole.length; length++) {
      const after = cleanPicture(whole.subarray(0, length))
      expect(Buffer.from(after ?? []).includes(SECRET)).toBe(false)
    }
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
        const damaged = Buffer.from(whole)
        damaged[at] = value
        const after = cleanPicture(damaged)
        expect(after === null || after instanceof Uint8Array).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

test.each(Object.entries(cleanPictures))('a %s with nothing to remove stays identical', (_, data) => {
  expect(clean(data)).toEqual(data)
})

test('an animated WebP keeps its frames, and loses what is hidden in them', () => {
  const full = animation(frame(still, riffChunk('PRIV', Buffer.from(SECRET))), frame(still))
  expect(clean(full)).toEqual(animation(frame(still), frame(still)))
})

const still = riffChunk('VP8L', Buffer.from([0x2f, 1, 2, 3]))

function frame(...inside: Buffer[]): Buffer {
  return riffChunk('ANMF', Buffer.concat([Buffer.alloc(16, 7), ...inside]))
}

function animation(...frames: Buffer[]): Buffer {
  return riff(riffChunk('VP8X', Buffer.alloc(10, 2)), riffChunk('ANIM', Buffer.alloc(6)), ...frames)
}

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a text', Buffer.from('Not a picture')],
  ['a JPEG without a picture', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
  ['a PNG without a picture', cleanPictures.png.subarray(0, 33)],
  [
    'a PNG with a part that readers must know',
    Buffer.concat([
      cleanPictures.png.subarray(0, 33),
      Buffer.from('\0\0\0\0CgBI\0\0\0\0', 'latin1'),
      cleanPictures.png.subarray(33),
    ]),
  ],
  ['a GIF without a picture', cleanPictures.gif.subarray(0, 19)],
  ['a WebP without a picture', Buffer.from('RIFF\x04\0\0\0WEBP', 'latin1')],
  ['an AVIF without a picture', Buffer.from('\0\0\0\x10ftypavif\0\0\0\0', 'latin1')],
])('%s cannot be parsed, so it is not exported', (_, data) => {
  expect(cleanPicture(data)).toBeNull()
})

test.each(['II', 'MM'] as const)('an orientation is read in the byte order %s', (order) => {
  expect(readOrientation(exif(5, order))).toBe(5)
})

test.each([
  ['no Exif data', Buffer.alloc(0)],
  ['a number that means nothing', exif(9)],
  ['a place outside of the file', Buffer.from('MM\0*\xff\xff\xff\xff', 'latin1')],
])('a picture with %s is shown as it is stored', (_, data) => {
  expect(readOrientation(data)).toBe(1)
})
