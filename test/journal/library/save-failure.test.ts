import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addPhoto } from '../../../electron/journal/edits/save-photo.ts'
import { saveEntry } from '../../../electron/journal/edits/save-entry.ts'
import type { Library } from '../../../electron/journal/library/library.ts'
import { describePhoto } from '../../../electron/journal/library/photo-data.ts'
import { render } from '../../../electron/shared/messages/translate.ts'
import type { Result } from '../../../electron/shared/result.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { createBrokenDisk } from '../../support/broken-disk.ts'
import {
  addTrip,
  codeOf,
  messageOf,
  onlyTripFolder,
  someLibrary,
  someNote,
  strayFiles,
  tripWith,
  valueOf,
} from '../../support/library.ts'
import { onePixel } from '../../support/trips.ts'

const note = someNote({ text: 'old' })
const noteId = note.id

/** Something that a user does to a trip; each is tried on a disk on which one operation after the other fails. */
const actions: Record<string, (library: Library, trip: Trip) => Promise<Result<unknown>>> = {
  'saving a text': (library, trip) =>
    library.update(trip.id, (state) => saveEntry(state, noteId, { kind: 'note', text: 'new' })),
  'adding a picture': (library, trip) => {
    const photo = valueOf(describePhoto(onePixel, 'stage.png'))
    return library.update(trip.id, (state) => addPhoto(state, photo), new Map([[photo.id, onePixel]]))
  },
  'making a trip': (library) => library.create(tripWith([someNote({ text: 'new' })], { title: 'Another' })),
  'deleting a trip': (library, trip) => library.delete(trip.id),
}

async function prepare() {
  const disk = createBrokenDisk()
  const library = await someLibrary({ fileSystem: disk })
  const trip = await addTrip(library, [note])
  valueOf(await library.open(trip.id))
  disk.reset()
  return { disk, library, trip }
}

/** What a user finds who opens the library afterwards, on a disk that works again. */
async function findAfter(library: Library) {
  const { trips, unreadable } = valueOf(await (await someLibrary({ folder: library.folder })).list())
  const reader = await someLibrary({ folder: library.folder })
  const read = await Promise.all(trips.map(async ({ id }) => valueOf(await reader.open(id))))
  for (const trip of read) {
    for (const photo of trip.photos) valueOf(await reader.readPhoto(trip.id, photo.id))
  }
  return { read, unreadable }
}

const troubles = [
  ...['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EBUSY', 'EMFILE'].map((code) => ['saving a text', code] as const),
  ...Object.keys(actions).map((name) => [name, 'ENOSPC'] as const),
].slice(1)

describe.for(troubles)('%s on a failing disk', ([name, code]) => {
  const action = actions[name] ?? (() => Promise.reject(new Error('no action')))

  test(`an action that fails with ${code}, at any step, leaves the old or the new state`, async () => {
    const reference = await prepare()
    valueOf(await action(reference.library, reference.trip))
    const steps = reference.disk.operations.length
    const tries = Array.from({ length: steps }, (_, index) =>
      [false, true].map((forGood) => ({ which: index + 1, forGood })),
    )
    const faults: string[] = []
    let refused = 0
    const attempt = async ({ which, forGood }: { which: number; forGood: boolean }) => {
      const { disk, library, trip } = await prepare()
      disk.fail(which, code, forGood)
      const answer = await action(library, trip)
      disk.reset()
      if (!answer.ok) refused++
      const strays = await strayFiles(library.folder)
      if (strays.length > 0 && !forGood) faults.push(`${which}: left ${strays.join()}`)
      faults.push(...(await findFaults(library, trip, answer.ok ? name : null)).map((fault) => `${which}: ${fault}`))
      const again = await action(library, trip)
      if (!again.ok && again.error.code !== 'trip.missing') faults.push(`${which}: then ${render(again.error)}`)
    }
    await Promise.all(tries.flat().map(attempt))
    expect(faults).toEqual([])
    // Only the clean-up at the very end may fail unnoticed.
    expect(refused).toBeGreaterThan(steps)
  })
})

