import type { Picture } from '../exporter.ts'
import { tag, type Xml } from '../xml/write-xml.ts'

/** English Metric Units, in which drawings are measured: in a pixel of 96 to the inch, and in a millimetre. */
const EMU_PER_PIXEL = 9_525
const EMU_PER_MM = 36_000
/** Portraits would otherwise fill a page each. In millimetres. */
const MAX_HEIGHT = 130
/** For a picture whose size nobody knows. In pixels. */
const UNKNOWN = { width: 640, height: 480 }

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'

export interface Drawing {
  /** Unique in the document. */
  id: number
  /** The relation to the picture's file. */
  relation: string
  picture: Picture
  alt: string
  title: string
  /** The width of the text, in millimetres. */
  textWidth: number
}

/** A picture in a line, as large as it is but at most as wide as the text. */
export function drawingXml({ id, relation, picture, alt, title, textWidth }: Drawing): Xml {
  const { width, height } = picture.size ?? sizeOf(picture.data) ?? UNKNOWN
  const scale = Math.min(
    1,
    (textWidth * EMU_PER_MM) / (width * EMU_PER_PIXEL),
    (MAX_HEIGHT * EMU_PER_MM) / (height * EMU_PER_PIXEL),
  )
  const [cx, cy] = [width, height].map((pixels) => Math.max(1, Math.round(pixels * EMU_PER_PIXEL * scale)))
  const name = `Picture ${id}`
  return tag(
    'w:drawing',
    {},
    tag(
      'wp:inline',
      { distT: 0, distB: 0, distL: 0, distR: 0 },
      tag('wp:extent', { cx, cy }),
      tag('wp:docPr', { id, name, descr: alt, title: title === '' ? undefined : title }),
      tag('wp:cNvGraphicFramePr', {}, tag('a:graphicFrameLocks', { 'xmlns:a': `${drawing}/main`, noChangeAspect: 1 })),
      tag(
        'a:graphic',
        { 'xmlns:a': `${drawing}/main` },
        tag(
          'a:graphicData',
          { uri: `${drawing}/picture` },
          tag(
            'pic:pic',
            { 'xmlns:pic': `${drawing}/picture` },
            tag('pic:nvPicPr', {}, tag('pic:cNvPr', { id, name }), tag('pic:cNvPicPr')),
            tag('pic:blipFill', {}, tag('a:blip', { 'r:embed': relation }), tag('a:stretch', {}, tag('a:fillRect'))),
            tag(
              'pic:spPr',
              {},
              tag('a:xfrm', {}, tag('a:off', { x: 0, y: 0 }), tag('a:ext', { cx, cy })),
              tag('a:prstGeom', { prst: 'rect' }, tag('a:avLst')),
            ),
          ),
        ),
      ),
    ),
  )
}

/** The size of a picture that was not decoded, in pixels, from its head; `null` if it is not there. */
function sizeOf(bytes: Uint8Array): { width: number; height: number } | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = data.readUInt16BE(0) === 0xff_d8 ? jpegSize(data) : otherSize(data)
  return size !== null && size.width > 0 && size.height > 0 ? size : null
}

function otherSize(data: Buffer): { width: number; height: number } | null {
  const head = data.toString('latin1', 0, 8)
  if (head.startsWith('\x89PNG')) return { width: data.readUInt32BE(16), height: data.readUInt32BE(20) }
  if (head.startsWith('GIF8')) return { width: data.readUInt16LE(6), height: data.readUInt16LE(8) }
  return null
}

/** The first marker of a frame has the size. */
function jpegSize(data: Buffer): { width: number; height: number } | null {
  for (let at = 2; at + 9 < data.length && data[at] === 0xff; at += 2 + data.readUInt16BE(at + 2)) {
    const marker = data[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) }
  }
  return null
}
