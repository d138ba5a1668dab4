import { mkdir, readdir, readFile, rename as move, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openLibrary } from '../../../electron/journal/sync/open-library.ts'
import { render } from '../../../electron/shared/messages/translate.ts'
import { inWords } from '../../support/in-words.ts'
import { createBrokenDisk } from '../../support/broken-disk.ts'
import { addPhoto, filesUnder, rename, someStick } from '../../support/backup.ts'
import {
  addTrip,
  codeOf,
  messageOf,
  onlyTripFolder,
  someLibrary,
  someNote,
  strayFiles,
  valueOf,
} from '../../support/library.ts'
import { onePixel } from '../../support/trips.ts'

const folder = '2026-04-14-lantern-conf-2026'

describe('a backup', () => {
  test('a backup has every trip with its pictures and its earlier versions, byte for byte, and opens as a library', async () => {
    const library = await someLibrary()
    const one = await addTrip(library, [someNote({ text: 'Two trains.' })])
    await addTrip(library, [], { title: 'Another' })
    await addPhoto(library, one.id)
    valueOf(await library.keepVersion(one.id))
    await library.history.settled()
    const stick = await someStick()
    const done = valueOf(await stick.copy(library))
    expect(done).toMatchObject({ path: stick.path, trips: 2, copied: 2, photos: 1, problems: [], notes: [] })
    expect(done.left.size).toBe(0)
    const there = await filesUnder(stick.path)
    expect(there).toMatchObject(await filesUnder(library.folder))
    const copy = openLibrary({ folder: stick.path })
    expect(valueOf(await copy.list())).toMatchObject({ trips: [{}, {}], unreadable: [] })
    expect(valueOf(await copy.open(one.id)).entries[0]?.text).toBe('Two trains.')
    expect(valueOf(await copy.history.list(one.id)).length).toBe(valueOf(await library.history.list(one.id)).length)
    await copy.close()
  })

  test('a backup is written once, and then only what has changed', async () => {
    const library = await someLibrary()
    const [one, other] = [await addTrip(library), await addTrip(library, [], { title: 'Other' })]
    const stick = await someStick()
    valueOf(await stick.copy(library))
    const before = await stat(join(stick.path, folder, 'trip.json'), { bigint: true })
    expect(valueOf(await stick.copy(library))).toMatchObject({ trips: 2, copied: 0 })
    await rename(library, other.id, 'Renamed')
    expect(valueOf(await stick.copy(library))).toMatchObject({ trips: 2, copied: 1 })
    expect(await stat(join(stick.path, folder, 'trip.json'), { bigint: true })).toEqual(before)
    // Even if the notes are lost.
    await rm(stick.notesFile)
    expect(valueOf(await stick.copy(library))).toMatchObject({ trips: 2, copied: 0, notes: [] })
    expect(valueOf(await stick.copy(library, { tripIds: new Set([one.id]) }))).toMatchObject({ trips: 1, copied: 0 })
  })

  test('a renamed or moved trip stays under its first name in the backup, and is never there twice', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library, [someNote({ text: 'A' })])
    const stick = await someStick()
    valueOf(await stick.copy(library))
    await move(join(library.folder, folder), join(library.folder, 'Lanterns'))
    await rename(library, trip.id, 'Lanterns')
    valueOf(await stick.copy(library, { tripIds: new Set([trip.id]) }))
    // Even if the notes are lost.
    await rm(stick.notesFile)
    await rename(library, trip.id, 'Lanterns again')
    valueOf(await stick.copy(library))
    expect((await readdir(stick.path)).toSorted()).toEqual(['.history', folder])
    expect((await stick.trip(folder)).title).toBe('Lanterns again')
  })

  test('a backup keeps a deleted trip, and continues with it when it comes back', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const stick = await someStick()
    valueOf(await stick.copy(library))
    const { trashId } = valueOf(await library.delete(trip.id))
    expect(valueOf(await stick.copy(library))).toMatchObject({ trips: 0, problems: [] })
    expect((await stick.trip(folder)).id).toBe(trip.id)
    valueOf(await library.restore(trashId))
    await rename(library, trip.id, 'Back')
    expect(valueOf(await stick.copy(library))).toMatchObject({ copied: 1 })
    expect((await stick.trip(folder)).title).toBe('Back')
  })

  test('a backup gets new pictures before the trip that names them, and keeps those that were removed', async () => {
    const disk = createBrokenDisk()
    const library = await someLibrary()
    const trip = await addTrip(library)
    const stick = await someStick()
    valueOf(await stick.copy(library))
    const file = await addPhoto(library, trip.id)
    valueOf(await stick.copy(library, { target: disk }))
    const renamed = disk.operations.filter(({ name }) => name === 'rename').map(({ path }) => basename(path))
    expect(renamed.slice(0, 2)).toEqual([file, 'trip.json'])
    valueOf(await library.update(trip.id, (before) => ({ ok: true, value: { ...before, photos: [] } })))
    valueOf(await stick.copy(library))
    expect(await readFile(join(stick.path, folder, 'photos', file))).toEqual(onePixel)
  })

  test('a backup of two libraries in one place has the trips of both, even those with the same folder name', async () => {
    const [one, other] = [await someLibrary(), await someLibrary()]
    const [first, second] = [await addTrip(one), await addTrip(other)]
    const stick = await someStick()
    valueOf(await stick.copy(one))
    valueOf(await stick.copy(other))
    await rename(one, first.id, 'First')
    await rename(other, second.id, 'Second')
    valueOf(await stick.copy(one))
    valueOf(await stick.copy(other))
    expect([(await stick.trip(folder)).title, (await stick.trip(`${folder}-2`)).title]).toEqual(['First', 'Second'])
    expect((await readdir(stick.path)).length).toBe(3)
  })

  test('a backup keeps what another computer has written there as a version, and says so if it was newer', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library, [someNote({ text: 'Here.' })])
    const stick = await someStick()
    valueOf(await stick.copy(library))
    const elsewhere = openLibrary({ folder: stick.path })
    const theirs = await rename(elsewhere, trip.id, 'Elsewhere')
    await elsewhere.close()
    await utimes(join(stick.path, folder, 'trip.json'), 1, 1)
    const done = valueOf(await stick.copy(library))
    expect(inWords(done.notes)).toEqual([expect.stringContaining('newer state of “Lantern Conf 2026”')])
    expect((await stick.trip(folder)).title).toBe('Lantern Conf 2026')
    const copy = openLibrary({ folder: stick.path })
    const versions = valueOf(await copy.history.list(trip.id))
    const states = await Promise.all(versions.map(({ versionId }) => copy.history.read(trip.id, versionId)))
    expect(states.map((state) => valueOf(state).title)).toContain('Elsewhere')
    expect(states.map((state) => valueOf(state).updatedAt)).toContain(theirs.updatedAt)
  })

  test('the history in a backup does not grow with the states that came from here', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const stick = await someStick()
    for (let round = 0; round < 5; round++) {
      await rename(library, trip.id, `Round ${round}`)
      valueOf(await stick.copy(library))
    }
    await library.history.settled()
    valueOf(await stick.copy(library, { isThorough: true }))
    const here = await readdir(join(library.folder, '.history', trip.id))
    expect((await readdir(join(stick.path, '.history', trip.id))).toSorted()).toEqual(here.toSorted())
  })

  test('a thorough backup restores what somebody has removed from the copy', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const file = await addPhoto(library, trip.id)
    const stick = await someStick()
    valueOf(await stick.copy(library))
    await rm(join(stick.path, folder, 'photos', file))
    expect(valueOf(await stick.copy(library, { isThorough: true }))).toMatchObject({ copied: 1, photos: 1 })
    expect(await readFile(join(stick.path, folder, 'photos', file))).toEqual(onePixel)
    await rm(join(stick.path, folder, 'trip.json'))
    expect(valueOf(await stick.copy(library))).toMatchObject({ copied: 1, photos: 0 })
    await rm(join(stick.path, folder), { recursive: true })
    expect(valueOf(await stick.copy(library))).toMatchObject({ copied: 1, photos: 1 })
  })

  test('a backup removes what a killed program has left behind', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    await addPhoto(library, trip.id)
    const stick = await someStick()
    await mkdir(join(stick.path, folder, 'photos'), { recursive: true })
    const stray = `.trip.json.${2 ** 22 + 1}-0b5e6f6c-6d5e-4f0a-9a51-3c2b1a0f9e8d.tmp`
    for (const place of [folder, join(folder, 'photos')]) await writeFile(join(stick.path, place, stray), 'half')
    valueOf(await stick.copy(library))
    expect(await strayFiles(stick.path)).toEqual([])
  })

  test('a backup can be stopped between two files, says so, and is complete up to there', async () => {
    const library = await someLibrary()
    for (const title of ['A', 'B', 'C']) await addTrip(library, [], { title })
    const stick = await someStick()
    const cancel = new AbortController()
    const seen: number[] = []
    const onProgress = (done: number) => {
      seen.push(done)
      if (seen.length === 2) cancel.abort()
    }
    expect(codeOf(await stick.copy(library, { signal: cancel.signal, onProgress }))).toBe('cancelled.backup')
    expect(seen).toEqual([0, 1 / 3])
    expect(await strayFiles(stick.path)).toEqual([])
    expect(valueOf(await stick.copy(library))).toMatchObject({ copied: 2 })
  })
})

