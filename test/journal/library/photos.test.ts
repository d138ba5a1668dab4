import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addPhoto } from '../../../electron/journal/edits/save-photo.ts'
import type { Library } from '../../../electron/journal/library/library.ts'
import { describePhoto } from '../../../electron/journal/library/photo-data.ts'
import { MAX_PICTURE_BYTES } from '../../../electron/shared/pictures.ts'
import { ok } from '../../../electron/shared/result.ts'
import { type Photo, photoSchema, type Trip } from '../../../electron/shared/trip.ts'
import { createBrokenDisk } from '../../support/broken-disk.ts'
import {
  addTrip,
  codeOf,
  messageOf,
  onlyTripFolder,
  someLibrary,
  strayFiles,
  tripWith,
  valueOf,
} from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { onePixel } from '../../support/trips.ts'

async function addPicture(library: Library, trip: Trip, name = 'Stage.PNG'): Promise<Photo> {
  const photo = valueOf(describePhoto(onePixel, name))
  valueOf(await library.update(trip.id, (state) => addPhoto(state, photo), new Map([[photo.id, onePixel]])))
  return photo
}

/** The first bytes of a file in the format that AVIF and HEIC share. */
const isobmff = (brand: string, ...compatible: string[]) =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 32]),
    Buffer.from(`ftyp${brand}\0\0\0\0${compatible.join('')}`),
    Buffer.alloc(16),
  ])

describe('the type of a picture', () => {
  const pictures: [string, Buffer][] = [
    ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['image/png', onePixel],
    ['image/gif', Buffer.from('GIF89a\x01\x00\x01\x00')],
    ['image/webp', Buffer.from('RIFF\x10\x00\x00\x00WEBPVP8 ')],
    ['image/avif', isobmff('avif')],
    ['image/avif', isobmff('mif1', 'mif1', 'avif')],
    ['image/heic', isobmff('heic')],
    ['image/heic', isobmff('mif1', 'mif1', 'heic')],
    ['image/tiff', Buffer.from('II*\0\x08\0\0\0', 'latin1')],
    ['image/tiff', Buffer.from('MM\0*\0\0\0\x08', 'latin1')],
  ]

  test.for(pictures)('the type of a picture is determined from its first bytes: %s', ([mediaType, data]) => {
    const photo = valueOf(describePhoto(data, 'evil.svg'))
    expect(photo).toMatchObject({ mediaType, bytes: data.byteLength, originalName: 'evil.svg' })
    expect(photo.sha256).toBe(createHash('sha256').update(data).digest('hex'))
    expect(photoSchema.parse(photo)).toEqual(photo)
  })

  const others: [string, Buffer][] = [
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['HTML', Buffer.from('<!doctype html><script>1</script>')],
    ['a film', isobmff('isom', 'mp42')],
    ['a raw photo of a camera', Buffer.from('II*\0\x10\0\0\0CR\x02\0', 'latin1')],
    ['a PDF', Buffer.from('%PDF-1.7')],
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('GIF: a picture')],
    ['RIFF sound', Buffer.from('RIFF\x10\x00\x00\x00WAVEfmt ')],
  ]

  test.for(others)('a file that is %s is not a picture, and the sentence lists what can be added', ([, data]) => {
    const refused = describePhoto(data, 'C:\\Users\\me\\stage.png')
    expect(codeOf(refused)).toBe('photo.unsupported')
    expect(messageOf(refused)).toMatch(/^"stage.png" is not a picture.*JPEG, PNG, GIF, WebP, AVIF, HEIC and TIFF/)
  })

  test('a picture cannot be larger than 64 MB', () => {
    const large = new Uint8Array(MAX_PICTURE_BYTES + 1)
    large.set(onePixel)
    expect(codeOf(describePhoto(large, 'huge.png'))).toBe('photo.too-large')
    expect(describePhoto(large.subarray(0, MAX_PICTURE_BYTES), 'large.png').ok).toBe(true)
  })

  test.for([
    ['IMG 1234.JPG.png', /^img-1234-jpg-[0-9a-f]{8}\.png$/],
    ['../../../etc/passwd', /^passwd-[0-9a-f]{8}\.png$/],
    ['C:\\Photos\\Keynote – Day 1.png', /^keynote-day-1-[0-9a-f]{8}\.png$/],
    ['Größe 北京.png', /^große-北京-[0-9a-f]{8}\.png$/],
    ['', /^picture-[0-9a-f]{8}\.png$/],
    ['.png', /^picture-[0-9a-f]{8}\.png$/],
    ['NUL\0.png', /^nul-[0-9a-f]{8}\.png$/],
    [`${'long'.repeat(500)}.png`, /^(long){15}-[0-9a-f]{8}\.png$/],
  ] as const)('a picture named %j gets a file name that is safe everywhere', ([name, expected]) => {
    expect(valueOf(describePhoto(onePixel, name)).file).toMatch(expected)
  })
})

