import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { importTrip } from '../../../electron/journal/archive/import-trip.ts'
import { unpackTrip } from '../../../electron/journal/archive/unpack-trip.ts'
import { encodeTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import type { Photo, Trip } from '../../../electron/shared/trip.ts'
import { inWords } from '../../support/in-words.ts'
import {
  fileOf,
  type HandMade,
  handMadeZip,
  opened,
  pictureData,
  somePicture,
  tripFiles,
} from '../../support/archives.ts'
import { allFiles } from '../../support/all-files.ts'
import { codeOf, messageOf, someLibrary, someNote, tripWith, valueOf } from '../../support/library.ts'
import { hasProgram } from '../../support/programs.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/* Malicious files that look like exported trips, made byte by byte: S7 of the security targets. */

const MEBIBYTE = 1024 * 1024
const picture = somePicture(1)
const trip: Trip = { ...tripWith([someNote({ text: 'Soup.' })]), photos: [picture.photo] }
const good = tripFiles(trip, [picture])

const unpack = async (files: readonly HandMade[], says?: Parameters<typeof handMadeZip>[1]) => {
  const unpacked = await unpackTrip({ kind: 'bytes', data: handMadeZip(files, says) })
  if (unpacked.ok) unpacked.value.close()
  return unpacked
}
const withPhoto = (changes: Partial<Photo>): Trip => ({ ...trip, photos: [{ ...picture.photo, ...changes }] })

test('the hand-made file is accepted if nothing is wrong with it', async () => {
  expect(valueOf(await unpack(good))).toMatchObject({ trip, files: [picture.photo.id], remarks: [] })
})

describe('a name that leads out of the folder', () => {
  test.each([
    '../evil.txt',
    'a-trip/../../evil.txt',
    '/etc/cron.d/evil',
    '\\\\server\\share\\evil',
    'C:\\Windows\\evil.dll',
    'c:/evil.txt',
    'a-trip\\..\\..\\evil.txt',
    '..\\evil.txt',
    'a-trip/photos/..',
    'a-trip/photos/evil.png\0.txt',
  ])('the name %j causes the whole file to be refused', async (name) => {
    const refused = await unpack([...good, { name, data: 'evil' }])
    expect(codeOf(refused)).toBe('import.path-outside')
    expect(messageOf(refused)).toMatch(/leads out of its own folder/)
  })
})

describe('two files of one name', () => {
  test.each([
    ['a second trip', ['a-trip/trip.json']],
    ['capitals', ['a-trip/photos/Soup.png', 'a-trip/photos/soup.PNG']],
    ['two ways to write a letter', ['a-trip/photos/Su\u0308ppchen.png', 'a-trip/photos/S\u00fcppchen.png']],
    ['a slash that leans the other way', ['a-trip\\trip.json']],
  ])('two files of one name cause the whole file to be refused: %s', async (_, names) => {
    const refused = await unpack([...good, ...names.map((name) => ({ name, data: 'x' }))])
    expect(codeOf(refused)).toBe('import.repeated-name')
    expect(messageOf(refused)).toMatch(/have the same name/)
  })
})

describe('decompression bombs', () => {
  test('a text that unpacks to more than it states is refused', async () => {
    const data = Buffer.alloc(30 * MEBIBYTE, ' ')
    const refused = await unpack([{ name: 'a-trip/trip.json', data, method: 8, says: { size: 1000 } }])
    expect(codeOf(refused)).toBe('import.trip-damaged')
  })

  test('a text that is too large is refused', async () => {
    const data = Buffer.alloc(30 * MEBIBYTE, ' ')
    expect(codeOf(await unpack([{ name: 'a-trip/trip.json', data, method: 8 }]))).toBe('import.trip-too-large')
  })

  test('a text that claims to be endless is refused', async () => {
    const says = { size: 0xfffffffe }
    const refused = await unpack([{ name: 'a-trip/trip.json', data: '{}', method: 8, says }])
    expect(codeOf(refused)).toBe('import.trip-too-large')
  })

  test('a picture with an implausible compression ratio is left out', async () => {
    const data = pictureData(0, 8 * MEBIBYTE)
    const bomb = somePicture(0)
    const sha256 = createHash('sha256').update(data).digest('hex')
    const photo = { ...bomb.photo, bytes: data.byteLength, sha256 }
    const files = tripFiles({ ...trip, photos: [photo] })
    const unpacked = valueOf(await unpack([...files, { name: `a-trip/photos/${photo.file}`, data, method: 8 }]))
    expect(unpacked.files).toEqual([])
  })

  test('files that share their bytes, so that a small file contains many large ones, are refused', async () => {
    const data = pictureData(1, MEBIBYTE)
    const places = tripFiles(trip)
    const first = { name: 'a-trip/photos/0.png', data }
    const start = handMadeZip(places).byteLength
    expect(start).toBeGreaterThan(0)
    const offset = Buffer.from(handMadeZip([...places, first])).indexOf(data) - 30 - first.name.length
    const others = Array.from({ length: 100 }, (_, index) => ({
      name: `a-trip/photos/${index + 1}.png`,
      data: '',
      says: { offset, size: data.byteLength, packedSize: data.byteLength },
    }))
    expect(codeOf(await unpack([...places, first, ...others]))).toBe('import.zip-damaged')
  })

  test('a zip with more files than a trip can have is refused', async () => {
    const many = Array.from({ length: 20_001 }, (_, index) => ({ name: `a-trip/${index}`, data: '' }))
    expect(codeOf(await unpack([...good, ...many]))).toBe('import.too-many-items')
  })

  test('pictures that claim a larger size than any disk should hold are refused', async () => {
    const photos = Array.from({ length: 100 }, (_, index) => ({
      ...somePicture(index).photo,
      bytes: 64 * MEBIBYTE,
    }))
    expect(codeOf(await unpack(tripFiles({ ...trip, photos })))).toBe('import.pictures-too-large')
  })
})

describe('files that are not what they claim to be', () => {
  const photoFile = `a-trip/photos/${picture.photo.file}`
  const [tripFile] = good

  test.each([
    ['other bytes', { name: photoFile, data: pictureData(2) }],
    ['a shorter file', { name: photoFile, data: picture.data.subarray(0, 50) }],
    ['a link', { name: photoFile, data: picture.data, says: { attributes: (0o120777 << 16) >>> 0 } }],
    ['a folder', { name: photoFile, data: picture.data, says: { attributes: (0o040755 << 16) >>> 0 } }],
    ['something locked', { name: photoFile, data: picture.data, says: { flags: 0x801, packedSize: 0 } }],
    ['a way of packing that nobody knows', { name: photoFile, data: picture.data, method: 99 }],
    ['a wrong checksum', { name: photoFile, data: picture.data, says: { crc: 1 } }],
    ['a place behind the end', { name: photoFile, data: picture.data, says: { offset: 0x7fffffff } }],
    ['an invalid offset', { name: photoFile, data: picture.data, says: { offset: 3 } }],
  ] satisfies [string, HandMade][])('a picture with %s is left out and told, or all is refused', async (_, file) => {
    const unpacked = await unpack([...(tripFile === undefined ? [] : [tripFile]), file])
    const told = unpacked.ok ? inWords(unpacked.value) : { files: [], remarks: [messageOf(unpacked)] }
    expect(told.files).toEqual([])
    expect(told.remarks).toEqual([expect.stringMatching(/damaged|not in the file/)])
  })

  test('a picture that is a page with a script is left out, whatever its record says', async () => {
    const data = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    const sha256 = createHash('sha256').update(data).digest('hex')
    const evil = withPhoto({ bytes: data.byteLength, sha256 })
    expect(valueOf(await unpack([...tripFiles(evil), { name: photoFile, data }]))).toMatchObject({ files: [] })
  })

  test('files that are not part of the trip are ignored, and reported with names that cannot mislead', async () => {
    const { remarks } = valueOf(
      await unpack([
        ...good,
        { name: 'a-trip/.history/evil.json.gz', data: 'x' },
        { name: 'a-trip/photos/extra.png', data: picture.data },
        { name: 'a-trip/\u202egnp.exe', data: 'x' },
        { name: 'other/readme.txt', data: 'x' },
      ]),
    )
    expect(inWords(remarks)).toEqual([
      '4 files in it are not part of the trip: “.history/evil.json.gz”, “photos/extra.png”, “?gnp.exe” and “other/readme.txt”.',
    ])
  })

  test.each([
    ['nothing', []],
    ['no trip', [{ name: 'a-trip/photos/x.png', data: picture.data }]],
    ['a trip that is too deep', [{ name: 'a/b/trip.json', data: encodeTrip(trip).slice() }]],
    ['two trips', [...good, { name: 'b-trip/trip.json', data: encodeTrip(trip).slice() }]],
    [
      'a link in place of the trip',
      [{ name: 'a-trip/trip.json', data: '/etc/passwd', says: { attributes: (0o120777 << 16) >>> 0 } }],
    ],
    ['a trip that is locked', [{ name: 'a-trip/trip.json', data: 'x', method: 8, says: { flags: 0x801 } }]],
  ] satisfies [string, HandMade[]][])('%s is no exported trip', async (_, files) => {
    expect(codeOf(await unpack(files))).toMatch(/^import\.(no-trip|several-trips|locked)$/)
  })

  test.each([
    ['cut off', encodeTrip(trip).slice(0, 300)],
    ['with a flipped bit', encodeTrip(trip).map((byte, index) => (index === 400 ? byte ^ 1 : byte))],
    ['of another kind', Buffer.from('{"schemaVersion":1}')],
    ['polluted', Buffer.from('{"__proto__":{"polluted":true}}')],
    ['nested without end', Buffer.from('['.repeat(1_000_000))],
    ['no text', Buffer.from([0xff, 0xfe, 0, 0])],
  ])('a trip that is %s is refused', async (_, data) => {
    const refused = await unpack([{ name: 'a-trip/trip.json', data, method: 8 }])
    expect(codeOf(refused)).toBe('import.trip-damaged')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('a trip of a newer Lanyard is refused with a sentence that says so', async () => {
    const json = JSON.stringify({ ...trip, schemaVersion: 99 })
    expect(codeOf(await unpack([{ name: 'a-trip/trip.json', data: json, method: 8 }]))).toBe('trip.newer')
  })
})

/** The field in which a zip stores a size that its regular fields are too short for. */
function zip64(size: bigint): Uint8Array {
  const extra = Buffer.alloc(12)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(8, 2)
  extra.writeBigUInt64LE(size, 4)
  return extra
}

describe('wrong numbers', () => {
  test.each([
    ['more files than there are', () => handMadeZip(good, { count: 500 })],
    ['a list of files behind the end', () => handMadeZip(good, { start: 0x7fffffff })],
    ['a list of files at the beginning', () => handMadeZip(good, { start: 0 })],
    [
      'a size for giants',
      () =>
        handMadeZip([
          { name: 'a-trip/trip.json', data: '{}', method: 8, says: { size: 0xffffffff }, extra: zip64(2n ** 60n) },
        ]),
    ],
    [
      'a size for giants that is missing',
      () => handMadeZip([{ name: 'a-trip/trip.json', data: '{}', method: 8, says: { size: 0xffffffff } }]),
    ],
    [
      'a field that is longer than it is',
      () => handMadeZip([{ name: 'a-trip/trip.json', data: '{}', extra: Buffer.from([1, 0, 255, 255, 0]) }]),
    ],
    ['no beginning', () => handMadeZip(good).subarray(100)],
    ['no end', () => handMadeZip(good).subarray(0, -30)],
    ['something behind the end', () => Buffer.concat([handMadeZip(good), Buffer.from('more')])],
    ['nothing at all', () => new Uint8Array()],
    ['noise', () => new Uint8Array(5000).map((_, index) => (index * 7919) % 256)],
  ])('a zip with %s is refused', async (_, make) => {
    const refused = await unpackTrip({ kind: 'bytes', data: new Uint8Array(make()) })
    expect(['import.zip-damaged', 'import.trip-damaged', 'import.trip-too-large']).toContain(codeOf(refused))
  })

  test('a file in which each byte is changed in turn is only ever refused or accepted', async () => {
    const zip = handMadeZip(tripFiles({ ...trip, entries: [] }, [picture]))
    const outcomes = new Set<string>()
    const wholes: Uint8Array[] = []
    for (let index = 0; index < zip.byteLength; index += 7) {
      const data = zip.slice()
      data[index] = (data[index] ?? 0) ^ (1 << (index % 8))
      const unpacked = await unpackTrip({ kind: 'bytes', data })
      outcomes.add(unpacked.ok ? 'taken' : unpacked.error.code.replace(/^import\..*/, 'import'))
      if (!unpacked.ok) continue
      // Whatever is reported as intact is intact.
      for (const id of unpacked.value.files) wholes.push(valueOf(await unpacked.value.readFile(id)))
      unpacked.value.close()
    }
    expect(['import', 'taken', 'trip.newer']).toEqual(expect.arrayContaining([...outcomes]))
    expect(wholes.filter((data) => Buffer.compare(data, picture.data) !== 0)).toEqual([])
    expect(wholes.length).toBeGreaterThan(0)
  })
})

describe('in the library', () => {
  let folder: string
  beforeEach(async () => {
    folder = await temporaryFolder()
    await writeFile(join(folder, 'victim.txt'), 'mine')
  })
  /** What is beside the library. */
  const outside = async () => (await allFiles(folder)).filter((path) => !path.startsWith('library'))

  test('file names of pictures that lead elsewhere, or that are invalid on some system, are replaced', async () => {
    const names = [
      '..',
      '.',
      'CON.png',
      'nul',
      'a:b.png',
      '-rf.png',
      '.hidden.png',
      'x.exe',
      'soup.png ',
      'SOUP.png',
      'soup.png',
    ]
    const pictures = names.map((file, index) => ({ ...somePicture(index + 1), file }))
    const photos = pictures.map(({ photo, file }) => ({ ...photo, file }))
    const evil = { ...trip, photos }
    const files = pictures.flatMap(({ data, file }) =>
      file.startsWith('.') && file.length < 3 ? [] : [{ name: `a-trip/photos/${file}`, data }],
    )
    const clean = files.filter(({ name }) => !name.endsWith('/SOUP.png'))
    const archive = await opened({ kind: 'bytes', data: handMadeZip([...tripFiles(evil), ...clean]) })
    const library = await someLibrary({ folder: join(folder, 'library') })
    const taken = valueOf(await importTrip(library, archive, 'new'))
    expect(taken.photos).toBe(clean.length)
    const stored = taken.trip.photos.map(({ file }) => file)
    expect(stored.filter((file) => !/^(picture-[0-9a-f-]{36}|soup|SOUP)\.png$/.test(file))).toEqual([])
    expect(new Set(stored.map((file) => file.toLowerCase())).size).toBe(stored.length)
    for (const id of archive.files) valueOf(await library.readPhoto(taken.trip.id, id))
    expect(await outside()).toEqual(['victim.txt'])
  })

  test('an imported picture with the same id does not change a picture of the existing trip', async () => {
    const library = await someLibrary({ folder: join(folder, 'library') })
    valueOf(await library.create(trip, new Map([[picture.photo.id, picture.data]])))
    const other = somePicture(9)
    const photo = { ...other.photo, id: picture.photo.id, file: picture.photo.file, caption: 'Evil' }
    const theirs = { ...trip, updatedAt: '2099-01-01T00:00:00Z', photos: [photo] }
    const data = handMadeZip(tripFiles(theirs, [{ photo, data: other.data }]))
    const taken = valueOf(await importTrip(library, await opened({ kind: 'bytes', data }), 'merge'))
    expect(taken.trip.photos).toEqual([{ ...picture.photo, caption: 'Evil' }])
    expect(valueOf(await library.readPhoto(trip.id, picture.photo.id)).data).toEqual(Buffer.from(picture.data))
  })
})

describe('things that are not files', () => {
  test('a folder, a device and a pipe are refused at once', async () => {
    const folder = await temporaryFolder()
    const places = [folder, ...(process.platform === 'win32' ? [] : ['/dev/zero'])]
    if (hasProgram('mkfifo')) {
      execFileSync('mkfifo', [join(folder, 'pipe')])
      await symlink(join(folder, 'pipe'), join(folder, 'link'))
      places.push(join(folder, 'pipe'), join(folder, 'link'))
    }
    for (const path of places) expect(codeOf(await unpackTrip({ kind: 'file', path }))).toBe('import.not-a-trip-file')
    expect(codeOf(await unpackTrip({ kind: 'file', path: join(folder, 'nothing') }))).toBe('disk.gone')
  })

  test('a link to a file is followed', async () => {
    const path = await fileOf(handMadeZip(good))
    const link = join(await temporaryFolder(), 'link.lanyard')
    await symlink(path, link)
    expect(await opened(link)).toMatchObject({ trip })
  })
})
