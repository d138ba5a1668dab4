import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findWhereabouts } from '../../../electron/journal/archive/find-whereabouts.ts'
import { importTrip } from '../../../electron/journal/archive/import-trip.ts'
import type { OpenArchive } from '../../../electron/journal/archive/open-archive.ts'
import { packTrip } from '../../../electron/journal/archive/pack-trip.ts'
import { unpackTrip } from '../../../electron/journal/archive/unpack-trip.ts'
import type { Library } from '../../../electron/journal/library/library.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { inWords } from '../../support/in-words.ts'
import { fileOf, handMadeZip, tripFiles } from '../../support/archives.ts'
import { someNote, tripWith, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { example, layout, withExample, writeExample, readExample, tripWithExample } from '../../support/example-part.ts'

async function pack(library: Library, trip: Trip): Promise<string> {
  const path = join(await temporaryFolder(), 'trip.lanyard')
  expect(valueOf(await packTrip({ library, tripId: trip.id, path, replace: false })).remarks).toEqual([])
  return path
}

async function open(path: string): Promise<OpenArchive> {
  const unpacked = valueOf(await unpackTrip({ kind: 'file', path }, () => {}, layout))
  onTestFinished(() => unpacked.close())
  return {
    ...unpacked,
    readFile: async (key) => valueOf(await unpacked.readFile(key)),
    close: async () => unpacked.close(),
  }
}

describe('a trip with a file of another part, saved as one file', () => {
  test('a packed trip brings the file into another library', async () => {
    const { library, trip } = await tripWithExample()
    const archive = await open(await pack(library, trip))
    expect(archive).toMatchObject({ remarks: [], files: [...trip.photos.map(({ id }) => id), example.name] })
    const elsewhere = await withExample()
    expect(valueOf(await importTrip(elsewhere, archive, 'new'))).toMatchObject({ photos: 2 })
    expect(await readExample(elsewhere, trip.id)).toEqual(['Keynote'])
  })

  test('a packed trip is imported as a separate trip, to which the file then belongs', async () => {
    const { library, trip } = await tripWithExample()
    const copy = valueOf(await importTrip(library, await open(await pack(library, trip)), 'copy')).trip
    expect(copy.id).not.toBe(trip.id)
    expect(await readExample(library, copy.id)).toEqual(['Keynote'])
  })

  test('a packed trip is merged with the existing one, even if only the file differs', async () => {
    const { library, trip } = await tripWithExample()
    const elsewhere = await withExample()
    valueOf(await importTrip(elsewhere, await open(await pack(library, trip)), 'new'))
    await writeExample(elsewhere, trip.id, 'Keynote', 'Panel')
    const archive = await open(await pack(elsewhere, trip))
    expect(valueOf(await findWhereabouts(library, archive)).state).toBe('differs')
    await writeExample(library, trip.id, 'Keynote', 'Lunch')
    valueOf(await importTrip(library, archive, 'merge'))
    expect(await readExample(library, trip.id)).toEqual(['Keynote', 'Lunch', 'Panel'])
    expect(valueOf(await findWhereabouts(library, archive))).toMatchObject({ state: 'same' })
  })

  test('a trip is packed without a damaged file, and says so', async () => {
    const { library, trip, file } = await tripWithExample()
    await writeFile(file, 'half of')
    const path = join(await temporaryFolder(), 'trip.lanyard')
    const { remarks, photos } = valueOf(await packTrip({ library, tripId: trip.id, path, replace: false }))
    expect(inWords(remarks)).toEqual([expect.stringContaining(example.name)])
    expect(photos).toBe(2)
    expect((await open(path)).files).not.toContain(example.name)
  })

  test.each([
    ['is damaged', Buffer.from('half of')],
    ['belongs to another trip', example.encode(tripWith([]).id, { sessions: [] })],
    ['is larger than the part allows', Buffer.alloc(1024 * 1024 + 1, ' ')],
  ])('a packed trip is imported without a file that %s', async (_, data) => {
    const trip = tripWith([someNote()])
    const zip = handMadeZip([...tripFiles(trip), { name: `a-trip/${example.name}`, data }])
    const archive = await open(await fileOf(zip))
    expect(archive.files).toEqual([])
    expect(inWords(archive.remarks)).toEqual([expect.stringContaining(example.name)])
  })

  test('the file is ignored if Lanyard does not know its part', async () => {
    const { library, trip } = await tripWithExample()
    const unpacked = valueOf(await unpackTrip({ kind: 'file', path: await pack(library, trip) }))
    onTestFinished(() => unpacked.close())
    expect(inWords(unpacked.remarks)).toEqual([expect.stringContaining(example.name)])
    expect(unpacked.files).toEqual(trip.photos.map(({ id }) => id))
  })
})
