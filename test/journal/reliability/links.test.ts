import { lstat, mkdir, readdir, readFile, readlink, rename, stat, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { saveEntry } from '../../../electron/journal/edits/save-entry.ts'
import { type FileSystem, nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import type { LibraryOptions } from '../../../electron/journal/library/library.ts'
import { decodeTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import { addTrip, codeOf, onlyTripFolder, someLibrary, someNote, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

async function writtenTrip(options: Partial<LibraryOptions> = {}) {
  const library = await someLibrary(options)
  const note = someNote({ text: 'old' })
  const trip = await addTrip(library, [note])
  const folder = await onlyTripFolder(library)
  const save = (text: string) => library.update(trip.id, (state) => saveEntry(state, note.id, { kind: 'note', text }))
  return { library, trip, file: join(folder, 'trip.json'), save }
}

async function textIn(file: string): Promise<string | undefined> {
  return valueOf(decodeTrip(await readFile(file), 'trip.json')).entries[0]?.text
}

describe.skipIf(process.platform === 'win32')('a trip whose file is a link', () => {
  test('a trip file that is a link stays one through every save, and its target has the words', async () => {
    const { library, trip, file, save } = await writtenTrip()
    const real = join(await temporaryFolder(), 'elsewhere.json')
    await rename(file, real)
    await symlink(real, file)
    for (const text of ['first', 'second', 'third']) valueOf(await save(text))
    expect(await readlink(file)).toBe(real)
    expect((await lstat(real)).isFile()).toBe(true)
    expect(await textIn(real)).toBe('third')
    await library.close()
    const again = await someLibrary({ folder: library.folder })
    expect(valueOf(await again.open(trip.id)).entries[0]?.text).toBe('third')
  })

  test('a trip file that is a dangling link is missing, and is not created again', async () => {
    const { file, save } = await writtenTrip()
    const real = join(await temporaryFolder(), 'elsewhere.json')
    await rename(file, `${file}.kept`)
    await symlink(real, file)
    expect(codeOf(await save('new'))).toBe('trip.missing')
    expect(await readdir(join(real, '..'))).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('a link that somebody has put in the way of a temporary file', () => {
  test.for(['file', 'folder', 'nothing'])('is not followed: to a %s', async (kind) => {
    const place = await temporaryFolder()
    const victim = join(place, 'victim')
    if (kind === 'file') await writeFile(victim, 'not yours')
    if (kind === 'folder') await mkdir(victim)
    const planting = plantBefore(victim)
    const { file, save } = await writtenTrip({ fileSystem: planting.fileSystem })
    planting.begin()
    const refused = await save('new')
    planting.end()
    expect(planting.planted).toBeGreaterThan(0)
    expect(codeOf(refused)).toMatch(/^disk\./)
    expect(await textIn(file)).toBe('old')
    expect(await contentOf(victim)).toBe({ file: 'not yours', folder: 'a folder', nothing: 'nothing' }[kind])
    valueOf(await save('newer'))
    expect(await textIn(file)).toBe('newer')
  })
})

describe.skipIf(process.platform === 'win32')('what Lanyard writes', () => {
  test('the files of a library can only be read by their owner, whatever the default mode is', async () => {
    const before = process.umask(0)
    try {
      const { library, trip, file, save } = await writtenTrip()
      valueOf(await save('new'))
      valueOf(await library.keepVersion(trip.id))
      valueOf(await library.list())
      await library.close()
      const names = await readdir(library.folder, { recursive: true, withFileTypes: true })
      const files = names.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name))
      expect(files).toContain(file)
      expect(files.some((path) => path.includes('.history'))).toBe(true)
      for (const path of files)
        expect([basename(path), (await stat(path)).mode & 0o777]).toEqual([basename(path), 0o600])
    } finally {
      process.umask(before)
    }
  })

  test('a file that others could read before can only be read by its owner after a save', async () => {
    const { file, save } = await writtenTrip()
    await writeFile(file, await readFile(file), { mode: 0o666 })
    valueOf(await save('new'))
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })
})

/** A disk on which somebody else is faster: by the time a new file of a trip is created, a link has its name. */
function plantBefore(victim: string) {
  let isPlanting = false
  const fileSystem: FileSystem = {
    ...nodeFileSystem,
    open: async (path, flags, mode) => {
      if (isPlanting && flags === 'wx' && basename(path).startsWith('.trip.json.')) {
        await symlink(victim, path)
        planting.planted++
      }
      return await nodeFileSystem.open(path, flags, mode)
    },
  }
  const planting = { planted: 0, fileSystem, begin: () => (isPlanting = true), end: () => (isPlanting = false) }
  return planting
}

async function contentOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  if (found === null) return 'nothing'
  return found.isDirectory()
    ? (await readdir(path)).length === 0
      ? 'a folder'
      : 'a full folder'
    : readFile(path, 'utf8')
}
