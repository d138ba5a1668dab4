import { execFileSync } from 'node:child_process'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { hasProgram } from './programs.ts'
import { profile } from './some-pictures.ts'

/* Pictures of a real program, in which another real program hides data and searches for them afterwards. */

/** The programs that this needs and that are not on this machine. */
export const missingPrograms = ['exiftool', 'convert'].filter((program) => !hasProgram(program))

const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] })

/** Tags that describe how a picture is stored, by ExifTool's groups. */
const harmless: Readonly<Record<string, RegExp>> = {
  SourceFile: /./,
  ExifTool: /^ExifToolVersion$/,
  System: /./,
  File: /^(?:FileType|FileTypeExtension|MIMEType|ImageWidth|ImageHeight|EncodingProcess|BitsPerSample|ColorComponents|YCbCrSubSampling|ExifByteOrder)$/,
  Composite: /^(?:ImageSize|Megapixels)$/,
  JFIF: /^(?:JFIFVersion|ResolutionUnit|XResolution|YResolution)$/,
  IFD0: /^Orientation$/,
  PNG: /^(?:Image(?:Width|Height)|BitDepth|ColorType|Compression|Filter|Interlace|Gamma|WhitePoint[XY]|(?:Red|Green|Blue)[XY]|Palette|BackgroundColor|ProfileName|SRGBRendering)$/,
  'PNG-pHYs': /./,
  GIF: /^(?:GIFVersion|Image(?:Width|Height)|HasColorMap|ColorResolutionDepth|BitsPerPixel|BackgroundColor|AnimationIterations|FrameCount|Duration)$/,
  RIFF: /^(?:WebP_Flags|Image(?:Width|Height)|VP8Version|(?:Horizontal|Vertical)Scale|AlphaIsUsed)$/,
  QuickTime: /^(?!.*(?:Date|Name|Title|Author|Comment|Description)).*$/,
  Meta: /^PrimaryItemReference$/,
  'ICC-header': /./,
  ICC_Profile: /./,
}

const tagsSchema = z.array(z.record(z.string(), z.unknown()))

/** Everything that ExifTool finds in a picture, by group and name. */
export function tagsOf(path: string): Record<string, unknown> {
  return tagsOfAll([path]).get(path) ?? {}
}

/** The same for several pictures, by path. ExifTool takes longer to start than to read a picture. */
export function tagsOfAll(paths: readonly string[]): Map<string, Record<string, unknown>> {
  const found = tagsSchema.parse(JSON.parse(run('exiftool', '-json', '-a', '-G1', '-n', '-U', ...paths).toString()))
  return new Map(found.map((tags) => [String(tags['SourceFile']), tags]))
}

/** Tags that nobody needs to view the picture. */
export function findHidden(tags: Record<string, unknown>): string[] {
  return Object.keys(tags).filter((tag) => {
    const [group = '', name = group] = tag.split(':')
    return harmless[group]?.test(name) !== true
  })
}

/** The formats, as endings of file names. */
export const pictureEndings = ['jpg', 'png', 'webp', 'avif', 'gif'] as const
export type PictureEnding = (typeof pictureEndings)[number]

/** The formats that are rotated by Exif data, and not by their own property or not at all. */
export const turnedByExif: ReadonlySet<PictureEnding> = new Set(['jpg', 'png', 'webp'])

const everything = [
  ['-GPSLatitude=49.8728', '-GPSLatitudeRef=N', '-GPSLongitude=8.6512', '-GPSLongitudeRef=E', '-GPSAltitude=144'],
  ['-Make=Canon', '-Model=EOS', '-SerialNumber=SN12345', '-LensSerialNumber=LN6789', '-OwnerName=Ada', '-Artist=Ada'],
  ['-DateTimeOriginal=2026:04:14 10:00:00', '-OffsetTimeOriginal=+02:00', '-Software=Phone 1.0', '-UserComment=hidden'],
  ['-XMP-dc:Creator=Ada', '-XMP-photoshop:City=Darmstadt', '-IPTC:City=Darmstadt', '-Comment=hidden'],
].flat()

/**
 * Makes a picture with everything in it that a camera or a person can add, and the same without it.
 *
 * @param folder for both files, absolute
 * @returns their paths
 */
export async function plantHiddenData(
  folder: string,
  ending: PictureEnding,
  orientation: number,
): Promise<{ original: string; planted: string }> {
  const { original, planted } = await plantInEach(folder, ending, [orientation])
  return { original, planted: planted.get(orientation) ?? '' }
}

/** The same for several orientations at once: their pictures by orientation. */
export async function plantInEach(
  folder: string,
  ending: PictureEnding,
  orientations: readonly number[],
): Promise<{ original: string; planted: ReadonlyMap<number, string> }> {
  const original = join(folder, `original.${ending}`)
  const planted = new Map(orientations.map((number) => [number, join(folder, `planted-${number}.${ending}`)]))
  run('convert', '-size', '33x21', 'gradient:red-blue', original)
  const thumbnail = join(folder, 'thumbnail.jpg')
  const icc = join(folder, 'profile.icc')
  run('convert', original, '-resize', '8x8', thumbnail)
  await writeFile(icc, profile)
  const files = [`-ThumbnailImage<=${thumbnail}`, `-ICC_Profile<=${icc}`]
  const tags = {
    jpg: [...everything, ...files],
    png: [...everything, ...files.slice(1)],
    webp: [...everything, ...files.slice(1)],
    avif: everything,
    gif: ['-XMP-dc:Creator=Ada', '-Comment=hidden'],
  }[ending]
  for (const path of planted.values()) await copyFile(original, path)
  const commands = [...planted].map(([orientation, path]) => [...tags, `-Orientation#=${orientation}`, path])
  const common = ['-common_args', '-q', '-m', '-overwrite_original']
  run(
    'exiftool',
    ...commands.flatMap((command, index) => (index === 0 ? command : ['-execute', ...command])),
    ...common,
  )
  // A second picture after the first, as phones add it.
  if (ending === 'jpg') {
    const second = await readFile(thumbnail)
    for (const path of planted.values()) await writeFile(path, Buffer.concat([await readFile(path), second]))
  }
  return { original, planted }
}

/** The pixels of a picture as it is stored, without its orientation. */
export const pixelsOf = (path: string): Buffer => run('convert', path, 'rgba:-')

/** What ImageMagick has to do with the stored pixels, by the orientation in Exif. It reads that only in JPEG itself. */
const turns: readonly (readonly string[])[] = [
  [],
  ['-flop'],
  ['-rotate', '180'],
  ['-flip'],
  ['-transpose'],
  ['-rotate', '90'],
  ['-transverse'],
  ['-rotate', '270'],
]

/**
 * The pixels of a picture as people see it, after its width and height.
 *
 * @param orientation from 1 to 8, as it is in Exif
 */
export function seenPixelsOf(path: string, orientation: number): Buffer {
  return run('convert', path, ...(turns[orientation - 1] ?? []), '-strip', '-depth', '8', 'ppm:-')
}
