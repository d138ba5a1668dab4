import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Orientation, withPrefix, writeOrientation } from '../../electron/journal/pictures/orientation.ts'
import { hasProgram } from './programs.ts'

/** Runs a program and returns what it prints. @throws Error with what it says if it fails */
export function run(program: string, ...args: string[]): Buffer {
  const { stdout, stderr, status } = spawnSync(program, args, { maxBuffer: 256 * 1024 * 1024 })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${String(stderr)}`)
  return stdout
}

/** Whether this machine can make HEIC pictures. */
export const canMakeHeic = hasProgram('heif-enc')

/** Puts an orientation into a JPEG that has no Exif data. */
export function turned(jpeg: Buffer, orientation: Orientation): Buffer {
  const payload = withPrefix(writeOrientation(orientation))
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, payload, jpeg.subarray(2)])
}

export interface Looks {
  width: number
  height: number
  /** The colours of 4 × 4 fields, row by row, each as red, green, blue and alpha from 0 to 255. */
  fields: number[]
}

/** What ImageMagick sees in the first frame of some pictures, with two processes for all of them. */
export async function looksOf(folder: string, pictures: readonly Uint8Array[]): Promise<Looks[]> {
  const paths = pictures.map((_, index) => join(folder, `seen-${index}`))
  await Promise.all(pictures.map((data, index) => writeFile(paths[index] ?? '', data)))
  const frames = paths.map((path) => `${path}[0]`)
  const sizes = run('convert', ...frames, '-format', '%w %h\n', 'info:')
    .toString()
    .trim()
    .split('\n')
  const pixels = run('convert', ...frames, '-filter', 'box', '-resize', '4x4!', '-depth', '8', 'rgba:-')
  return sizes.map((size, index) => {
    const [width = 0, height = 0] = size.split(' ').map(Number)
    return { width, height, fields: [...pixels.subarray(index * 64, (index + 1) * 64)] }
  })
}

/** The largest difference between two colours at the same place, from 0 to 255. */
export function difference(one: Looks | undefined, other: Looks | undefined): number {
  if (one === undefined || other === undefined) throw new Error('A picture was not read.')
  return Math.max(...one.fields.map((value, index) => Math.abs(value - (other.fields[index] ?? NaN))))
}
