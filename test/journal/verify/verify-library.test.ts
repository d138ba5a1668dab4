import {
  appendFile,
  mkdir,
  readdir,
  readFile,
  rename as move,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import type { Library } from '../../../electron/journal/library/library.ts'
import { verifyLibrary, type VerifyOptions } from '../../../electron/journal/verify/verify-library.ts'
import { inWords } from '../../support/in-words.ts'
import { addPhoto, filesUnder, rename } from '../../support/backup.ts'
import { addTrip, codeOf, messageOf, someLibrary, someNote, valueOf } from '../../support/library.ts'
import { onePixel } from '../../support/trips.ts'

const folder = '2026-04-14-lantern-conf-2026'
const file = `${folder}/trip.json`
const photoId = '00000001-1111-4111-8111-111111111111'

/** A library with a trip, a picture that its text shows, and versions. */
async function begin(): Promise<{ library: Library; tripId: string; path: (place: string) => string }> {
  const library = await someLibrary()
  const note = someNote({ title: 'Arrival', text: `![A lantern](photo:${photoId})` })
  const trip = await addTrip(library, [note])
  await addPhoto(library, trip.id)
  valueOf(await library.keepVersion(trip.id))
  await library.history.settled()
  return { library, tripId: trip.id, path: (place) => join(library.folder, place) }
}

async function verify(library: Library, options: Partial<VerifyOptions> = {}) {
  return inWords(valueOf(await verifyLibrary({ library: library.folder, ...options })))
}

describe('an intact library', () => {
  test('verifying reads every file of an intact library, finds nothing, and changes nothing', async () => {
    const { library } = await begin()
    const other = await addTrip(library, [someNote(), someNote()], { title: 'Other' })
    valueOf(await library.delete(other.id))
    await library.close()
    const before = await filesUnder(library.folder)
    const { bytes, ...found } = await verify(library)
    expect(found).toEqual({
      folder: library.folder,
      trips: 1,
      entries: 1,
      pictures: 1,
      versions: 2,
      inTrash: 1,
      findings: [],
    })
    expect(bytes).toBeGreaterThan(onePixel.byteLength + (before[file]?.length ?? 0))
    expect(await filesUnder(library.folder)).toEqual(before)
  })

  test('verifying reports its progress file by file', async () => {
    const { library } = await begin()
    const seen: [number, string][] = []
    await verify(library, { onProgress: (done, place) => seen.push([done, place]) })
    expect(seen.map(([, place]) => place).slice(0, 2)).toEqual([file, `${folder}/photos/lantern-1.png`])
    expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).toSorted((a, b) => a - b))
    expect(seen[0]?.[0]).toBe(0)
    expect(seen.at(-1)?.[0]).toBeLessThanOrEqual(1)
  })

  test('verifying can be cancelled', async () => {
    const { library } = await begin()
    const cancel = new AbortController()
    const seen: string[] = []
    const stopped = await verifyLibrary({
      library: library.folder,
      signal: cancel.signal,
      onProgress: (_, place) => {
        seen.push(place)
        cancel.abort()
      },
    })
    expect([codeOf(stopped), seen]).toEqual(['cancelled.verify', [file]])
  })
})

