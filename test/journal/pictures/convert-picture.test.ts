import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentPictures, publishingPictures, webPictures } from '../../../electron/journal/exporters/exporter.ts'
import { keepPictureThreads } from '../../../electron/journal/pictures/convert/picture-threads.ts'
import type { PictureWish } from '../../../electron/journal/pictures/convert/picture-wish.ts'
import { pictureType } from '../../../electron/shared/pictures.ts'
import { canMakeHeic, difference, looksOf, run, turned } from '../../support/decoded-pictures.ts'
import { findHidden, missingPrograms, tagsOfAll } from '../../support/hidden-data.ts'
import { codeOf, valueOf } from '../../support/library.ts'

const web: PictureWish = { size: 'web', support: webPictures }
const forMail: PictureWish = { size: 'web', support: documentPictures }
const fullForMail: PictureWish = { size: 'full', support: documentPictures }

const threads = keepPictureThreads(2)
afterAll(() => threads.close())

const convert = async (data: Uint8Array, wish: PictureWish) => valueOf(await threads.convert(data, wish))
const bytesOf = async (data: Uint8Array, wish: PictureWish) => (await convert(data, wish)).data ?? data

/** Adobe RGB has much wider colours than sRGB. */
const ADOBE_RGB = '/usr/share/color/icc/ghostscript/a98.icc'
const SRGB = '/usr/share/color/icc/ghostscript/srgb.icc'
const hasProfiles = existsSync(ADOBE_RGB) && existsSync(SRGB)
const isMissing = (what: string) => process.stdout.write(`Skipped: not on this machine: ${what}.\n`)
if (missingPrograms.length > 0) isMissing(missingPrograms.join(', '))
if (!canMakeHeic) isMissing('heif-enc, which makes HEIC pictures')
if (!hasProfiles) isMissing('Ghostscript’s colour profiles')

function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(data.length, 0)
  named.copy(whole, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}

/** A PNG that claims to have that many pixels. */
function claimingPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const pixels = pngChunk('IDAT', deflateSync(Buffer.alloc(1000)))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, pngChunk('IHDR', header), pixels, pngChunk('IEND', Buffer.alloc(0))])
}

