import { execFileSync, spawnSync } from 'node:child_process'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cleanPicture } from '../../../electron/journal/pictures/clean-picture.ts'
import { profile } from '../../support/some-pictures.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/* Pictures of a real program, in which another real program hides data and searches for them afterwards. */

const missing = ['exiftool', 'convert'].filter((program) => spawnSync(program, ['-ver']).error !== undefined)
if (missing.length > 0) process.stdout.write(`Skipped: not on this machine: ${missing.join(', ')}.\n`)

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

async function tagsOf(path: string): Promise<Record<string, unknown>> {
  const [tags] = JSON.parse(run('exiftool', '-json', '-a', '-G1', '-n', '-U', path).toString()) as Record<
    string,
    unknown
  >[]
  return tags ?? {}
}

/** Tags that nobody needs to view the picture. */
function findHidden(tags: Record<string, unknown>): string[] {
  return Object.keys(tags).filter((tag) => {
    const [group = '', name = group] = tag.split(':')
    return harmless[group]?.test(name) !== true
  })
}

type Ending = 'jpg' | 'png' | 'webp' | 'avif' | 'gif'

const everything = [
  ['-GPSLatitude=49.8728', '-GPSLatitudeRef=N', '-GPSLongitude=8.6512', '-GPSLongitudeRef=E', '-GPSAltitude=144'],
  ['-Make=Canon', '-Model=EOS', '-SerialNumber=SN12345', '-LensSerialNumber=LN6789', '-OwnerName=Ada', '-Artist=Ada'],
  ['-DateTimeOriginal=2026:04:14 10:00:00', '-OffsetTimeOriginal=+02:00', '-Software=Phone 1.0', '-UserComment=hidden'],
  ['-XMP-dc:Creator=Ada', '-XMP-photoshop:City=Darmstadt', '-IPTC:City=Darmstadt', '-Comment=hidden'],
].flat()

/** A picture with everything in it that a camera or a person can add, and the same without it. */
async function plant(ending: Ending, orientation: number): Promise<{ original: string; planted: string }> {
  const folder = await temporaryFolder()
  const original = join(folder, `original.${ending}`)
  const planted = join(folder, `planted.${ending}`)
  run('convert', '-size', '33x21', 'gradient:red-blue', original)
  await copyFile(original, planted)
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
  run('exiftool', '-q', '-m', '-overwrite_original', ...tags, `-Orientation#=${orientation}`, planted)
  // A second picture after the first, as phones add it.
  if (ending === 'jpg') await writeFile(planted, Buffer.concat([await readFile(planted), await readFile(thumbnail)]))
  return { original, planted }
}

async function cleanFile(path: string): Promise<string> {
  const cleaned = cleanPicture(await readFile(path))
  if (cleaned === null) throw new Error('The picture was not understood.')
  const clean = path.replace('planted', 'clean')
  await writeFile(clean, cleaned)
  return clean
}

const turning: ReadonlySet<Ending> = new Set(['jpg', 'png', 'webp'])
const pixelsOf = (path: string) => run('convert', path, 'rgba:-')

describe.skipIf(missing.length > 0).each([
  ['jpg', /GPSLatitude.*SerialNumber.*ThumbnailImage/s, [1, 2, 3, 4, 5, 6, 7, 8]],
  ['png', /GPSLatitude.*SerialNumber/s, [1, 2, 3, 4, 5, 6, 7, 8]],
  ['webp', /GPSLatitude.*SerialNumber/s, [1, 2, 3, 4, 5, 6, 7, 8]],
  // These are not rotated by Exif data, but by their own property or not at all.
  ['avif', /GPSLatitude.*SerialNumber/s, [6]],
  ['gif', /Comment.*Creator/s, [6]],
] as const)('a real picture.%s', (ending, hidden, orientations) => {
  test('the picture is full of hidden data before it is cleaned, so that this test can fail', async () => {
    const { planted } = await plant(ending, 6)
    const names = findHidden(await tagsOf(planted)).map((tag) => tag.split(':')[1] ?? '')
    expect(names.toSorted().join(' ')).toMatch(hidden)
  })

  test.each(orientations)(
    'the cleaned picture has no hidden data, and its orientation is unchanged (%i)',
    async (number) => {
      const { planted } = await plant(ending, number)
      const before = await tagsOf(planted)
      const after = await tagsOf(await cleanFile(planted))
      expect(findHidden(after)).toEqual([])
      expect(after['IFD0:Orientation']).toBe(turning.has(ending) && number !== 1 ? number : undefined)
      expect(after['ICC-header:ProfileFileSignature']).toEqual(before['ICC-header:ProfileFileSignature'])
    },
  )

  test('the cleaned picture has the same pixels', async () => {
    const { original, planted } = await plant(ending, 1)
    expect(pixelsOf(await cleanFile(planted))).toEqual(pixelsOf(original))
  })
})
