import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packTrip } from '../../../electron/journal/archive/pack-trip.ts'
import { runExport } from '../../../electron/journal/exporters/run-export.ts'
import type { Library } from '../../../electron/journal/library/library.ts'
import { addPhoto, someStick } from '../../support/backup.ts'
import { addTrip, someLibrary, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const modeOf = async (path: string) => (await stat(path)).mode & 0o7777

async function foldersIn(folder: string): Promise<string[]> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true })
  return [folder, ...items.filter((item) => item.isDirectory()).map((item) => join(item.parentPath, item.name))]
}

/** A library with a folder of every kind. */
async function fullLibrary(): Promise<{ library: Library; tripId: string }> {
  const library = await someLibrary()
  const { id: tripId } = await addTrip(library, [], { title: 'Lantern' })
  await addPhoto(library, tripId)
  valueOf(await library.keepVersion(tripId))
  valueOf(await library.history.list(tripId))
  valueOf(await library.delete((await addTrip(library, [], { title: 'Beacon' })).id))
  valueOf(await library.list())
  return { library, tripId }
}

/** Runs a task without a umask. */
async function withoutMask<T>(task: () => Promise<T>): Promise<T> {
  const before = process.umask(0)
  try {
    return await task()
  } finally {
    process.umask(before)
  }
}

/** Opens a library again, waits until it has been cleaned up, and returns the permissions of its folders. */
async function modesAfterSweep(library: Library): Promise<number[]> {
  const again = await someLibrary({ folder: library.folder })
  valueOf(await again.list())
  await again.close()
  return await Promise.all((await foldersIn(library.folder)).map(modeOf))
}

describe.skipIf(process.platform === 'win32')('the folders of a library', () => {
  test('the folders of a library and of a backup are private from the beginning', async () => {
    await withoutMask(async () => {
      const { library } = await fullLibrary()
      const stick = await someStick()
      valueOf(await stick.copy(library))
      const folders = [...(await foldersIn(library.folder)), ...(await foldersIn(stick.path))]
      expect(folders.some((path) => path.endsWith('photos'))).toBe(true)
      for (const path of folders) expect([path, await modeOf(path)]).toEqual([path, 0o700])
    })
  })

  test('the folders of an older Lanyard are made private', async () => {
    const { library } = await fullLibrary()
    await library.close()
    for (const path of await foldersIn(library.folder)) await chmod(path, 0o755)
    const modes = await modesAfterSweep(library)
    // Those inside private ones cannot be reached, and stay unchanged.
    expect(modes.filter((mode) => mode === 0o700).length).toBeGreaterThanOrEqual(6)
    for (const name of await readdir(library.folder)) expect(await modeOf(join(library.folder, name))).toBe(0o700)
    expect(await modeOf(library.folder)).toBe(0o700)
  })

  test('folders that are shared on purpose stay open', async () => {
    const { library } = await fullLibrary()
    await library.close()
    for (const path of await foldersIn(library.folder)) await chmod(path, 0o777)
    expect(new Set(await modesAfterSweep(library))).toEqual(new Set([0o777]))
  })

  test('the library’s folder stays open if it contains other things', async () => {
    const { library } = await fullLibrary()
    await library.close()
    await mkdir(join(library.folder, 'My music'), { mode: 0o755 })
    await chmod(library.folder, 0o755)
    await modesAfterSweep(library)
    expect(await modeOf(library.folder)).toBe(0o755)
    expect(await modeOf(join(library.folder, 'My music'))).toBe(0o755)
  })

  test('the folders of an export are not private', async () => {
    await withoutMask(async () => {
      const { library, tripId } = await fullLibrary()
      const folder = join(await temporaryFolder(), 'blog', 'posts')
      const trip = valueOf(await library.open(tripId))
      const signal = new AbortController().signal
      const order = { trip, library, target: 'markdown', folder, replace: false, signal, onProgress: () => {} }
      const exported = valueOf(await runExport(order))
      for (const path of [join(folder, '..'), ...(await foldersIn(folder))]) expect(await modeOf(path)).toBe(0o777)
      for (const path of exported.files) expect(await modeOf(path)).toBe(0o666)
      const packed = valueOf(await packTrip({ library, tripId, path: join(folder, 'a.lanyard'), replace: false }))
      expect(await modeOf(packed.path)).toBe(0o666)
    })
  })
})

describe.skipIf(process.platform === 'win32')('a link in a library', () => {
  test('a link in place of a file does not make Lanyard write to its target', async () => {
    const { library, tripId } = await fullLibrary()
    await library.close()
    const victim = join(await temporaryFolder(), 'precious.txt')
    await writeFile(victim, 'precious')
    const about = join(library.folder, '.history', tripId, 'about.json')
    const notes = join(library.folder, '.cache', 'history', `${tripId}.json`)
    for (const path of [join(library.folder, '.cache', 'trips.json'), about, notes]) {
      await rm(path, { force: true })
      await symlink(victim, path)
    }
    const again = await someLibrary({ folder: library.folder })
    valueOf(await again.list())
    valueOf(await again.history.list(tripId))
    valueOf(await again.update(tripId, (trip) => ({ ok: true, value: { ...trip, title: 'Changed' } })))
    valueOf(await again.keepVersion(tripId))
    await again.close()
    expect(await readFile(victim, 'utf8')).toBe('precious')
  })

  test.for([
    ['.cache', null, null],
    ['.history', 'disk.failed', null],
    ['.trash', null, 'disk.failed'],
  ] as const)('a link in place of %s does not lead out of the library', async ([name, ...expected]) => {
    const { library, tripId } = await fullLibrary()
    await library.close()
    const victim = await temporaryFolder()
    const theirs = [
      'trips.json',
      'about.json',
      'trips (conflicted copy).json',
      `.x.${2 ** 22 - 1}-11111111-1111-4111-8111-111111111111.tmp`,
    ]
    for (const each of theirs) await writeFile(join(victim, each), 'theirs')
    await mkdir(join(victim, tripId))
    await writeFile(join(victim, tripId, 'about.json'), 'theirs')
    await rm(join(library.folder, name), { recursive: true })
    await symlink(victim, join(library.folder, name))
    const again = await someLibrary({ folder: library.folder })
    valueOf(await again.list())
    valueOf(await again.update(tripId, (trip) => ({ ok: true, value: { ...trip, title: 'Saved all the same' } })))
    const kept = await again.keepVersion(tripId)
    const deleted = await again.delete(tripId)
    await again.close()
    const refusals = [kept, deleted].map((result) => (result.ok ? null : result.error.code))
    expect(refusals).toEqual(expected)
    expect((await readdir(victim)).toSorted()).toEqual([...theirs, tripId].toSorted())
    for (const each of theirs) expect(await readFile(join(victim, each), 'utf8')).toBe('theirs')
    expect(await readdir(join(victim, tripId))).toEqual(['about.json'])
    expect(await readFile(join(victim, tripId, 'about.json'), 'utf8')).toBe('theirs')
  })
})