describe('verifying a trip', () => {
  test.each([
    ['is cut off', (path: string) => truncate(path, 300), 'cut off or garbled'],
    ['is empty', (path: string) => truncate(path, 0), 'empty'],
    ['is not UTF-8', (path: string) => writeFile(path, Buffer.from([0x7b, 0xff, 0x7d])), 'UTF-8'],
    ['is another JSON', (path: string) => writeFile(path, '{"title": 1}'), 'form of a trip'],
    [
      'has a flipped bit',
      async (path: string) => writeFile(path, (await readFile(path, 'utf8')).replace('Arrival', 'Brrival')),
      'checksum',
    ],
  ])('a trip that %s is a problem, and the rest is read all the same', async (_, damage, why) => {
    const { library, path } = await begin()
    await addTrip(library, [], { title: 'Other' })
    await damage(path(file))
    const found = await verify(library)
    expect(found.findings).toEqual([{ kind: 'problem', place: file, message: expect.stringContaining(why) }])
    expect(found).toMatchObject({ trips: 1, versions: 2 })
  })

  test('a trip without its file is a problem if it has versions; any other folder gets a note', async () => {
    const { library, path } = await begin()
    await rm(path(file))
    await mkdir(path('photos of my cat'))
    expect((await verify(library)).findings).toEqual([
      { kind: 'problem', place: folder, message: expect.stringContaining('trip.json') },
      { kind: 'note', place: 'photos of my cat', message: expect.stringContaining('not a trip') },
    ])
  })

  test('a trip without its folder can be restored from its versions, which is reported', async () => {
    const { library, tripId, path } = await begin()
    await rm(path(folder), { recursive: true })
    expect(await verify(library)).toMatchObject({
      trips: 0,
      versions: 2,
      findings: [{ kind: 'note', place: `.history/${tripId}`, message: expect.stringContaining('Lantern Conf 2026') }],
    })
  })

  test('a trip that is there twice is a problem', async () => {
    const { library, path } = await begin()
    await mkdir(path('copy'))
    await writeFile(path('copy/trip.json'), await readFile(path(file)))
    const { findings } = await verify(library)
    expect(findings).toEqual([
      { kind: 'problem', place: 'copy', message: expect.stringContaining(`same trip as “${folder}”`) },
      { kind: 'problem', place: 'copy/photos/lantern-1.png', message: expect.stringContaining('not in the trip') },
    ])
  })

  test('a trip of a newer Lanyard is read as far as it is understood', async () => {
    const { library, path } = await begin()
    const json = JSON.parse(await readFile(path(file), 'utf8')) as Record<string, unknown>
    delete json['checksum']
    await writeFile(path(file), JSON.stringify({ ...json, schemaVersion: 99, mood: 'good' }))
    await rm(path(`${folder}/photos/lantern-1.png`))
    expect((await verify(library)).findings).toMatchObject([
      { kind: 'problem', place: `${folder}/photos/lantern-1.png` },
      { kind: 'note', place: file },
    ])
  })

  test('files that a repair or a sync client has left beside a trip are no problem, but are reported', async () => {
    const { library, path } = await begin()
    await writeFile(path(`${folder}/trip.json.corrupt-20260414T101500123Z`), 'x')
    await writeFile(path(`${folder}/trip.sync-conflict-20260414-101500-ABCDEFG.json`), 'x')
    await writeFile(path(`${folder}/notes of my own.txt`), 'x')
    expect((await verify(library)).findings.map(({ kind }) => kind)).toEqual(['note', 'note'])
  })
})

describe('verifying a picture', () => {
  const place = `${folder}/photos/lantern-1.png`

  test.each([
    ['that is not there', (path: string) => rm(path)],
    ['of another size', (path: string) => appendFile(path, 'x')],
    ['with other bytes', (path: string) => writeFile(path, Buffer.alloc(onePixel.byteLength))],
    [
      'that is a link out of the trip',
      async (path: string) => {
        await move(path, join(path, '../../../lantern.png'))
        await symlink('../../lantern.png', path)
      },
    ],
  ])('a picture that %s is a problem', async (_, damage) => {
    const { library, path } = await begin()
    await damage(path(place))
    expect(await verify(library)).toMatchObject({ trips: 1, pictures: 0, findings: [{ kind: 'problem', place }] })
  })

  test('a picture that no trip names is reported, but is no problem', async () => {
    const { library, path } = await begin()
    await writeFile(path(`${folder}/photos/stray.png`), onePixel)
    expect(await verify(library)).toMatchObject({
      pictures: 1,
      findings: [{ kind: 'note', place: `${folder}/photos/stray.png` }],
    })
  })

  test('a picture that a text shows and the trip does not have is a problem, in any text', async () => {
    const { library, tripId } = await begin()
    const gone = '22222222-2222-4222-8222-222222222222'
    const shown = `![](photo:${gone})`
    valueOf(
      await library.update(tripId, (trip) => ({
        ok: true,
        value: {
          ...trip,
          entries: [
            ...trip.entries,
            someNote({ title: 'Hallway', text: `Look: ${shown} and ![a][one]\n\n[one]: photo:${gone}\n` }),
            someNote({ title: 'Told', text: 'The word photo:1234 alone shows nothing. `![](photo:x)` neither.' }),
          ],
          deleted: [{ entry: someNote({ title: 'Thrown away', text: shown }), deletedAt: trip.updatedAt, next: null }],
          report: {
            ...trip.report,
            lead: shown,
            closing: { heading: '', text: shown },
            entries: { [trip.entries[0]?.id ?? '']: { include: true, heading: null, excerpt: shown, talk: null } },
          },
        },
      })),
    )
    const { findings } = await verify(library)
    expect(findings.map(({ kind, place: at }) => `${kind} ${at}`)).toEqual(Array(5).fill(`problem ${file}`))
    expect(findings.map(({ message }) => message.split(' shows')[0])).toEqual([
      'The text of “Hallway” of Tuesday, 14 April 2026',
      'The text of “Thrown away” of Tuesday, 14 April 2026, which was deleted,',
      'The lead of the report',
      'The closing of the report',
      'The report’s text for “Arrival” of Tuesday, 14 April 2026',
    ])
  })
})