describe('a trip that is damaged', () => {
  test('a damaged trip is not copied over its last intact copy, is reported, and does not block other trips', async () => {
    const library = await someLibrary()
    const [bad, good] = [await addTrip(library), await addTrip(library, [], { title: 'Good' })]
    const stick = await someStick()
    valueOf(await stick.copy(library))
    await writeFile(join(library.folder, folder, 'trip.json'), '{"half')
    await rename(library, good.id, 'Better')
    for (const tripIds of [null, new Set([bad.id])]) {
      const done = valueOf(await stick.copy(library, { tripIds, isThorough: true }))
      expect(done.problems).toMatchObject([{ code: 'trip.damaged', params: { name: expect.stringContaining(folder) } }])
    }
    expect((await stick.trip(folder)).id).toBe(bad.id)
    expect((await stick.trip('2026-04-14-good')).title).toBe('Better')
  })

  test('a damaged trip is reported even if it is unknown which one it was', async () => {
    const library = await someLibrary()
    await mkdir(join(library.folder, 'broken'), { recursive: true })
    await writeFile(join(library.folder, 'broken', 'trip.json'), 'no trip')
    const stick = await someStick()
    expect(valueOf(await stick.copy(library)).problems).toMatchObject([{ code: 'trip.damaged' }])
  })

  test('a trip with damaged pictures is copied without them, and the intact ones in the copy stay', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const [one, two] = [await addPhoto(library, trip.id, 1), await addPhoto(library, trip.id, 2)]
    const stick = await someStick()
    const place = await onlyTripFolder(library)
    await writeFile(join(place, 'photos', two), Buffer.alloc(onePixel.length))
    const first = valueOf(await stick.copy(library))
    expect(first).toMatchObject({ copied: 1, photos: 1, problems: [{ code: 'backup.file-failed' }] })
    expect(first.problems.map(render)).toEqual([expect.stringContaining(two)])
    await writeFile(join(place, 'photos', two), onePixel)
    expect(valueOf(await stick.copy(library))).toMatchObject({ photos: 1, problems: [] })
    await writeFile(join(place, 'photos', one), 'not what it was')
    await rename(library, trip.id, 'Changed')
    expect(valueOf(await stick.copy(library))).toMatchObject({ copied: 1, photos: 0, problems: [] })
    expect(await readFile(join(stick.path, folder, 'photos', one))).toEqual(onePixel)
  })

  test('a damaged trip in the copy is kept beside the intact one that replaces it', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const stick = await someStick()
    valueOf(await stick.copy(library))
    await writeFile(join(stick.path, folder, 'trip.json'), 'spoilt')
    expect(inWords(valueOf(await stick.copy(library)).notes)).toEqual([expect.stringContaining('damaged')])
    expect((await stick.trip(folder)).id).toBe(trip.id)
    const kept = (await readdir(join(stick.path, folder))).find((name) => name.includes('corrupt'))
    expect(await readFile(join(stick.path, folder, kept ?? ''), 'utf8')).toBe('spoilt')
  })

  test('a trip in the copy that a newer Lanyard wrote is left alone', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    await addTrip(library, [], { title: 'Other' })
    const stick = await someStick()
    valueOf(await stick.copy(library))
    const newer = `{"schemaVersion": 99, "id": "${trip.id}"}`
    await writeFile(join(stick.path, folder, 'trip.json'), newer)
    await rename(library, trip.id, 'Changed')
    const done = valueOf(await stick.copy(library))
    expect(done.problems).toMatchObject([{ code: 'backup.newer-copy' }])
    expect(await readFile(join(stick.path, folder, 'trip.json'), 'utf8')).toBe(newer)
  })
})

