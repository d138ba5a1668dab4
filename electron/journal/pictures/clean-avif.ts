import { blankBox, type Box, Cursor, readBoxes } from './boxes.ts'

/** Top-level boxes that a reader needs; others are blanked in place. */
const topBoxes: ReadonlySet<string> = new Set(['ftyp', 'meta', 'mdat', 'moov'])
/** Boxes that describe where items are and how they are related. */
const metaBoxes: ReadonlySet<string> = new Set(['hdlr', 'pitm', 'iloc', 'iinf', 'iprp', 'iref', 'idat', 'grpl', 'dinf'])
/** Item types of images. Items of any other type only describe an image. */
const imageItems: ReadonlySet<string> = new Set(['av01', 'grid', 'iovl', 'iden', 'tmap', 'sato'])
/** Properties that affect how images look. */
const imageProperties: ReadonlySet<string> = new Set(
  'ispe pixi av1C colr pasp clap irot imir auxC lsel a1op a1lx clli mdcv cclv amve ndwt iscl rloc'.split(' '),
)
/** Boxes of an animation. */
const movieBoxes: ReadonlySet<string> = new Set(
  (
    'mvhd trak tkhd tref edts elst mdia mdhd hdlr minf vmhd nmhd dinf dref stbl stsd stts ctts stsc stsz stz2 ' +
    'stco co64 stss sdtp sbgp sgpd cslg mvex trex'
  ).split(' '),
)
const movieFolders: ReadonlySet<string> = new Set(['trak', 'edts', 'mdia', 'minf', 'dinf', 'stbl', 'mvex'])
const timedBoxes: ReadonlySet<string> = new Set(['mvhd', 'tkhd', 'mdhd'])

/**
 * Reduces an AVIF to its visible content: Exif data, XMP, descriptions and times are blanked in place, so that all
 * offsets stay valid. Colour profile, rotation and mirroring are properties of the image and stay.
 *
 * @returns `null` if it cannot be parsed
 */
export function cleanAvif(source: Buffer): Buffer | null {
  const data = Buffer.from(source)
  const boxes = readBoxes(data, 0, data.length)
  const meta = boxes.find(({ type }) => type === 'meta')
  const movie = boxes.find(({ type }) => type === 'moov')
  if (meta === undefined) return null
  for (const box of boxes) if (!topBoxes.has(box.type)) blankBox(data, box)
  const kept = cleanMeta(data, meta)
  if (kept === null) return null
  if (movie === undefined) {
    for (const box of boxes) if (box.type === 'mdat') blankBetween(data, box, kept)
  } else if (!cleanMovie(data, movie)) return null
  return data
}

interface Extent {
  start: number
  end: number
}

/** @returns where the bytes of images are in the file; `null` if there are no images */
function cleanMeta(data: Buffer, meta: Box): Extent[] | null {
  const boxes = readBoxes(data, meta.contents + 4, meta.end)
  const find = (type: string) => boxes.find((box) => box.type === type)
  const [info, locations, primary, handler] = [find('iinf'), find('iloc'), find('pitm'), find('hdlr')]
  if (info === undefined || locations === undefined || primary === undefined || handler === undefined) return null
  for (const box of boxes) if (!metaBoxes.has(box.type)) blankBox(data, box)
  const images = cleanItems(data, info)
  // The primary image is of a type that this code does not know.
  if (!images.has(readPrimary(data, primary))) return null
  const idat = find('idat')
  const extents = readLocations(data, locations, idat?.contents ?? null)
  for (const { item, start, end } of extents) if (!images.has(item)) data.fill(0, start, end)
  const properties = find('iprp')
  if (properties !== undefined) cleanProperties(data, properties)
  cleanHandler(data, handler)
  const kept = extents.filter(({ item }) => images.has(item))
  if (idat !== undefined) blankBetween(data, idat, kept)
  return kept.length === 0 ? null : kept
}

