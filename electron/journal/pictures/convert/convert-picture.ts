import { isWebPicture, type PictureMediaType, pictureType, type WebPictureType } from '../../../shared/pictures.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { ReportProgress } from '../../jobs/report-progress.ts'
import { decodeHeic, type Pixels } from './decode-heic.ts'
import { type Encoded, encodeImage } from './encode-image.ts'
import {
  freeImages,
  isVipsError,
  openImage,
  openVips,
  type VipsImage,
  type VipsModule,
  type VipsType,
} from './open-vips.ts'
import { type PictureCopy, type PictureWish, type PreparedPicture, WEB_BYTES, WEB_SIDE } from './picture-wish.ts'
import { type PictureFacts, readFacts } from './read-facts.ts'
import { refuseHuge } from './pixel-limit.ts'

/**
 * Brings a picture into the form in which it is needed: of a type that its readers show, not too large, upright, and in
 * sRGB. One that has this form already is left as it is, and so are animations, if they can be shown at all.
 *
 * The same bytes and the same wish always give the same bytes.
 *
 * Fails if the picture is damaged or has too many pixels.
 */
export async function convertPicture(
  data: Uint8Array,
  wish: PictureWish,
  reportProgress: ReportProgress,
): Promise<Result<PreparedPicture>> {
  const type = pictureType(data)
  if (type === null) return fail('picture.damaged')
  const vips = await openVips()
  try {
    const converted =
      type === 'image/heic' ? convertHeic(vips, data, wish) : convert(vips, { data, type }, wish, reportProgress)
    freeImages(vips)
    return converted
  } catch (error) {
    if (isVipsError(error)) {
      freeImages(vips)
      return fail('picture.damaged')
    }
    if (error instanceof Error && !(error instanceof WebAssembly.RuntimeError || error instanceof RangeError))
      throw error
    // A trap, or no memory left. Nobody knows the state of the decoder, so the thread ends, and the next picture gets another.
    setImmediate(() => process.exit())
    return fail('picture.too-much-memory')
  }
}

interface Source {
  data: Uint8Array
  type: VipsType
}

function convert(
  vips: VipsModule,
  { data, type }: Source,
  wish: PictureWish,
  reportProgress: ReportProgress,
): Result<PreparedPicture> {
  const facts = readFacts(vips, data, type)
  const refused = refuseHuge(facts.width, facts.height * facts.frames)
  if (refused !== null) return refused
  reportProgress(0, 'converting-pictures')
  const longer = Math.max(facts.width, facts.height)
  const widths = (wish.support.copyWidths ?? []).filter((width) => width * WORTH_A_COPY <= shownWidth(facts, wish))
  const shown = canStay({ type, bytes: data.byteLength, facts }, wish) ? (type as WebPictureType) : null

  // An animation is never decoded if it can be shown: its copies would not move.
  if (shown !== null && (facts.isAnimated || widths.length === 0)) {
    return ok({ data: null, mediaType: shown, ...uprightSize(facts), copies: [] })
  }
  if (facts.isAnimated && type === 'image/webp' && wish.support.types.includes('image/gif')) {
    const frames = openImage(vips, data, type, { frames: 'all' })
    const animation: Encoded = { data: frames.gifsaveBuffer({ keep: 'none' }), mediaType: 'image/gif' }
    return ok({ ...animation, ...uprightSize(facts), copies: [] })
  }
  const side = wish.size === 'web' ? Math.min(WEB_SIDE, longer) : longer
  const image = fit(openImage(vips, data, type, { shrink: shrinkFor(type, longer, side) }), side)
  if (shown !== null) {
    const copies = makeCopies(image, widths, { from: type, types: [shown] })
    return ok({ data: null, mediaType: shown, ...uprightSize(facts), copies })
  }
  return ok(encode(image, type, wish, widths))
}

function convertHeic(vips: VipsModule, data: Uint8Array, wish: PictureWish): Result<PreparedPicture> {
  const decoded = decodeHeic(data)
  if (!decoded.ok) return decoded
  const { width, height } = decoded.value
  const longer = Math.max(width, height)
  const side = wish.size === 'web' ? Math.min(WEB_SIDE, longer) : longer
  const image = fit(fromPixels(vips, decoded.value), side)
  const widths = (wish.support.copyWidths ?? []).filter((copy) => copy * WORTH_A_COPY <= image.width)
  return ok(encode(image, 'image/heic', wish, widths))
}

function fromPixels(vips: VipsModule, { data, width, height, bands, profile }: Pixels): VipsImage {
  const image = vips.Image.newFromMemory(data, width, height, bands, vips.BandFormat.uchar).copy({
    interpretation: 'srgb',
  })
  if (profile === null) return image
  if (profile === 'p3') return image.iccTransform('srgb', { input_profile: 'p3' })
  image.setBlob('icc-profile-data', profile)
  return image
}