describe('verifying an earlier version', () => {
  test('a damaged version is a problem', async () => {
    const { library, tripId, path } = await begin()
    const [name = '', other = ''] = (await readdir(path(`.history/${tripId}`))).filter((each) => each.endsWith('.gz'))
    await truncate(path(`.history/${tripId}/${name}`), 100)
    expect(await verify(library)).toMatchObject({
      versions: 1,
      findings: [{ kind: 'problem', place: `.history/${tripId}/${name}` }],
    })
    // A version of another trip does not belong here.
    await writeFile(path(`.history/${tripId}/${name}`), await readFile(path(`.history/${tripId}/${other}`)))
    const strange = 'of my own.json.gz'
    await writeFile(path(`.history/${tripId}/${strange}`), 'x')
    expect((await verify(library)).findings).toMatchObject([{ kind: 'note', place: `.history/${tripId}/${strange}` }])
  })

  test('a version in an older format can be read', async () => {
    const { library, tripId, path } = await begin()
    await writeFile(path(`.history/${tripId}/trip.version-1.json`), '{"half')
    expect((await verify(library)).findings).toMatchObject([
      { kind: 'problem', place: `.history/${tripId}/trip.version-1.json` },
    ])
  })
})

test('a trip in the trash is read like any other', async () => {
  const { library, tripId, path } = await begin()
  const { trashId } = valueOf(await library.delete(tripId))
  await rm(path(`.trash/${trashId}/photos/lantern-1.png`))
  expect(await verify(library)).toMatchObject({
    trips: 0,
    inTrash: 1,
    findings: [{ kind: 'problem', place: `.trash/${trashId}/photos/lantern-1.png` }],
  })
})

test('a file that the disk cannot read is a problem, and the others are read', async () => {
  const { library, path } = await begin()
  const other = await addTrip(library, [], { title: 'Other' })
  const fileSystem = {
    ...nodeFileSystem,
    async open(at: string, flags: 'r' | 'wx') {
      if (at === path(file)) throw Object.assign(new Error('EIO'), { code: 'EIO' })
      return await nodeFileSystem.open(at, flags)
    },
  }
  await rename(library, other.id, 'Other')
  expect(await verify(library, { fileSystem })).toMatchObject({
    trips: 1,
    findings: [{ kind: 'problem', place: file, message: expect.stringContaining('the disk reported a fault') }],
  })
})

test('a missing library is reported', async () => {
  const { library, path } = await begin()
  const gone = await verifyLibrary({ library: path('nowhere') })
  expect([codeOf(gone), messageOf(gone)]).toEqual(['library.missing', expect.stringContaining('nowhere')])
  expect(codeOf(await verifyLibrary({ library: path(file) }))).toBe('library.not-a-folder')
  expect((await verify(library)).findings).toEqual([])
})
