import { execFileSync } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import type { Library } from '../../../electron/journal/library/library.ts'
import { readTripIn } from '../../../electron/journal/library/scan-library.ts'
import { verifyLibrary } from '../../../electron/journal/verify/verify-library.ts'
import { render } from '../../../electron/shared/messages/translate.ts'
import { addPhoto, filesUnder, rename, someStick, type Stick } from '../../support/backup.ts'
import { type BrokenDisk, createBrokenDisk } from '../../support/broken-disk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { addTrip, someLibrary, someNote, strayFiles, valueOf } from '../../support/library.ts'

const folder = '2026-04-14-lantern-conf-2026'

/** Each case covers a part of the operations; together they cover all of them. */
const CASES = 4

interface Scene {
  library: Library
  stick: Stick
  disk: BrokenDisk
}

/** A trip that was copied, and has a new title, a picture and a version since then. */
async function begin(): Promise<Scene> {
  const library = await someLibrary()
  const stick = await someStick()
  const trip = await addTrip(library, [someNote({ text: 'Two trains.' })], { title: 'Lantern Conf 2026' })
  valueOf(await stick.copy(library))
  await addPhoto(library, trip.id)
  await rename(library, trip.id, 'New')
  valueOf(await library.keepVersion(trip.id))
  await library.history.settled()
  return { library, stick, disk: createBrokenDisk() }
}

function copy(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to])
}

/** Returns a function that restores the current state of the drive and its notes, to the nanosecond. */
async function remember({ to, notesFile }: Stick): Promise<() => Promise<void>> {
  const kept = await temporaryFolder()
  copy(to, join(kept, 'stick'))
  copy(notesFile, join(kept, 'notes'))
  return async () => {
    await rm(to, { recursive: true })
    copy(join(kept, 'stick'), to)
    copy(join(kept, 'notes'), notesFile)
  }
}

test.skipIf(process.platform === 'win32').for([
  ['ENOSPC', true, 1],
  ['EIO', false, 2],
  ['EIO', true, 3],
  ['ENODEV', true, 4],
] as const)(
  'whichever operation of its disk fails (%s, for good: %s), the copy is the old or the new state, and the next one is whole',
  { timeout: 60_000 },
  async ([code, forGood, first]) => {
    const { library, stick, disk } = await begin()
    const putBack = await remember(stick)
    disk.reset()
    valueOf(await stick.copy(library, { target: disk }))
    const operations = disk.operations.length
    expect(operations).toBeGreaterThan(40)
    const before = await filesUnder(library.folder)
    const titles = new Set<string>()
    for (let which = first; which <= operations; which += CASES) {
      await putBack()
      disk.fail(which, code, forGood)
      const done = await stick.copy(library, { target: disk })
      disk.reset()
      const there = valueOf(await readTripIn(join(stick.path, folder), folder, nodeFileSystem))
      titles.add(there.title)
      // Whatever is named exists: the pictures were written first.
      for (const { file, bytes } of there.photos) {
        expect((await readFile(join(stick.path, folder, 'photos', file))).byteLength).toBe(bytes)
      }
      const isWhole = done.ok && done.value.problems.length === 0
      expect([isWhole, there.title]).toEqual([isWhole, isWhole ? 'New' : there.title])
      const told = done.ok ? done.value.problems.map(render) : [render(done.error)]
      for (const message of told) expect(message).toContain('safe in the library')
    }
    expect([...titles].toSorted()).toEqual(['Lantern Conf 2026', 'New'])
    expect(await filesUnder(library.folder)).toEqual(before)
    expect(valueOf(await stick.copy(library, { isThorough: true })).problems).toEqual([])
    expect(await strayFiles(stick.path)).toEqual([])
    expect(valueOf(await verifyLibrary({ library: stick.path, fileSystem: nodeFileSystem })).findings).toEqual([])
  },
)

test('a full disk rejects the large trip and accepts the small one', async () => {
  const { library, stick } = await begin()
  const other = await addTrip(library, [], { title: 'Small' })
  let isFull = true
  const target = {
    ...nodeFileSystem,
    async open(path: string, flags: 'r' | 'wx', mode?: number) {
      if (isFull && flags === 'wx' && path.includes(folder)) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      return await nodeFileSystem.open(path, flags, mode)
    },
  }
  const done = valueOf(await stick.copy(library, { target }))
  expect(done.problems).toMatchObject([{ code: 'disk.full' }])
  expect(done.problems.map(render)).toEqual([expect.stringContaining('Your trips are safe in the library.')])
  expect(done.left.size).toBe(1)
  expect((await stick.trip('2026-04-14-small')).id).toBe(other.id)
  isFull = false
  expect(valueOf(await stick.copy(library, { target, tripIds: done.left }))).toMatchObject({ copied: 1, problems: [] })
})

test('a missing disk is not accessed for every trip', async () => {
  const { library, stick } = await begin()
  for (const title of ['A', 'B', 'C']) await addTrip(library, [], { title })
  const asked: string[] = []
  const target = {
    ...nodeFileSystem,
    async stat(path: string) {
      if (path.startsWith(`${stick.path}/`)) {
        asked.push(path)
        throw Object.assign(new Error('gone'), { code: 'ENODEV' })
      }
      return await nodeFileSystem.stat(path)
    },
  }
  const done = valueOf(await stick.copy(library, { target, isThorough: true }))
  expect(done.problems).toMatchObject([{ code: 'disk.gone' }])
  expect(done.left.size).toBe(4)
  expect(asked.length).toBeLessThan(4)
})
