import { mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Library } from '../../../electron/journal/library/library.ts'
import { encodeTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { filesUnder, someStick } from '../../support/backup.ts'
import { addTrip, codeOf, messageOf, someLibrary, someNote, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const VERSION = '20260414T101500000Z'

/** A library with a trip that has a version, and a place outside with a version of that trip which is private. */
async function libraryBesidePrivateVersion(): Promise<{ library: Library; trip: Trip; outside: string }> {
  const library = await someLibrary()
  const trip = await addTrip(library, [someNote({ title: 'Arrival' })])
  valueOf(await library.keepVersion(trip.id))
  await library.history.settled()
  const outside = await temporaryFolder()
  const file = encodeTrip({ ...trip, title: 'Private' }).slice()
  await writeFile(join(outside, `${VERSION}.json.gz`), gzipSync(file))
  return { library, trip, outside }
}

const historyOf = (library: Library, { id }: Trip) => join(library.folder, '.history', id)

describe.skipIf(process.platform === 'win32')('a link from the versions of a trip to another place', () => {
  test('a version that is a link out of the library is neither listed nor read', async () => {
    const { library, trip, outside } = await libraryBesidePrivateVersion()
    await symlink(join(outside, `${VERSION}.json.gz`), join(historyOf(library, trip), `${VERSION}.json.gz`))
    const versions = valueOf(await library.history.list(trip.id))
    expect(versions.map(({ versionId }) => versionId)).not.toContain(VERSION)
    expect(messageOf(await library.history.read(trip.id, VERSION))).toContain('is a link to another place')
  })

  test('versions in a folder that is a link out of the library are neither listed nor shown', async () => {
    const { library, trip, outside } = await libraryBesidePrivateVersion()
    await rm(historyOf(library, trip), { recursive: true })
    await symlink(outside, historyOf(library, trip))
    expect(valueOf(await library.history.list(trip.id))).toEqual([])
    expect(messageOf(await library.history.read(trip.id, VERSION))).toContain('is a link to another place')
  })

  test.for(['a file', 'the folder'])(
    'a backup copies no kept original from another place, where %s is a link out of the library',
    async (what) => {
      const { library, trip, outside } = await libraryBesidePrivateVersion()
      const original = 'trip.version-1.json'
      await writeFile(join(outside, original), 'words from elsewhere')
      if (what === 'a file') await symlink(join(outside, original), join(historyOf(library, trip), original))
      else {
        await rm(historyOf(library, trip), { recursive: true })
        await symlink(outside, historyOf(library, trip))
      }
      const stick = await someStick()
      valueOf(await stick.copy(library))
      const copied = await filesUnder(stick.path)
      expect(Object.values(copied).filter((bytes) => bytes.includes('words from elsewhere'))).toEqual([])
      expect(Object.keys(copied).join()).toContain('trip.json')
    },
  )

  test('emptying the trash removes no versions where their folder is a link out of the library', async () => {
    const { library, trip, outside } = await libraryBesidePrivateVersion()
    const theirs = join(outside, trip.id)
    await rename(historyOf(library, trip), theirs)
    await rm(join(library.folder, '.history'), { recursive: true })
    await symlink(outside, join(library.folder, '.history'))
    valueOf(await library.delete(trip.id))
    await library.emptyTrash()
    expect((await readdir(theirs)).length).toBeGreaterThan(0)
  })
})

describe.skipIf(process.platform === 'win32')('a trash that is a link to another place', () => {
  test('trips in a trash that is a link out of the library are neither listed nor brought into it', async () => {
    const { library, trip } = await libraryBesidePrivateVersion()
    const outside = await temporaryFolder()
    const trashId = '2026-04-14T10-15-00.000Z-2026-04-14-private'
    await mkdir(join(outside, trashId))
    const file = encodeTrip({ ...trip, id: crypto.randomUUID(), title: 'Private' }).slice()
    await writeFile(join(outside, trashId, 'trip.json'), file)
    await symlink(outside, join(library.folder, '.trash'))
    expect(messageOf(await library.trash())).toContain('is a link to another place')
    expect(codeOf(await library.restore(trashId))).toMatch(/^disk\./)
    expect(await readdir(outside)).toEqual([trashId])
  })
})