/** A smaller copy is made if the picture is at least this many times as wide. */
const WORTH_A_COPY = 1.5

/**
 * Whether a picture leaves as it is: its type can be shown, its file is small enough for the web, and its readers will
 * turn it and show its colours correctly.
 */
function canStay(
  { type, bytes, facts }: { type: PictureMediaType; bytes: number; facts: PictureFacts },
  { size, support }: PictureWish,
): boolean {
  if (!isWebPicture(type) || !support.types.includes(type)) return false
  // Every frame would have to be encoded again, and most programs show a GIF as it is.
  if (facts.isAnimated || type === 'image/gif') return true
  const isPlain = facts.orientation === 1 && !facts.hasProfile
  if (!support.readsMetadata && !isPlain) return false
  if (size === 'full') return true
  return facts.orientation === 1 && Math.max(facts.width, facts.height) <= WEB_SIDE && bytes <= WEB_BYTES
}

function uprightSize({ width, height, orientation }: PictureFacts): { width: number; height: number } {
  return orientation > 4 ? { width: height, height: width } : { width, height }
}

function shownWidth(facts: PictureFacts, { size }: PictureWish): number {
  const { width, height } = uprightSize(facts)
  const scale = size === 'web' ? Math.min(1, WEB_SIDE / Math.max(width, height)) : 1
  return Math.round(width * scale)
}

/** How much smaller a JPEG is decoded: as much as leaves enough pixels. */
function shrinkFor(type: VipsType, longer: number, side: number): 1 | 2 | 4 | 8 {
  if (type !== 'image/jpeg') return 1
  return ([8, 4, 2] as const).find((shrink) => Math.floor(longer / shrink) >= side) ?? 1
}

/** The picture upright, in sRGB, with 8 bits per colour, and no side longer than that; its pixels are in memory. */
function fit(image: VipsImage, side: number): VipsImage {
  // Colours that are sRGB already stay the same, but libvips takes three times as long if it is told to convert them.
  const isSrgb = image.interpretation === 'srgb' && image.getTypeof('icc-profile-data') === 0
  const colours = isSrgb ? {} : ({ output_profile: 'srgb', intent: 'relative' } as const)
  const fitted = image.thumbnailImage(side, { height: side, size: 'down', ...colours })
  const isGrey = fitted.interpretation === 'b-w'
  const coloured = isGrey || fitted.interpretation === 'srgb' ? fitted : fitted.colourspace('srgb')
  const solid = coloured.hasAlpha() && coloured.format === 'uchar' ? withoutIdleAlpha(coloured.copyMemory()) : coloured
  return (solid.format === 'uchar' ? solid : solid.cast('uchar')).copyMemory()
}

/** Without a transparency that makes nothing transparent. */
function withoutIdleAlpha(image: VipsImage): VipsImage {
  const alpha = image.extractBand(image.bands - 1)
  return alpha.min() === 255 ? image.extractBand(0, { n: image.bands - 1 }) : image
}

function encode(image: VipsImage, from: PictureMediaType, { size, support }: PictureWish, widths: readonly number[]) {
  const order = { from, types: support.types, maxBytes: size === 'web' ? WEB_BYTES : Infinity }
  let fitted = image
  let encoded = encodeImage(fitted, order)
  // Noise that cannot be compressed: fewer pixels are better than more artefacts.
  while (encoded.data.byteLength > order.maxBytes && Math.max(fitted.width, fitted.height) > SMALLEST_SIDE) {
    const scale = Math.min(SMALLER, Math.sqrt(order.maxBytes / encoded.data.byteLength) * SMALLER)
    fitted = fitted.resize(Math.max(scale, SMALLEST_SIDE / Math.max(fitted.width, fitted.height))).copyMemory()
    encoded = encodeImage(fitted, order)
  }
  const copies = makeCopies(fitted, widths, { from, types: [encoded.mediaType] })
  return { ...encoded, width: fitted.width, height: fitted.height, copies } satisfies PreparedPicture
}

/** The size of a file is roughly proportional to the number of pixels; this is the margin. */
const SMALLER = 0.9
const SMALLEST_SIDE = 800

function makeCopies(
  image: VipsImage,
  widths: readonly number[],
  order: { from: PictureMediaType; types: readonly WebPictureType[] },
): PictureCopy[] {
  return widths.map((width) => {
    const small = image.resize(width / image.width).copyMemory()
    return { data: encodeImage(small, { ...order, maxBytes: WEB_BYTES }).data, width: small.width }
  })
}
