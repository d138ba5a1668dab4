import { execFileSync, spawnSync } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cleanPicture } from '../../../electron/journal/pictures/clean-picture.ts'

/* Pictures of a real program, with what another real program plants in them and looks for afterwards. */

const missing = ['exiftool', 'convert'].filter((program) => spawnSync(program, ['-ver']).error !== undefined)
if (missing.length > 0) process.stdout.write(`Skipped: not on this machine: ${missing.join(', ')}.\n`)

const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] })

/** Tags that say how a picture is stored, by the group that ExifTool puts them into. */
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

/** Tags that nobody needs to see the picture. */
async function findHidden(path: string): Promise<string[]> {
  return Object.keys(await tagsOf(path)).filter((tag) => {
    const [group = '', name = group] = tag.split(':')
    return harmless[group]?.test(name) !== true
  })
}

async function cleanFile(path: string): Promise<string> {
  const cleaned = cleanPicture(await readFile(path))
  if (cleaned === null) throw new Error('The picture was not understood.')
  const clean = path.replace('planted', 'clean')
  await writeFile(clean, cleaned)
  return clean
}

const pixels = (path: string) => run('convert', path, 'rgba:-')

const everything = [
  ['-GPSLatitude=49.8728', '-GPSLatitudeRef=N', '-GPSLongitude=8.6512', '-GPSLongitudeRef=E', '-GPSAltitude=144'],
  ['-Make=Canon', '-Model=EOS', '-SerialNumber=SN12345', '-LensSerialNumber=LN6789', '-OwnerName=Ada', '-Artist=Ada'],
  ['-DateTimeOriginal=2026:04:14 10:00:00', '-OffsetTimeOriginal=+02:00', '-Software=Phone 1.0', '-UserComment=hidden'],
  ['-XMP-dc:Creator=Ada', '-XMP-photoshop:City=Darmstadt', '-IPTC:City=Darmstadt', '-Comment=hidden'],
].flat()

describe.skipIf(missing.length > 0).each(['jpg', 'png', 'webp', 'avif', 'gif'])('a real picture.%s', (ending) => {
  let folder: string
  let original: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lanyard-test-'))
    original = join(folder, `original.${ending}`)
    run('convert', '-size', '33x21', 'plasma:red-blue', '-seed', '7', original)
  })

  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** The path of a picture with everything in it that a camera or a person can put there. */
  async function plant(orientation: number): Promise<string> {
    const path = join(folder, `planted-${orientation}.${ending}`)
    await copyFile(original, path)
    const tags = ending === 'gif' ? ['-XMP-dc:Creator=Ada', '-Comment=hidden'] : everything
    run('exiftool', '-q', '-m', '-overwrite_original', ...tags, `-Orientation#=${orientation}`, path)
    if (ending === 'jpg') {
      const thumbnail = join(folder, 'thumbnail.jpg')
      run('convert', original, '-resize', '8x8', thumbnail)
      run('exiftool', '-q', '-overwrite_original', `-ThumbnailImage<=${thumbnail}`, path)
      await writeFile(path, Buffer.concat([await readFile(path), await readFile(thumbnail)]))
    }
    return path
  }

  test('is full of hidden data before it is cleaned, so that this test can fail', async () => {
    const hidden = await findHidden(await plant(6))
    expect(hidden.length).toBeGreaterThanOrEqual(ending === 'gif' ? 2 : 10)
    expect(hidden.join()).toMatch(ending === 'gif' ? /Creator/ : /GPSLatitude/)
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('has no hidden data afterwards, and is turned as before (%i)', async (number) => {
    const clean = await cleanFile(await plant(number))
    expect(await findHidden(clean)).toEqual([])
    const after = await tagsOf(clean)
    const turns = ending !== 'gif' && ending !== 'avif' && number !== 1
    expect(after['IFD0:Orientation']).toBe(turns ? number : undefined)
    expect(run('exiftool', '-validate', '-warning', '-error', '-q', clean).toString()).not.toMatch(/Error/)
  })

  test('has the same pixels afterwards', async () => {
    expect(pixels(await cleanFile(await plant(1)))).toEqual(pixels(original))
  })
})