describe.skipIf(missingPrograms.length > 0)('pictures that other programs made', () => {
  let folder = ''
  const made = (name: string) => readFile(join(folder, name))

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lanyard-pictures-'))
    const at = (name: string) => join(folder, name)
    // Four fields of different colours, so that each orientation looks different.
    const upper = ['(', '-size', '40x40', 'xc:red', 'xc:lime', '+append', ')']
    run(
      'convert',
      ...upper,
      '(',
      'xc:blue',
      'xc:yellow',
      '+append',
      ')',
      '-append',
      '-resize',
      '96x64!',
      at('fields.jpg'),
    )
    run('convert', '-seed', '1', '-size', '2100x1400', 'plasma:red-blue', '-quality', '92', at('photo.jpg'))
    run('convert', at('photo.jpg'), '-resize', '300x200', at('small.png'))
    for (const name of ['small.tif', 'small.webp', 'small.avif']) run('convert', at('small.png'), at(name))
    const circle = ['-fill', 'red', '-draw', 'circle 900,600 900,75']
    run('convert', '-size', '1800x1200', 'xc:none', ...circle, at('clear.png'))
    run('convert', at('clear.png'), '-resize', '300x200', at('clear.webp'))
    run('convert', '-size', '20x20', '-delay', '10', 'xc:red', 'xc:blue', at('moves.gif'))
    if (canMakeHeic) run('heif-enc', '-q', '90', at('small.png'), '-o', at('small.heic'))
    if (!hasProfiles) return
    run('convert', at('small.png'), '-profile', SRGB, '-profile', ADOBE_RGB, '-quality', '98', at('wide.jpg'))
    run('convert', at('wide.jpg'), '-profile', SRGB, '-strip', at('expected.png'))
    run('convert', at('wide.jpg'), '-strip', at('wrong.png'))
  }, 200_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('a photo for the web has 1,600 pixels on its longer side and less than 400 KB, the same bytes each time', async () => {
    const photo = await made('photo.jpg')
    const first = await convert(photo, web)
    expect(first).toMatchObject({ mediaType: 'image/jpeg', width: 1600, height: 1067, copies: [] })
    expect(first.data?.byteLength).toBeLessThan(400_000)
    expect((await convert(photo, web)).data).toEqual(first.data)
    const [before, after] = await looksOf(folder, [photo, first.data ?? photo])
    expect(after).toMatchObject({ width: 1600, height: 1067 })
    expect(difference(before, after)).toBeLessThan(4)
    expect(await convert(photo, fullForMail)).toMatchObject({ data: null, width: 2100, height: 1400 })
  })

  test('noise that cannot be compressed stays below 400 KB with fewer pixels', async () => {
    run('convert', '-size', '1700x1200', 'xc:gray', '+noise', 'Random', '-quality', '95', join(folder, 'noise.jpg'))
    const noise = await convert(await made('noise.jpg'), web)
    expect(noise.data?.byteLength).toBeLessThan(400_000)
    expect(noise.width).toBeLessThan(1600)
  })

  test('smaller copies are made of a wide picture, and none of a narrow one', async () => {
    const wish = { ...web, support: { ...webPictures, copyWidths: [800] } }
    const { copies } = await convert(await made('photo.jpg'), wish)
    expect(copies.map(({ width }) => width)).toEqual([800])
    expect(pictureType(copies[0]?.data ?? new Uint8Array())).toBe('image/jpeg')
    expect((await convert(await made('small.webp'), wish)).copies).toEqual([])
  })

  test('each of the eight orientations is applied to the pixels', async () => {
    const plain = await made('fields.jpg')
    const all = ([1, 2, 3, 4, 5, 6, 7, 8] as const).map((orientation) => turned(plain, orientation))
    const paths = all.map((_, index) => join(folder, `turned-${index}.jpg`))
    await Promise.all(all.map((data, index) => writeFile(paths[index] ?? '', data)))
    run('convert', ...paths, '-auto-orient', '-strip', join(folder, 'upright-%d.png'))
    const expected = await Promise.all(all.map((_, index) => made(`upright-${index}.png`)))
    const results = await Promise.all(all.map((data) => bytesOf(data, web)))
    const looks = await looksOf(folder, [...results, ...expected])
    for (const index of all.keys()) {
      const [ours, theirs] = [looks[index], looks[index + all.length]]
      expect([ours?.width, ours?.height]).toEqual([theirs?.width, theirs?.height])
      expect(difference(ours, theirs)).toBeLessThan(24)
    }
    // They are eight different pictures, so a wrong one would have been noticed.
    const roughly = looks.slice(0, 8).map(({ width, fields }) => [width, ...fields.map((value) => value >> 7)].join())
    expect(new Set(roughly).size).toBe(8)
  })

  test.skipIf(!hasProfiles)('a picture with a wide gamut keeps its look without its profile', async () => {
    const wide = await made('wide.jpg')
    const converted = await bytesOf(wide, forMail)
    expect(Buffer.from(wide).includes('ICC_PROFILE')).toBe(true)
    expect(Buffer.from(converted).includes('ICC_PROFILE')).toBe(false)
    const looks = await looksOf(folder, [converted, await made('expected.png'), await made('wrong.png')])
    const [ours, expected, wrong] = looks
    expect(difference(ours, expected)).toBeLessThan(5)
    expect(difference(wrong, expected)).toBeGreaterThan(10)
    // Browsers apply the profile themselves.
    expect((await convert(wide, web)).data).toBeNull()
  })

  test('transparency stays, in a type that the readers show', async () => {
    const webp = await made('clear.webp')
    const [fromPng, fromWebp] = [await convert(await made('clear.png'), forMail), await convert(webp, forMail)]
    expect([fromPng.mediaType, fromWebp.mediaType]).toEqual(['image/png', 'image/png'])
    expect(fromPng.width).toBe(1600)
    expect((await convert(webp, { size: 'web', support: publishingPictures })).data).toBeNull()
    for (const { fields } of await looksOf(folder, [fromPng.data ?? webp, fromWebp.data ?? webp])) {
      // A corner, and a field in the middle.
      expect(fields[3]).toBeLessThan(8)
      expect(fields.slice(20, 24)[3]).toBeGreaterThan(200)
    }
  })

  test('an animation is left as it is', async () => {
    const moves = await made('moves.gif')
    for (const wish of [web, forMail, fullForMail]) {
      expect(await convert(moves, wish)).toMatchObject({ data: null, mediaType: 'image/gif', width: 20, height: 20 })
    }
  })

  const strange = ['small.tif', 'small.webp', 'small.avif', ...(canMakeHeic ? ['small.heic'] : [])]

  test('pictures that not every program shows become JPEGs with the same look and nothing hidden', async () => {
    const paths: string[] = []
    for (const name of strange) {
      const picture = await convert(await made(name), forMail)
      expect(picture).toMatchObject({ mediaType: 'image/jpeg', width: 300, height: 200 })
      const path = join(folder, `from-${name}.jpg`)
      await writeFile(path, picture.data ?? new Uint8Array())
      paths.push(path)
    }
    const results = await Promise.all(paths.map((path) => readFile(path)))
    const [expected, ...looks] = await looksOf(folder, [await made('small.png'), ...results])
    expect(looks).toHaveLength(strange.length)
    for (const look of looks) expect(difference(expected, look)).toBeLessThan(10)
    for (const tags of tagsOfAll(paths).values()) expect(findHidden(tags)).toEqual([])
  })

  test('a truncated photo is shown as far as it goes, and a picture without pixels is damaged', async () => {
    const photo = await made('photo.jpg')
    expect(await convert(photo.subarray(0, photo.length / 2), web)).toMatchObject({ width: 1600, height: 1067 })
    for (const name of ['photo.jpg', ...strange]) {
      expect(codeOf(await threads.convert((await made(name)).subarray(0, 60), forMail))).toBe('picture.damaged')
    }
    // The threads go on with other pictures.
    expect(await convert(photo, web)).toMatchObject({ width: 1600 })
  })
})

test('a picture that claims to have 2,500 million pixels is refused before it is decoded', async () => {
  const bomb = claimingPng(50_000, 50_000)
  expect(codeOf(await threads.convert(bomb, web))).toBe('picture.too-many-pixels')
  expect(codeOf(await threads.convert(bomb, fullForMail))).toBe('picture.too-many-pixels')
})

test('something that is not a picture is damaged', async () => {
  expect(codeOf(await threads.convert(Buffer.from('<svg/>'), web))).toBe('picture.damaged')
})

test('a cancelled conversion ends at once', async () => {
  const cancelled = AbortSignal.abort()
  expect(codeOf(await threads.convert(claimingPng(10, 10), web, { signal: cancelled }))).toBe('picture.stopped')
})
