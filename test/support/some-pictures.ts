import { crc32, deflateSync } from 'node:zlib'

/*
 * Small pictures in five formats, put together by hand, and the same with everything in them that must not leave: a
 * program that plants such things is not on every machine.
 */

/** The planted data. No picture contains it by chance. */
export const SECRET = 'Quittengelee-49.8728N-SN12345'

const ascii = (text: string) => Buffer.from(text, 'latin1')
const bytes = (...values: number[]) => Buffer.from(values)

function big32(value: number): Buffer {
  const data = Buffer.alloc(4)
  data.writeUInt32BE(value)
  return data
}

function little32(value: number): Buffer {
  const data = Buffer.alloc(4)
  data.writeUInt32LE(value)
  return data
}

function big16(value: number): Buffer {
  const data = Buffer.alloc(2)
  data.writeUInt16BE(value)
  return data
}

/** The smallest colour profile that programs accept: a header, and the white point. */
export const profile = Buffer.alloc(164)
profile.writeUInt32BE(164)
profile.write('mntrRGB XYZ ', 12, 'latin1')
profile.write('acsp', 36, 'latin1')
profile.writeUInt32BE(1, 128)
profile.write('wtpt', 132, 'latin1')
profile.writeUInt32BE(144, 136)
profile.writeUInt32BE(20, 140)
profile.write('XYZ ', 144, 'latin1')

/** Exif data with an orientation, a model that is the secret, and more. */
export function exif(orientation: number, order: 'II' | 'MM' = 'MM'): Buffer {
  const isLittle = order === 'II'
  const data = Buffer.alloc(38)
  data.write(`${order}${isLittle ? '*\0' : '\0*'}`, 'latin1')
  const short = (value: number, at: number) =>
    isLittle ? data.writeUInt16LE(value, at) : data.writeUInt16BE(value, at)
  const long = (value: number, at: number) => (isLittle ? data.writeUInt32LE(value, at) : data.writeUInt32BE(value, at))
  long(8, 4)
  short(2, 8)
  short(0x0110, 10)
  short(2, 12)
  long(SECRET.length, 14)
  long(38, 18)
  short(0x0112, 22)
  short(3, 24)
  long(1, 26)
  short(orientation, 30)
  return Buffer.concat([data, ascii(SECRET)])
}

const segment = (code: number, payload: Buffer) =>
  Buffer.concat([bytes(0xff, code), big16(payload.length + 2), payload])

/** The image part of a JPEG: tables, a frame, a scan with a stuffed byte and a restart. */
const jpegBody = Buffer.concat([
  segment(0xdb, Buffer.alloc(65, 1)),
  segment(0xc0, bytes(8, 0, 8, 0, 8, 1, 1, 0x11, 0)),
  segment(0xc4, Buffer.alloc(20, 2)),
  segment(0xda, bytes(1, 1, 0, 0, 63, 0)),
  bytes(0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56),
  bytes(0xff, 0xd9),
])
const jfif = segment(0xe0, Buffer.concat([ascii('JFIF\0'), bytes(1, 1, 0, 0, 1, 0, 1, 0, 0)]))
const jpegProfile = segment(0xe2, Buffer.concat([ascii('ICC_PROFILE\0'), bytes(1, 1), profile]))
const adobe = segment(0xee, ascii('Adobe\0d\0\0\0\0\x01'))

