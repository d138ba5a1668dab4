import { readFile, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { cleanPicture } from '../../../electron/journal/pictures/clean-picture.ts'
import {
  findHidden,
  missingPrograms,
  type PictureEnding,
  pixelsOf,
  plantHiddenData,
  tagsOf,
  turnedByExif,
} from '../../support/hidden-data.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

if (missingPrograms.length > 0) process.stdout.write(`Skipped: not on this machine: ${missingPrograms.join(', ')}.\n`)

const plant = async (ending: PictureEnding, orientation: number) =>
  plantHiddenData(await temporaryFolder(), ending, orientation)

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
  ['avif', /GPSLatitude.*SerialNumber/s, [6]],
  ['gif', /Comment.*Creator/s, [6]],
] as const)('a real picture.%s', (ending, hidden, orientations) => {
  test('the picture is full of hidden data before it is cleaned, so that this test can fail', async () => {
    const { planted } = await plant(ending, 6)
    const names = findHidden(tagsOf(planted)).map((tag) => tag.split(':')[1] ?? '')
    expect(names.toSorted().join(' ')).toMatch(hidden)
  })

  test.each(orientations)(
    'the cleaned picture has no hidden data, and its orientation is unchanged (%i)',
    async (number) => {
      const { planted } = await plant(ending, number)
      const before = tagsOf(planted)
      const after = tagsOf(await cleanFile(planted))
      expect(findHidden(after)).toEqual([])
      expect(after['IFD0:Orientation']).toBe(turnedByExif.has(ending) && number !== 1 ? number : undefined)
      expect(after['ICC-header:ProfileFileSignature']).toEqual(before['ICC-header:ProfileFileSignature'])
    },
  )

  test('the cleaned picture has the same pixels', async () => {
    const { original, planted } = await plant(ending, 1)
    expect(pixelsOf(await cleanFile(planted))).toEqual(pixelsOf(original))
  })
})
