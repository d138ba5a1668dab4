/** The media types of pictures that every browser shows, and so the page and exported pages. */
export const webPictureTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'] as const

/** The media types of pictures that Lanyard accepts. Cameras and scanners write the last two, which are shown converted. */
export const pictureMediaTypes = [...webPictureTypes, 'image/heic', 'image/tiff'] as const

export type WebPictureType = (typeof webPictureTypes)[number]
export type PictureMediaType = (typeof pictureMediaTypes)[number]

interface PictureFormat {
  /** The name of the format, for users. */
  name: string
  /** File extensions in lower case, without the dot; new files get the first. */
  extensions: readonly [string, ...string[]]
  /** Whether a file has this format, by its first bytes in Latin-1. */
  isBeginning: (head: string) => boolean
}

export const pictureFormats: Record<PictureMediaType, PictureFormat> = {
  'image/jpeg': { name: 'JPEG', extensions: ['jpg', 'jpeg'], isBeginning: (head) => head.startsWith('\xff\xd8\xff') },
  'image/png': { name: 'PNG', extensions: ['png'], isBeginning: (head) => head.startsWith('\x89PNG\r\n\x1a\n') },
  'image/gif': { name: 'GIF', extensions: ['gif'], isBeginning: (head) => /^GIF8[79]a/.test(head) },
  'image/webp': { name: 'WebP', extensions: ['webp'], isBeginning: (head) => /^RIFF.{4}WEBP/s.test(head) },
  'image/avif': {
    name: 'AVIF',
    extensions: ['avif'],
    isBeginning: (head) => /^.{4}ftyp(?:avi[fs]|mi[fs]1.{4}(?:.{4})*?avi[fs])/s.test(head),
  },
  'image/heic': {
    name: 'HEIC',
    extensions: ['heic', 'heif', 'hif'],
    // The brands of pictures coded as HEVC; some cameras name only that of the container first.
    isBeginning: (head) => /^.{4}ftyp(?:he[iv][cxms]|mi[fs]1.{4}(?:.{4})*?he[iv][cxms])/s.test(head),
  },
  'image/tiff': {
    name: 'TIFF',
    extensions: ['tif', 'tiff'],
    // A raw file of some cameras begins like a TIFF too, and says so in the next bytes.
    isBeginning: (head) => /^(?:II\*\0|MM\0\*)(?!.{4}CR)/s.test(head),
  },
}

/** Whether browsers show pictures of that type. */
export function isWebPicture(type: PictureMediaType): type is WebPictureType {
  return webPictureTypes.some((shown) => shown === type)
}

/** The names of the formats, for messages. */
export const pictureFormatNames = pictureMediaTypes.map((type) => pictureFormats[type].name)

/** Maximum size of a picture, in bytes: larger than those of cameras. Messages use {@link MAX_PICTURE_MB}. */
export const MAX_PICTURE_BYTES = 64 * 1024 * 1024
export const MAX_PICTURE_MB = MAX_PICTURE_BYTES / 1024 / 1024

/** A file's name as a parameter of messages about pictures. Pictures from the clipboard have none. */
export function shownName(name: string): { name: string; isNamed: 'yes' | 'other' } {
  return { name: name.slice(0, 100), isNamed: name === '' ? 'other' : 'yes' }
}

/** Number of bytes that {@link pictureType} checks. */
const HEAD = 32

/**
 * The media type of a picture, determined from its first bytes and never from its name; `null` for anything else. SVG
 * and HTML are documents that can run scripts, so they do not count as pictures.
 */
export function pictureType(data: Uint8Array): PictureMediaType | null {
  const head = String.fromCharCode(...data.subarray(0, HEAD))
  return pictureMediaTypes.find((type) => pictureFormats[type].isBeginning(head)) ?? null
}

/** Whether a file name has one of the extensions of that type. */
export function hasExtensionOf(name: string, type: PictureMediaType): boolean {
  const extension = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return pictureFormats[type].extensions.includes(extension)
}

const extensions = pictureMediaTypes.flatMap((type) => pictureFormats[type].extensions)

/** The `accept` attribute of an input for pictures: files that Lanyard would refuse are not offered. */
export const acceptedPictures = [...pictureMediaTypes, ...extensions.map((extension) => `.${extension}`)].join(',')

/**
 * Whether a dropped or pasted file was meant as a picture, by its type and its name. Formats that Lanyard does not
 * support count too, so that they are refused with an explanation.
 */
export function looksLikePicture({ type, name }: { type: string; name: string }): boolean {
  const isKept = pictureMediaTypes.some((kept) => hasExtensionOf(name, kept))
  return isKept || type.startsWith('image/')
}
