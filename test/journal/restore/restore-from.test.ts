import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import type { Library } from '../../../electron/journal/library/library.ts'
import { openLibrary } from '../../../electron/journal/sync/open-library.ts'
import { openSource, type Source } from '../../../electron/journal/restore/open-source.ts'
import { restoreFrom, type RestoreOrder } from '../../../electron/journal/restore/restore-from.ts'
import { verifyLibrary } from '../../../electron/journal/verify/verify-library.ts'
import { inWords } from '../../support/in-words.ts'
import { addPhoto, filesUnder, rename, someStick, type Stick } from '../../support/backup.ts'
import { addTrip, codeOf, messageOf, someLibrary, someNote, valueOf } from '../../support/library.ts'
import { onePixel } from '../../support/trips.ts'

const folder = '2026-04-14-lantern-conf-2026'

interface Scene {
  library: Library
  stick: Stick
  tripId: string
  path: (place: string) => string
  /** Restores the trip from the drive, into this library or another one. */
  restore: (order?: Partial<RestoreOrder>) => ReturnType<typeof restoreFrom>
}

/** A trip with a picture and versions, and a backup of it. */
async function begin(): Promise<Scene> {
  const library = await someLibrary()
  const trip = await addTrip(library, [someNote({ title: 'Arrival', text: 'Two trains.' })])
  await addPhoto(library, trip.id)
  valueOf(await library.keepVersion(trip.id))
  await library.history.settled()
  const stick = await someStick()
  valueOf(await stick.copy(library))
  const restore: Scene['restore'] = async (order = {}) => {
    const source = await sourceOf(stick)
    const [found] = source.trips
    if (found === undefined) throw new Error('There is no trip.')
    return await restoreFrom({ library, source, trip: found, versionId: null, entryId: null, ...order })
  }
  return { library, stick, tripId: trip.id, path: (place) => join(library.folder, place), restore }
}

async function sourceOf({ to }: Stick): Promise<Source> {
  return valueOf(await openSource(to, nodeFileSystem))
}

describe('a trip that is in the library', () => {
  test('a trip returns to its state in the backup, and can go forward again', async () => {
    const { library, tripId, restore } = await begin()
    await rename(library, tripId, 'Changed')
    const restored = valueOf(await restore())
    expect(restored).toMatchObject({ how: 'changed', keptAs: null, photos: 0, remarks: [] })
    expect(valueOf(await library.open(tripId)).title).toBe('Lantern Conf 2026')
    expect(valueOf(await library.history.read(tripId, restored.undoVersionId ?? '')).title).toBe('Changed')
  })

  test('a trip that is the same in both places is left alone', async () => {
    const { library, restore } = await begin()
    const before = await filesUnder(library.folder)
    expect(valueOf(await restore())).toMatchObject({ how: 'same', undoVersionId: null, photos: 0 })
    expect(await filesUnder(library.folder)).toEqual(before)
  })

  test('missing or damaged pictures are restored, and damaged ones are kept under another name', async () => {
    const { library, path, restore } = await begin()
    const picture = `${folder}/photos/lantern-1.png`
    await writeFile(path(picture), 'spoilt')
    expect(valueOf(await restore())).toMatchObject({ how: 'same', photos: 1 })
    expect(await readFile(path(picture))).toEqual(onePixel)
    const aside = (await readdir(path(`${folder}/photos`))).find((name) => name.includes('.corrupt-'))
    expect(await readFile(path(`${folder}/photos/${aside}`), 'utf8')).toBe('spoilt')
    await rm(path(picture))
    expect(valueOf(await restore())).toMatchObject({ how: 'same', photos: 1 })
    expect(valueOf(await verifyLibrary({ library: library.folder })).findings.map(({ kind }) => kind)).toEqual(['note'])
  })

  test('a trip returns to an earlier version that only the backup has', async () => {
    const { library, stick, tripId, path, restore } = await begin()
    const versions = valueOf(await (await sourceOf(stick)).history.list(tripId))
    await rm(path('.history'), { recursive: true })
    await rename(library, tripId, 'Changed')
    const oldest = versions.at(-1)
    expect(valueOf(await restore({ versionId: oldest?.versionId ?? '' }))).toMatchObject({ how: 'changed' })
    expect(valueOf(await library.open(tripId)).photos).toHaveLength(1)
    expect(codeOf(await restore({ versionId: '20200101T000000000Z' }))).toBe('version.missing')
  })

  test('a single entry is restored', async () => {
    const { library, tripId, restore } = await begin()
    const [arrival] = valueOf(await library.open(tripId)).entries
    valueOf(
      await library.update(tripId, (trip) => ({
        ok: true,
        value: { ...trip, title: 'Changed', entries: [{ ...someNote({ text: 'Other' }), id: arrival?.id ?? '' }] },
      })),
    )
    valueOf(await restore({ entryId: arrival?.id ?? '' }))
    const trip = valueOf(await library.open(tripId))
    expect([trip.title, trip.entries[0]?.text]).toEqual(['Changed', 'Two trains.'])
    expect(codeOf(await restore({ entryId: tripId }))).toBe('entry.not-in-version-here')
  })

  test('a trip is unchanged if restoring its pictures is cancelled', async () => {
    const { library, tripId, path, restore } = await begin()
    await rename(library, tripId, 'Changed')
    await rm(path(`${folder}/photos/lantern-1.png`))
    const cancel = new AbortController()
    cancel.abort()
    expect(codeOf(await restore({ signal: cancel.signal }))).toBe('cancelled.restore')
    expect(valueOf(await library.open(tripId)).title).toBe('Changed')
  })
})

