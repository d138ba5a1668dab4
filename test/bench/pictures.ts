import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { webPictures } from '../../electron/journal/exporters/exporter.ts'
import { runExport } from '../../electron/journal/exporters/run-export.ts'
import { keepPictureThreads } from '../../electron/journal/pictures/convert/picture-threads.ts'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { someNote, tripWith, valueOf } from '../support/library.ts'
import { photoOf } from '../support/photos.ts'
import { hasProgram } from '../support/programs.ts'
import { compare, type Measurement, type Skipped, takeTurns, timed } from './measurement.ts'

const PHOTOS = 50
const run = promisify(execFile)

/**
 * An export of photos as phones take them, with 12 megapixels, against its decoder alone and against the program that
 * people would use instead.
 */
export async function measurePictures(folder: string): Promise<(Measurement | Skipped)[]> {
  const name = `export of ${PHOTOS} photos of 12 megapixels`
  if (!hasProgram('convert')) return [{ name, skipped: 'there is no convert' }]
  const source = join(folder, 'photo.jpg')
  const noise = ['-blur', '0x1', '-attenuate', '0.15', '+noise', 'Gaussian']
  await run('convert', ['-seed', '1', '-size', '4000x3000', 'plasma:fractal', ...noise, '-quality', '93', source])
  const photo = await readFile(source)
  const pictures = Array.from({ length: PHOTOS }, (_, index) => withComment(photo, `Photo ${index}`))
  const photos = pictures.map((data, index) => describe(data, index))
  const library = openLibrary({ folder: join(folder, 'library') })
  const text = photos.map(({ id }) => `![](photo:${id})`).join('\n\n')
  const contents = new Map(photos.map(({ id }, index) => [id, pictures[index] ?? photo]))
  const { trip } = valueOf(await library.create({ ...tripWith([someNote({ text })]), photos }, contents))

  const threads = keepPictureThreads()
  const order = { trip, library, target: 'markdown', folder: join(folder, 'exports'), replace: true }
  const exportAll = () =>
    timed(async () => {
      const signal = new AbortController().signal
      const exported = valueOf(await runExport({ ...order, signal, pictureThreads: threads, onProgress: () => {} }))
      if (exported.differences.length > 0 || exported.missing.length > 0) throw new Error('The export is not whole.')
    })
  const decodeAll = () =>
    timed(() => Promise.all(pictures.map((data) => threads.convert(data, { size: 'web', support: webPictures }))))
  const convertAll = () =>
    timed(async () => {
      for (let index = 0; index < PHOTOS; index++) {
        await run('convert', [source, '-resize', '1600x1600', '-quality', '80', join(folder, `${index}.jpg`)])
      }
    })

  const decoder = await takeTurns(3, 1, exportAll, decodeAll)
  const program = await takeTurns(3, 0, exportAll, convertAll)
  await threads.close()
  await library.close()
  await rm(folder, { recursive: true, force: true })
  return [
    compare({ name, against: 'the decoder alone', statistic: 'median', target: 1.2 }, decoder),
    compare({ name, against: 'convert -resize', statistic: 'median', target: 0.5 }, program),
  ]
}

/** The same photo with other bytes, so that it counts as another one. */
function withComment(jpeg: Buffer, comment: string): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, comment.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(comment, 'latin1'), jpeg.subarray(2)])
}

function describe(data: Buffer, index: number) {
  const number = String(index).padStart(12, '0')
  return photoOf({
    id: `11111111-1111-4111-8111-${number}`,
    file: `photo-${index}.jpg`,
    mediaType: 'image/jpeg',
    bytes: data.byteLength,
    sha256: createHash('sha256').update(data).digest('hex'),
    originalName: `photo-${index}.jpg`,
  })
}
