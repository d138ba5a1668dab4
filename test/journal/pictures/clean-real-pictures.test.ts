import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { cleanPicture } from '../../../electron/journal/pictures/clean-picture.ts'
import {
  findHidden,
  missingPrograms,
  pixelsOf,
  plantInEach,
  tagsOfAll,
  turnedByExif,
} from '../../support/hidden-data.ts'

if (missingPrograms.length > 0) process.stdout.write(`Skipped: not on this machine: ${missingPrograms.join(', ')}.\n`)

async function cleanFile(path: string): Promise<string> {
  const cleaned = cleanPicture(await readFile(path))
  if (cleaned === null) throw new Error('The picture was not understood.')
  const clean = path.replace('planted', 'clean')
  await writeFile(clean, cleaned)
  return clean
}

describe.skipIf(missingPrograms.length > 0).each([
  ['jpg', /GPSLatitude.*SerialNumber.*ThumbnailImage/s, [1, 2, 3, 4, 5, 6, 7, 8]],
  ['png', /GPSLatitude.*SerialNumber/s, [1, 2, 3, 4, 5, 6, 7, 8]],
  ['webp', /GPSLatitude.*SerialNumber/s, [1, 2, 3, 4, 5, 6, 7, 8]],
  // These are not rotated by Exif data, but by their own property or not at all.
  ['avif', /GPSLatitude.*SerialNumber/s, [1, 6]],
  ['gif', /Comment.*Creator/s, [1, 6]],
] as const)('a real picture.%s', (ending, hidden, orientations) => {
  // By orientation.
  const [planted, cleaned] = [new Map<number, string>(), new Map<number, string>()]
  let tags = new Map<string, Record<string, unknown>>()
  let original = ''

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lanyard-pictures-'))
    const made = await plantInEach(folder, ending, orientations)
    original = made.original
    for (const [number, path] of made.planted) {
      planted.set(number, path)
      cleaned.set(number, await cleanFile(path))
    }
    tags = tagsOfAll([...planted.values(), ...cleaned.values()])
    return () => rm(folder, { recursive: true, force: true })
  })

  const tagsAt = (paths: ReadonlyMap<number, string>, orientation: number) => {
    const found = tags.get(paths.get(orientation) ?? '')
    if (found === undefined) throw new Error(`ExifTool did not read the picture with orientation ${orientation}.`)
    return found
  }

  test('the picture is full of hidden data before it is cleaned, so that this test can fail', () => {
    const names = findHidden(tagsAt(planted, 6)).map((tag) => tag.split(':')[1] ?? '')
    expect(names.toSorted().join(' ')).toMatch(hidden)
  })

  test.each(orientations)(
    'the cleaned picture has no hidden data, and its orientation is unchanged (%i)',
    (orientation) => {
      const [before, after] = [tagsAt(planted, orientation), tagsAt(cleaned, orientation)]
      expect(findHidden(after)).toEqual([])
      const isTurned = turnedByExif.has(ending) && orientation !== 1
      expect(after['IFD0:Orientation']).toBe(isTurned ? orientation : undefined)
      expect(after['ICC-header:ProfileFileSignature']).toEqual(before['ICC-header:ProfileFileSignature'])
    },
  )

  test('the cleaned picture has the same pixels', () => {
    expect(pixelsOf(cleaned.get(1) ?? '')).toEqual(pixelsOf(original))
  })
})