/** Blanks items that are not images, and the names of all items. @returns the ids of the images */
function cleanItems(data: Buffer, info: Box): Set<number> {
  const version = data.readUInt8(info.contents)
  const images = new Set<number>()
  for (const entry of readBoxes(data, info.contents + (version === 0 ? 6 : 8), info.end)) {
    const cursor = new Cursor(data, entry.contents)
    const entryVersion = cursor.number(1)
    if (entry.type !== 'infe' || entryVersion < 2) throw new RangeError('An item is described in an unknown way.')
    cursor.at += 3
    const item = cursor.number(entryVersion === 2 ? 2 : 4)
    cursor.at += 2
    const place = cursor.at
    if (imageItems.has(cursor.text(4))) images.add(item)
    else data.write('free', place, 'latin1')
    data.fill(0, cursor.at, entry.end)
  }
  return images
}

function readPrimary(data: Buffer, box: Box): number {
  const cursor = new Cursor(data, box.contents)
  const version = cursor.number(1)
  cursor.at += 3
  return cursor.number(version === 0 ? 2 : 4)
}

/**
 * Where the bytes of each item are. Items constructed from other items have no bytes of their own and are not listed.
 */
function readLocations(data: Buffer, box: Box, idat: number | null): (Extent & { item: number })[] {
  const cursor = new Cursor(data, box.contents)
  const version = cursor.number(1)
  cursor.at += 3
  const sizes = cursor.number(2)
  const [offsetSize, lengthSize, baseSize, indexSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15, sizes & 15]
  const extents: (Extent & { item: number })[] = []
  const count = cursor.number(version < 2 ? 2 : 4)
  for (let entry = 0; entry < count; entry++) {
    const item = cursor.number(version < 2 ? 2 : 4)
    const method = version === 0 ? 0 : cursor.number(2) & 15
    cursor.at += 2
    const base = cursor.number(baseSize)
    const parts = cursor.number(2)
    for (let part = 0; part < parts; part++) {
      if (version > 0) cursor.number(indexSize)
      const offset = base + cursor.number(offsetSize)
      const length = cursor.number(lengthSize)
      if (method > 1) continue
      if (method === 1 && idat === null) throw new RangeError('An item is in a box that is not there.')
      const start = offset + (method === 1 ? (idat ?? 0) : 0)
      const end = length === 0 ? data.length : start + length
      if (start > data.length || end > data.length) throw new RangeError('An item is not in the file.')
      extents.push({ item, start, end })
    }
  }
  return extents
}

function cleanProperties(data: Buffer, properties: Box): void {
  for (const box of readBoxes(data, properties.contents, properties.end)) {
    if (box.type === 'ipma') continue
    if (box.type !== 'ipco') blankBox(data, box)
    else {
      for (const property of readBoxes(data, box.contents, box.end)) {
        if (!imageProperties.has(property.type)) blankBox(data, property)
      }
    }
  }
}

/** Blanks the name of a handler, which programs choose freely: it follows version, type and reserved numbers. */
function cleanHandler(data: Buffer, handler: Box): void {
  data.fill(0, handler.contents + 24, handler.end)
}

/** Blanks data that does not belong to any image, such as leftovers of removed items. */
function blankBetween(data: Buffer, box: Extent & { contents: number }, kept: readonly Extent[]): void {
  let at = box.contents
  for (const { start, end } of kept.toSorted((a, b) => a.start - b.start)) {
    if (end <= at || start >= box.end) continue
    if (start > at) data.fill(0, at, start)
    at = end
  }
  if (at < box.end) data.fill(0, at, box.end)
}

/** @returns whether all tracks are images */
function cleanMovie(data: Buffer, folder: Box): boolean {
  for (const box of readBoxes(data, folder.contents, folder.end)) {
    if (!movieBoxes.has(box.type)) blankBox(data, box)
    else if (box.type === 'hdlr') {
      const kind = data.toString('latin1', box.contents + 8, box.contents + 12)
      if (kind !== 'pict' && kind !== 'auxv') return false
      cleanHandler(data, box)
    } else if (timedBoxes.has(box.type)) {
      const version = data.readUInt8(box.contents)
      // Creation and modification time, after version and flags.
      data.fill(0, box.contents + 4, box.contents + (version === 1 ? 20 : 12))
    } else if (movieFolders.has(box.type) && !cleanMovie(data, box)) return false
  }
  return true
}
