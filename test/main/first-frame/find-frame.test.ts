import { chmod, mkdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { findFrame, type FrameSearch } from '../../../electron/main/first-frame/find-frame.ts'
import { frameFile, frameNoteFile, hashOf } from '../../../electron/main/first-frame/frame-file.ts'
import { keepFrame } from '../../../electron/main/first-frame/keep-frame.ts'
import { isOnLocalDisk } from '../../../electron/main/first-frame/local-disk.ts'
import { takeOnce } from '../../../electron/main/first-frame/take-once.ts'
import type { Engine } from '../../../electron/journal/engine.ts'
import { openPlaceFile } from '../../../electron/journal/library/place-file.ts'
import { ask, someEngine } from '../../support/engine.ts'
import { valueOf } from '../../support/library.ts'
import { hasPipes, oddities, putOddity } from '../../support/odd-files.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { someTrip } from '../../support/trips.ts'

let engine: Engine
let folder: string
let library: string
let search: FrameSearch
/** The folders of the trips, absolute. */
let trips: string[]

const DAY = 86_400_000

/** Keeps a frame for a library of three trips, as the window does once it shows them. */
beforeEach(async () => {
  folder = await temporaryFolder()
  library = join(folder, 'Lanyard')
  engine = await someEngine({ documents: folder, library })
  for (const title of ['One', 'Two', 'Three']) valueOf(await ask(engine, 'trips.create', someTrip({ title })))
  trips = Array.from(valueOf(await engine.context.library.folders()).values(), (name) => join(library, name))
  const page = join(folder, 'page')
  await mkdir(page)
  await writeTemplate(page, 'this build')
  search = { own: join(folder, 'own'), named: library, documents: folder, page, theme: 'dark', language: 'en', now: 0 }
  await ask(engine, 'settings.save', { theme: 'dark' })
  await keep()
})

const writeTemplate = (page: string, build: string) =>
  writeFile(join(page, 'first-frame.json'), JSON.stringify({ html: '<html lang="en">', script: "'sha256-'", build }))

async function keep(): Promise<void> {
  const { revision } = valueOf(await ask(engine, 'library.list', {}))
  const validUntil = Date.now() + DAY / 4
  const frame = { nodes: [['p', {}, ['Three trips']]], revision, theme: 'dark', language: 'en', validUntil } as const
  await keepFrame({ ...frame, nodes: [...frame.nodes] }, engine.context.library, search)
  search = { ...search, now: Date.now() }
}

/** What the next start shows at once, in words. */
async function shown(changes: Partial<FrameSearch> = {}): Promise<string | null> {
  return (await findFrame({ ...search, ...changes }))?.frame.html ?? null
}

test('while nothing has changed, the next start finds the frame', async () => {
  expect(await shown()).toBe('<p>Three trips</p>')
  expect(await shown({ now: search.now + DAY / 4 - 10_000 })).toBe('<p>Three trips</p>')
})

const firstTrip = () => trips[0] ?? ''
const tripFile = () => join(firstTrip(), 'trip.json')

describe('a frame that may no longer be true is not found', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a trip was changed', async () => writeFile(tripFile(), `${await readFile(tripFile(), 'utf8')} `)],
    ['a trip was written again with the same length', () => utimes(tripFile(), 1, 1)],
    ['a trip was removed', () => rm(firstTrip(), { recursive: true })],
    ['a trip lost its file', () => rm(tripFile())],
    ['the folder of a trip was renamed', () => rename(firstTrip(), join(library, 'Renamed'))],
    ['a folder was added, which may be a trip', () => mkdir(join(library, 'New'))],
    ['a trip was replaced by a link', () => linkTo(firstTrip())],
    ['the file of a trip was replaced by a link', () => linkTo(tripFile())],
    ['the library was moved', () => rename(library, join(folder, 'Moved'))],
    ['the settings were changed', () => ask(engine, 'settings.save', { libraryView: 'list' })],
    ['the settings were removed', () => rm(join(search.own, 'settings.json'))],
    ['the window was closed in a trip', keepPlace],
    ['the cache was deleted', () => rm(join(library, '.cache'), { recursive: true })],
    ['the frame was written by another computer', () => rewrite(frameFile(library), 'Three', 'Four')],
    ['the note about it was deleted', () => rm(frameNoteFile(search.own))],
    ['the note about it is no JSON', () => writeFile(frameNoteFile(search.own), '{"library"')],
    ['the note about it names no folder', () => writeFile(frameNoteFile(search.own), '{"library":7}')],
    ['the program was updated', () => writeTemplate(search.page, 'another build')],
    ['the program has no document for it', () => rm(join(search.page, 'first-frame.json'))],
  ])('because %s', async (_, change) => {
    expect(await shown()).not.toBeNull()
    await change()
    expect(await shown()).toBeNull()
  })

  test.each<[string, (now: number) => Partial<FrameSearch>]>([
    ['another day has begun', (now) => ({ now: now + DAY / 4 })],
    ['the clock was set back', (now) => ({ now: now - 60_000 })],
    ['the program speaks another language', () => ({ language: 'en-XA' })],
    ['the window has another theme', () => ({ theme: 'light' })],
    ['another library is named', () => ({ named: '/elsewhere' })],
    ['no library is named any more', () => ({ named: null })],
    ['the documents are elsewhere', () => ({ documents: '/elsewhere' })],
  ])('because %s', async (_, changes) => {
    expect(await shown(changes(search.now))).toBeNull()
  })

  test.skipIf(process.getuid?.() === 0)('because the library has become read-only', async () => {
    await chmod(library, 0o500)
    expect(await shown()).toBeNull()
    await chmod(library, 0o700)
  })

  test.skipIf(!hasPipes).each(oddities)('because there is a %s in its place', async (oddity) => {
    for (const file of [frameFile(library), frameNoteFile(search.own)]) {
      const before = await readFile(file)
      await putOddity(file, oddity)
      expect(await shown()).toBeNull()
      await rm(file)
      await writeFile(file, before)
    }
    expect(await shown()).not.toBeNull()
  })
})