describe('a trip that cannot be read', () => {
  test('an unreadable trip gets the intact file from the backup with its pictures, and its own is kept', async () => {
    const { library, tripId, path, restore } = await begin()
    await writeFile(path(`${folder}/trip.json`), 'spoilt')
    await rm(path(`${folder}/photos`), { recursive: true })
    const restored = valueOf(await restore())
    expect(restored).toMatchObject({ how: 'recovered', photos: 1, undoVersionId: null })
    expect(await readFile(restored.keptAs ?? '', 'utf8')).toBe('spoilt')
    expect(valueOf(await library.open(tripId)).title).toBe('Lantern Conf 2026')
    expect(valueOf(await library.list())).toMatchObject({ trips: [{ id: tripId }], unreadable: [] })
  })

  test('an unreadable trip gets its versions back as well if they are lost', async () => {
    const { library, stick, tripId, path, restore } = await begin()
    await rm(path(`${folder}/trip.json`))
    await rm(path('.history'), { recursive: true })
    expect(valueOf(await restore())).toMatchObject({ how: 'recovered', keptAs: null })
    const there = valueOf(await (await sourceOf(stick)).history.list(tripId)).map(({ versionId }) => versionId)
    const here = valueOf(await library.history.list(tripId)).map(({ versionId }) => versionId)
    expect(here).toEqual(expect.arrayContaining(there))
  })

  test('a single entry cannot be restored into an unreadable trip', async () => {
    const { path, tripId, restore } = await begin()
    await writeFile(path(`${folder}/trip.json`), 'spoilt')
    expect(codeOf(await restore({ entryId: tripId }))).toBe('input.entry-of-damaged-trip')
    expect(await readFile(path(`${folder}/trip.json`), 'utf8')).toBe('spoilt')
  })
})

describe('a trip that is missing', () => {
  test('a missing trip is restored with everything in the backup', async () => {
    const { library, stick, restore } = await begin()
    const before = await filesUnder(library.folder)
    const fresh = openLibrary({ folder: `${library.folder}-new` })
    expect(valueOf(await restore({ library: fresh }))).toMatchObject({ how: 'made', photos: 1, remarks: [] })
    await fresh.close()
    expect(await filesUnder(fresh.folder)).toEqual(before)
    expect(valueOf(await verifyLibrary({ library: stick.path })).findings).toEqual([])
  })

  test('a missing trip is restored from its versions alone, and lost pictures are reported', async () => {
    const { library, stick, restore } = await begin()
    await rm(join(stick.path, folder), { recursive: true })
    const fresh = openLibrary({ folder: `${library.folder}-new` })
    const restored = valueOf(await restore({ library: fresh }))
    expect(inWords(restored)).toMatchObject({
      how: 'made',
      photos: 0,
      remarks: [expect.stringContaining('lantern-1.png')],
    })
    expect(restored.trip.entries).toMatchObject([{ text: 'Two trains.' }])
    await fresh.close()
  })
})

describe('a folder to restore from', () => {
  test('the source can be the folder that was chosen for the backup, the one that Lanyard created in it, or any library', async () => {
    const { library, stick, tripId } = await begin()
    for (const place of [stick.to, stick.path, library.folder]) {
      expect(valueOf(await openSource(place, nodeFileSystem)).trips).toMatchObject([{ tripId, folder }])
    }
  })

  test('a damaged source is read as far as possible', async () => {
    const { stick, tripId, library } = await begin()
    await writeFile(join(stick.path, folder, 'trip.json'), 'spoilt')
    const source = await sourceOf(stick)
    expect(source.trips).toEqual([{ tripId, title: 'Lantern Conf 2026', folder, holds: null }])
    const fresh = openLibrary({ folder: `${library.folder}-new` })
    const [trip] = source.trips
    if (trip === undefined) throw new Error('There is no trip.')
    const restored = await restoreFrom({ library: fresh, source, trip, versionId: null, entryId: null })
    // The newest readable version; the picture is beside the damaged file.
    expect(valueOf(restored)).toMatchObject({ how: 'made', photos: 1 })
    await fresh.close()
  })

  test('a source that is empty or missing is refused with a sentence', async () => {
    const { stick } = await begin()
    await mkdir(join(stick.to, 'empty'))
    const empty = await openSource(join(stick.to, 'empty'), nodeFileSystem)
    expect([codeOf(empty), messageOf(empty)]).toEqual(['restore.no-trips', expect.stringContaining('no trip')])
    expect(codeOf(await openSource(join(stick.to, 'nowhere'), nodeFileSystem))).toBe('restore.no-folder')
  })
})