describe('a picture in a trip', () => {
  test('a picture is stored unchanged and read by its id', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const photo = await addPicture(library, trip)
    const file = join(await onlyTripFolder(library), 'photos', photo.file)
    expect(await readFile(file)).toEqual(onePixel)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const read = valueOf(await (await someLibrary({ folder: library.folder })).readPhoto(trip.id, photo.id))
    expect(read.photo).toEqual(photo)
    expect(Buffer.from(read.data)).toEqual(onePixel)
  })

  test('a picture is durably on the disk before the trip names it', async () => {
    const disk = createBrokenDisk()
    const library = await someLibrary({ fileSystem: disk })
    const trip = await addTrip(library)
    disk.reset()
    const photo = await addPicture(library, trip)
    const steps = disk.operations.map(({ name, path }) => `${name} ${path.split(/[/\\]/).at(-1)}`)
    const order = [`sync ${photo.file}`, 'sync photos', 'rename trip.json'].map((step) => steps.indexOf(step))
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  test('pictures can be added together with a new trip', async () => {
    const library = await someLibrary()
    const photo = valueOf(describePhoto(onePixel, 'stage.png'))
    const trip = { ...tripWith([]), photos: [photo] }
    valueOf(await library.create(trip, new Map([[photo.id, onePixel]])))
    expect(Buffer.from(valueOf(await library.readPhoto(trip.id, photo.id)).data)).toEqual(onePixel)
  })

  test('a picture without a record is not stored, and the trip is not created', async () => {
    const library = await someLibrary()
    const photo = valueOf(describePhoto(onePixel, 'stage.png'))
    expect(codeOf(await library.create(tripWith([]), new Map([[photo.id, onePixel]])))).toBe('internal.unnamed-file')
    expect((await readdir(library.folder)).filter((name) => !name.startsWith('.cache'))).toEqual([])
    const trip = await addTrip(library)
    expect(codeOf(await library.update(trip.id, ok, new Map([[photo.id, onePixel]])))).toBe('internal.unnamed-file')
    const cut = { ...photo, bytes: 5 }
    const refused = await library.update(trip.id, (state) => addPhoto(state, cut), new Map([[photo.id, onePixel]]))
    expect(codeOf(refused)).toBe('internal.unnamed-file')
    expect(await strayFiles(library.folder)).toEqual([])
  })

  test('a picture does not replace another file', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const photo = valueOf(describePhoto(onePixel, 'stage.png'))
    const photos = join(await onlyTripFolder(library), 'photos')
    await mkdir(photos)
    await writeFile(join(photos, photo.file), 'mine')
    const refused = await library.update(trip.id, (state) => addPhoto(state, photo), new Map([[photo.id, onePixel]]))
    expect(codeOf(refused)).toBe('disk.failed')
    expect(await readFile(join(photos, photo.file), 'utf8')).toBe('mine')
  })
})

describe('finding a picture', () => {
  test('a picture whose file is missing is reported', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const photo = await addPicture(library, trip)
    await rm(join(await onlyTripFolder(library), 'photos', photo.file))
    const refused = await library.readPhoto(trip.id, photo.id)
    expect(codeOf(refused)).toBe('photo.missing')
    expect(messageOf(refused)).toContain(photo.file)
    expect(codeOf(await library.readPhoto(trip.id, '../trip.json'))).toBe('photo.not-in-trip')
    expect(codeOf(await library.readPhoto('../..', photo.id))).toBe('trip.missing')
  })

  test.for(['..', '.', 'trip.json', '../trip.json'])('never leaves the folder: the record names %j', async (file) => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const photo = await addPicture(library, trip)
    const json = { ...valueOf(await library.open(trip.id)), photos: [{ ...photo, file }] }
    await writeFile(join(await onlyTripFolder(library), 'trip.json'), JSON.stringify(json))
    const answer = await library.readPhoto(trip.id, photo.id)
    expect(['photo.missing', 'trip.damaged']).toContain(codeOf(answer))
  })

  test('a picture whose file name begins with two dots is found', async () => {
    const library = await someLibrary()
    const photo = { ...valueOf(describePhoto(onePixel, 'stage.png')), file: '..stage.png' }
    const folder = 'two-dots'
    await mkdir(join(library.folder, folder, 'photos'), { recursive: true })
    const trip: Trip = { ...tripWith([]), photos: [photo] }
    await writeFile(join(library.folder, folder, 'trip.json'), JSON.stringify(trip))
    await writeFile(join(library.folder, folder, 'photos', photo.file), onePixel)
    expect(valueOf(await library.readPhoto(trip.id, photo.id)).data).toEqual(onePixel)
  })

  test('a picture is not read through a link out of the folder', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const photo = await addPicture(library, trip)
    const secret = join(await temporaryFolder(), 'secret.png')
    await writeFile(secret, 'secret')
    const file = join(await onlyTripFolder(library), 'photos', photo.file)
    await rm(file)
    await symlink(secret, file)
    expect(codeOf(await library.readPhoto(trip.id, photo.id))).toBe('photo.missing')
    await rm(file)
    await symlink(join('..', 'trip.json'), file)
    expect(codeOf(await library.readPhoto(trip.id, photo.id))).toBe('photo.missing')
  })
})