test('a frame of this computer that holds what no frame may hold is not shown', async () => {
  await rewrite(frameFile(library), '"p"', '"script"')
  await rewrite(frameNoteFile(search.own), /"hash":"[^"]*"/, `"hash":"${hashOf(await readFile(frameFile(library)))}"`)
  expect(await shown()).toBeNull()
})

test('after a change, the window keeps a new frame, which the next start finds', async () => {
  valueOf(await ask(engine, 'trips.create', someTrip({ title: 'Four' })))
  expect(await shown()).toBeNull()
  await keep()
  expect(await shown()).not.toBeNull()
})

test('a frame of a state that has passed in the meantime is kept, but never found', async () => {
  const { revision } = valueOf(await ask(engine, 'library.list', {}))
  valueOf(await ask(engine, 'trips.create', someTrip({ title: 'Four' })))
  const validUntil = Date.now() + DAY
  await keepFrame({ nodes: [], revision, theme: 'dark', language: 'en', validUntil }, engine.context.library, search)
  expect(await shown({ now: Date.now() })).toBeNull()
})

test('a library whose cache leads elsewhere keeps no frame', async () => {
  const elsewhere = await temporaryFolder()
  await rm(join(library, '.cache'), { recursive: true })
  await symlink(elsewhere, join(library, '.cache'))
  await rm(frameNoteFile(search.own))
  await keep()
  expect(await shown()).toBeNull()
  await expect(readFile(join(elsewhere, 'first-frame.json'))).rejects.toThrow('ENOENT')
})

const venue = () => 'venue' as const

test('the page takes a frame only once, and does not wait for a disk that does not respond', async () => {
  const take = takeOnce(findFrame(search), venue)
  expect(await take()).toMatchObject({ frame: { html: '<p>Three trips</p>' }, theme: 'venue' })
  expect(await take()).toBeNull()
  expect(await takeOnce(new Promise(() => {}), venue)()).toBeNull()
})

test('a folder on another computer, or with another disk inside it, is not on a local disk', () => {
  const table = [
    '/dev/sda1 / ext4 rw 0 0',
    'server:/home /srv/home nfs4 rw 0 0',
    '/dev/sdb1 /media/My\\040stick vfat rw 0 0',
    'sshfs /home/ada/far fuse.sshfs rw 0 0',
  ].join('\n')
  const places = ['/home/ada/Lanyard', '/srv/home/ada', '/media/My stick/Lanyard', '/home/ada/far/Lanyard', '/home/ada']
  expect(places.map((place) => isOnLocalDisk(place, table))).toEqual([true, false, true, false, false])
  expect(isOnLocalDisk('/home/ada', '')).toBe(true)
})

async function linkTo(path: string): Promise<void> {
  const moved = join(await temporaryFolder(), 'moved')
  await rename(path, moved)
  await symlink(moved, path)
}

async function keepPlace(): Promise<void> {
  const place = { tripId: crypto.randomUUID(), tab: 'journal', day: null, isAll: false, entryId: null } as const
  const file = openPlaceFile(join(search.own, 'place.json'))
  await file.keep(library, { ...place, scroll: 0, isOpening: false })
}

async function rewrite(path: string, from: string | RegExp, to: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, (await readFile(path, 'utf8')).replace(from, to))
}