test('a trip that a newer Lanyard wrote is copied unchanged, again and again', async () => {
  const library = await someLibrary()
  const trip = await addTrip(library)
  const file = join(library.folder, folder, 'trip.json')
  const { checksum: _, ...json } = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
  const stick = await someStick()
  for (const mood of ['good', 'better']) {
    const newer = JSON.stringify({ ...json, schemaVersion: 99, mood })
    await writeFile(file, newer)
    await rm(stick.notesFile, { force: true })
    expect(valueOf(await stick.copy(library, { tripIds: new Set([trip.id]) }))).toMatchObject({
      copied: 1,
      problems: [],
    })
    expect(await readFile(join(stick.path, folder, 'trip.json'), 'utf8')).toBe(newer)
  }
})

describe('a place for the backup', () => {
  test('a missing backup folder is not created, and the sentence says what to do', async () => {
    const library = await someLibrary()
    await addTrip(library)
    const stick = await someStick()
    await rm(stick.to, { recursive: true })
    const refused = await stick.copy(library)
    expect(codeOf(refused)).toBe('disk.gone')
    expect(messageOf(refused)).toContain('Connect it')
    await expect(stat(stick.to)).rejects.toMatchObject({ code: 'ENOENT' })
    await mkdir(stick.to)
    expect(valueOf(await stick.copy(library))).toMatchObject({ copied: 1 })
  })

  test('a backup folder cannot be in the library, nor the library in it, not even through a link', async () => {
    const library = await someLibrary()
    await addTrip(library)
    const stick = await someStick()
    const link = join(stick.to, 'link')
    await symlink(library.folder, link)
    for (const to of [library.folder, link, join(library.folder, folder)]) {
      expect(codeOf(await stick.copy(library, { to }))).toBe('input.backup-in-library')
    }
    valueOf(await stick.copy(library))
    const copy = await someLibrary({ folder: stick.path })
    expect(codeOf(await stick.copy(copy))).toBe('input.library-in-backup')
    // A folder with a similar name is neither.
    await mkdir(`${library.folder}-backup`)
    expect(valueOf(await stick.copy(library, { to: `${library.folder}-backup` }))).toMatchObject({ copied: 1 })
  })

  test('folders in a backup get names that its file system allows', async () => {
    const library = await someLibrary()
    await addTrip(library)
    await move(join(library.folder, folder), join(library.folder, 'PyCon: "2026"?'))
    const stick = await someStick()
    valueOf(await stick.copy(library))
    expect(await readdir(stick.path)).toContain('PyCon- -2026--')
  })

  test('a backup never writes a trip through a link', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const stick = await someStick()
    valueOf(await stick.copy(library))
    const victim = join(stick.to, 'victim')
    await writeFile(victim, 'mine')
    const file = join(stick.path, folder, 'trip.json')
    await rm(file)
    await symlink(victim, file)
    await rename(library, trip.id, 'Changed')
    valueOf(await stick.copy(library))
    expect(await readFile(victim, 'utf8')).toBe('mine')
    expect((await stick.trip(folder)).title).toBe('Changed')
  })
})