function jpeg(orientation: number): Buffer {
  const thumbnail = Buffer.concat([ascii('JFIF\0'), bytes(1, 1, 0, 0, 1, 0, 1, 1, 1), ascii(SECRET.slice(0, 3))])
  return Buffer.concat([
    bytes(0xff, 0xd8),
    segment(0xe0, thumbnail),
    segment(0xe0, ascii(`JFXX\0${SECRET}`)),
    segment(0xe1, Buffer.concat([ascii('Exif\0\0'), exif(orientation, 'II')])),
    segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0<x>${SECRET}</x>`)),
    jpegProfile,
    segment(0xe2, ascii(`MPF\0${SECRET}`)),
    segment(0xed, ascii(`Photoshop 3.0\0${SECRET}`)),
    adobe,
    segment(0xfe, ascii(SECRET)),
    jpegBody,
    // A second picture after the first, as phones add it.
    bytes(0xff, 0xd8),
    segment(0xfe, ascii(SECRET)),
    bytes(0xff, 0xd9),
  ])
}

function chunk(type: string, payload: Buffer): Buffer {
  const named = Buffer.concat([ascii(type), payload])
  return Buffer.concat([big32(payload.length), named, big32(crc32(named))])
}

const pngStart = Buffer.concat([
  bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  chunk('IHDR', Buffer.concat([big32(1), big32(1), bytes(8, 0, 0, 0, 0)])),
])
const pngProfile = chunk('iCCP', Buffer.concat([ascii('p\0\0'), deflateSync(profile)]))
const pngData = chunk('IDAT', deflateSync(bytes(0, 128)))
const pngEnd = chunk('IEND', Buffer.alloc(0))

function png(orientation: number): Buffer {
  return Buffer.concat([
    pngStart,
    pngProfile,
    chunk('tEXt', ascii(`Author\0${SECRET}`)),
    chunk('iTXt', ascii(`XML:com.adobe.xmp\0\0\0\0\0${SECRET}`)),
    chunk('zTXt', Buffer.concat([ascii('Comment\0\0'), deflateSync(ascii(SECRET))])),
    chunk('tIME', bytes(7, 234, 4, 14, 10, 0, 0)),
    pngData,
    chunk('eXIf', exif(orientation)),
    chunk('prVt', ascii(SECRET)),
    pngEnd,
    ascii(SECRET),
  ])
}

const block = (...payloads: Buffer[]) =>
  Buffer.concat([...payloads.flatMap((payload) => [bytes(payload.length), payload]), bytes(0)])
const gifStart = Buffer.concat([ascii('GIF89a'), bytes(1, 0, 1, 0, 0x80, 0, 0), Buffer.alloc(6)])
const loop = Buffer.concat([bytes(0x21, 0xff), block(ascii('NETSCAPE2.0'), bytes(1, 0, 0))])
const gifProfile = Buffer.concat([bytes(0x21, 0xff), block(ascii('ICCRGBG1012'), profile)])
const gifImage = Buffer.concat([
  bytes(0x21, 0xf9, 4, 0, 10, 0, 0, 0),
  bytes(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2),
  block(bytes(0x4c, 0x01)),
])

function gif(): Buffer {
  return Buffer.concat([
    gifStart,
    loop,
    bytes(0x21, 0xfe),
    block(ascii(SECRET)),
    bytes(0x21, 0xff),
    block(ascii('XMP DataXMP'), ascii(SECRET)),
    gifProfile,
    gifImage,
    bytes(0x21, 0x01),
    block(Buffer.alloc(12), ascii(SECRET)),
    gifImage,
    bytes(0x3b),
    ascii(SECRET),
  ])
}

export const riffChunk = (type: string, payload: Buffer): Buffer =>
  Buffer.concat([ascii(type), little32(payload.length), payload, Buffer.alloc(payload.length % 2)])
export const riff = (...chunks: Buffer[]): Buffer => {
  const body = Buffer.concat(chunks)
  return Buffer.concat([ascii('RIFF'), little32(body.length + 4), ascii('WEBP'), body])
}
const extended = (flags: number) => riffChunk('VP8X', bytes(flags, 0, 0, 0, 0, 0, 0, 0, 0, 0))
const webpImage = riffChunk('VP8L', bytes(0x2f, 0, 0, 0, 0x10, 0x07, 0x10, 0x11, 0x11))
const webpProfile = riffChunk('ICCP', profile)

function webp(orientation: number): Buffer {
  return Buffer.concat([
    riff(
      extended(0x20 | 0x08 | 0x04),
      webpProfile,
      webpImage,
      riffChunk('EXIF', exif(orientation, 'II')),
      riffChunk('XMP ', ascii(SECRET)),
      riffChunk('PRIV', ascii(SECRET)),
    ),
    ascii(SECRET),
  ])
}

const box = (type: string, ...contents: Buffer[]) => {
  const all = Buffer.concat(contents)
  return Buffer.concat([big32(all.length + 8), ascii(type), all])
}
const fullBox = (type: string, version: number, ...contents: Buffer[]) =>
  box(type, bytes(version, 0, 0, 0), ...contents)

const item = (id: number, type: string, rest: Buffer) => fullBox('infe', 2, big16(id), big16(0), ascii(type), rest)
const colour = box('colr', ascii('prof'), profile)
const rotation = box('irot', bytes(1))
const pixels = ascii('AV1-PIXELS')

function avif(): Buffer {
  const start = box('ftyp', ascii('avif'), big32(0), ascii('avifmif1'))
  const parts = [pixels, exif(6), ascii(`<x>${SECRET}</x>`), ascii(SECRET)]
  const meta = (offset: number) => {
    const places = parts.slice(0, 3).map((_, index) => {
      const before = parts.slice(0, index).reduce((sum, { length }) => sum + length, 0)
      const length = parts[index]?.length ?? 0
      return Buffer.concat([big16(index + 1), big16(0), big16(1), big32(offset + before), big32(length)])
    })
    return fullBox(
      'meta',
      0,
      fullBox('hdlr', 0, big32(0), ascii('pict'), Buffer.alloc(12), ascii(`${SECRET}\0`)),
      fullBox('pitm', 0, big16(1)),
      fullBox('iloc', 0, bytes(0x44, 0), big16(3), ...places),
      fullBox(
        'iinf',
        0,
        big16(3),
        item(1, 'av01', ascii(`${SECRET}\0`)),
        item(2, 'Exif', ascii('\0')),
        item(3, 'mime', ascii(`\0application/rdf+xml\0`)),
      ),
      box('iprp', box('ipco', colour, rotation, fullBox('udes', 0, ascii(SECRET))), fullBox('ipma', 0, big32(0))),
    )
  }
  const offset = start.length + meta(0).length + 8
  return Buffer.concat([start, meta(offset), box('mdat', ...parts), box('uuid', ascii(SECRET))])
}

export interface SomePicture {
  name: string
  /** With everything that must not be exported, and with this orientation if the format supports it. */
  full: (orientation: number) => Buffer
  /** Parts of the file that must stay unchanged. */
  kept: Buffer[]
  /** Whether the orientation is in Exif data. */
  turns: boolean
}

export const somePictures: readonly SomePicture[] = [
  { name: 'JPEG', full: jpeg, kept: [jpegProfile, adobe, jpegBody], turns: true },
  { name: 'PNG', full: png, kept: [pngStart, pngProfile, pngData, pngEnd], turns: true },
  { name: 'GIF', full: gif, kept: [gifStart, loop, gifProfile, gifImage], turns: false },
  { name: 'WebP', full: webp, kept: [webpProfile, webpImage], turns: true },
  { name: 'AVIF', full: avif, kept: [colour, rotation, pixels], turns: false },
]

/** Pictures from which nothing had to be removed. */
export const cleanPictures = {
  jpeg: Buffer.concat([bytes(0xff, 0xd8), jfif, jpegProfile, jpegBody]),
  png: Buffer.concat([pngStart, pngProfile, pngData, pngEnd]),
  gif: Buffer.concat([gifStart, loop, gifProfile, gifImage, bytes(0x3b)]),
  webp: riff(extended(0x20), webpProfile, webpImage),
  simpleWebp: riff(webpImage),
}