/** What is wrong with the library when it is opened afterwards. */
async function findFaults(library: Library, trip: Trip, done: string | null): Promise<string[]> {
  const { read, unreadable } = await findAfter(library)
  const inTrash = valueOf(await library.trash()).length
  const here = read.filter(({ id }) => id === trip.id)
  const faults = unreadable.map(({ error }) => render(error))
  if (here.length + inTrash !== 1)
    faults.push(`the trip is there ${here.length} times and ${inTrash} times in the trash`)
  for (const { entries } of here) {
    if (entries.length !== 1 || !['old', 'new'].includes(entries[0]?.text ?? '')) faults.push('the trip is not whole')
  }
  const isDone: Record<string, boolean> = {
    'saving a text': here[0]?.entries[0]?.text === 'new',
    'adding a picture': here[0]?.photos.length === 1,
    'making a trip': read.length === 2,
    'deleting a trip': inTrash === 1,
  }
  if (done !== null && isDone[done] !== true) faults.push(`${done} was answered with success and is not there`)
  return faults
}

describe('a save that failed', () => {
  test('a failed save is explained, and succeeds once there is room', async () => {
    const { disk, library, trip } = await prepare()
    disk.fail(1, 'ENOSPC', true)
    const save = () => library.update(trip.id, (state) => saveEntry(state, noteId, { kind: 'note', text: 'new' }))
    const refused = await save()
    expect(codeOf(refused)).toBe('disk.full')
    expect(messageOf(refused)).toMatch(/disk is full.*untouched.*Free some space/)
    expect(valueOf(await (await someLibrary({ folder: library.folder })).open(trip.id)).entries[0]?.text).toBe('old')
    disk.reset()
    expect(valueOf(await save()).trip.entries[0]?.text).toBe('new')
  })

  test('a failed save does not change the state in memory either', async () => {
    const { disk, library, trip } = await prepare()
    disk.fail(3, 'EIO', false)
    expect(
      codeOf(await library.update(trip.id, (state) => saveEntry(state, noteId, { kind: 'note', text: 'new' }))),
    ).toBe('disk.failed')
    expect(valueOf(await library.open(trip.id)).entries[0]?.text).toBe('old')
  })

  test('a picture of a failed save is neither in the trip nor in its folder', async () => {
    const { disk, library, trip } = await prepare()
    const photo = valueOf(describePhoto(onePixel, 'stage.png'))
    const add = () => library.update(trip.id, (state) => addPhoto(state, photo), new Map([[photo.id, onePixel]]))
    valueOf(await add())
    const steps = disk.operations.findIndex(({ name, path }) => name === 'rename' && path.endsWith('trip.json'))
    const fresh = await prepare()
    fresh.disk.fail(steps + 1, 'ENOSPC', false)
    const refused = await fresh.library.update(
      fresh.trip.id,
      (state) => addPhoto(state, photo),
      new Map([[photo.id, onePixel]]),
    )
    expect(codeOf(refused)).toBe('disk.full')
    expect(await readdir(join(await onlyTripFolder(fresh.library), 'photos'))).toEqual([])
  })
})

describe('a trip whose file is damaged', () => {
  test.for(['', 'null', '{', '[]', '{"schemaVersion": 99}'])('with %j is never written over', async (content) => {
    const { library, trip } = await prepare()
    const file = join(await onlyTripFolder(library), 'trip.json')
    await writeFile(file, content)
    for (const reader of [library, await someLibrary({ folder: library.folder })]) {
      await reader.list()
      await reader.open(trip.id)
      const refused = await reader.update(trip.id, (state) => saveEntry(state, noteId, { kind: 'note', text: 'new' }))
      expect(['trip.damaged', 'trip.newer', 'trip.missing']).toContain(codeOf(refused))
    }
    expect(codeOf(await library.open(trip.id))).not.toBe('trip.missing')
    expect(await readFile(file, 'utf8')).toBe(content)
  })

  test('a damaged trip is distinguished from a missing one even after a restart', async () => {
    const { library, trip } = await prepare()
    await library.list()
    await library.close()
    await writeFile(join(await onlyTripFolder(library), 'trip.json'), '{')
    expect(codeOf(await (await someLibrary({ folder: library.folder })).open(trip.id))).toBe('trip.damaged')
  })

  test('a damaged trip can be changed again once an intact copy is back', async () => {
    const { library, trip } = await prepare()
    const file = join(await onlyTripFolder(library), 'trip.json')
    const good = await readFile(file)
    await writeFile(file, good.subarray(0, 100))
    expect(codeOf(await library.open(trip.id))).toBe('trip.damaged')
    await writeFile(file, good)
    expect(
      valueOf(await library.update(trip.id, (state) => saveEntry(state, noteId, { kind: 'note', text: 'new' }))).trip
        .entries[0]?.text,
    ).toBe('new')
  })
})
