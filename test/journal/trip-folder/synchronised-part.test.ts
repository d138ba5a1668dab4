import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Library } from '../../../electron/journal/library/library.ts'
import { gatherTrip } from '../../../electron/journal/sync/gather-trip.ts'
import { encodeTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import { ok } from '../../../electron/shared/result.ts'
import { filesUnder } from '../../support/backup.ts'
import { createBrokenDisk } from '../../support/broken-disk.ts'
import { codeOf, someNote, tripWith, valueOf } from '../../support/library.ts'
import { example, withExample, writeExample, readExample, tripWithExample } from '../../support/example-part.ts'

describe('two computers that write the file of another part', () => {
  const conflictNames = [
    'example.sync-conflict-20260414-101500-7XQK2PA.json',
    "example (Ada's conflicted copy 2026-04-14).json",
    'example_conflict-20260414-101500.json',
    'example (SFConflict ada@example.com 2026-04-14-10-15-00).json',
  ]

  test.each(conflictNames)('two computers have both states of the file in %s', async (name) => {
    const { library, trip, folder } = await tripWithExample()
    await writeFile(join(folder, name), example.encode(trip.id, { sessions: ['Panel'] }))
    valueOf(await gatherTrip(library, trip.id))
    expect(await readExample(library, trip.id)).toEqual(['Keynote', 'Panel'])
    expect(await readdir(folder)).not.toContain(name)
    expect(await readdir(join(library.folder, '.history', trip.id, 'conflicts'))).toEqual([name])
  })

  test('two computers have the same bytes after each has merged the other’s state', async () => {
    const { library, trip, file } = await tripWithExample()
    const other = example.encode(trip.id, { sessions: ['Panel'] })
    const ours = await readFile(file)
    const here = valueOf(example.revisions?.merge(ours, other) ?? ok(ours))
    const there = valueOf(example.revisions?.merge(other, ours) ?? ok(other))
    expect(here).toEqual(there)
    expect(valueOf(example.revisions?.merge(here, ours) ?? ok(ours))).toBe(here)
    expect(await readExample(library, trip.id)).toEqual(['Keynote'])
  })

  test('two computers lose nothing if both change the file at the same time', async () => {
    const { library, trip } = await tripWithExample()
    const other = await withExample({ folder: library.folder })
    const add = (to: Library, session: string) =>
      to.changeFile(trip.id, example.name, (bytes) => {
        const known = bytes === null ? [] : valueOf(example.decode(bytes)).content.sessions
        return ok(example.encode(trip.id, { sessions: [...known, session] }))
      })
    const names = Array.from({ length: 10 }, (_, index) => `${index}`)
    for (const name of names) {
      for (const done of await Promise.all([add(library, `a${name}`), add(other, `b${name}`)])) valueOf(done)
    }
    const sessions = await readExample(library, trip.id)
    expect(Array.from(sessions).toSorted()).toEqual(
      ['Keynote', ...names.flatMap((name) => [`a${name}`, `b${name}`])].toSorted(),
    )
  })

  test('a computer uses the intact file of the other one if its own is damaged, and keeps its own', async () => {
    const { library, trip, folder, file } = await tripWithExample()
    const [name = ''] = conflictNames
    await writeFile(file, 'half of')
    await writeFile(join(folder, name), example.encode(trip.id, { sessions: ['Panel'] }))
    valueOf(await gatherTrip(library, trip.id))
    expect(await readExample(library, trip.id)).toEqual(['Panel'])
    const kept = (await readdir(folder)).find((each) => each.includes('corrupt'))
    expect(await readFile(join(folder, kept ?? ''), 'utf8')).toBe('half of')
  })

  test('a copy of the file that is damaged or of a newer Lanyard is left alone', async () => {
    const { library, trip, folder } = await tripWithExample()
    const [one = '', other = ''] = conflictNames
    await writeFile(join(folder, one), 'half of')
    await writeFile(join(folder, other), JSON.stringify({ schemaVersion: 2, tripId: trip.id }))
    valueOf(await gatherTrip(library, trip.id))
    expect(await readExample(library, trip.id)).toEqual(['Keynote'])
    expect(await readdir(folder)).toEqual(expect.arrayContaining([one, other]))
  })

  test('two computers find the file in a folder that one of them has renamed', async () => {
    const { library, trip, folder, file } = await tripWithExample()
    await cp(folder, `${folder}-renamed`, { recursive: true })
    await rm(file)
    valueOf(await library.list())
    expect(library.duplicateFolders(trip.id)).toEqual([`${basename(folder)}-renamed`])
    valueOf(await gatherTrip(library, trip.id))
    expect(await readExample(library, trip.id)).toEqual(['Keynote'])
  })

  test('two computers get the file with their own trip if two trips shared a folder', async () => {
    const { library, trip, folder } = await tripWithExample()
    const foreign = tripWith([someNote({ text: 'Theirs.' })], { title: 'Beacon Conf' })
    await writeFile(join(folder, 'trip.sync-conflict-20260414-101500-7XQK2PA.json'), encodeTrip(foreign))
    await writeFile(join(folder, conflictNames[0] ?? ''), example.encode(foreign.id, { sessions: ['Theirs'] }))
    expect(valueOf(await gatherTrip(library, trip.id)).detached).toEqual([foreign.id])
    expect(await readExample(library, trip.id)).toEqual(['Keynote'])
    expect(await readExample(library, foreign.id)).toEqual(['Theirs'])
  })

  test('two computers get the file with their own trip even if the foreign one had its name', async () => {
    const { library, trip, folder, file } = await tripWithExample()
    const foreign = tripWith([someNote({ text: 'Theirs.' })], { title: 'Beacon Conf' })
    await rename(file, join(folder, conflictNames[0] ?? ''))
    await writeFile(file, example.encode(foreign.id, { sessions: ['Theirs'] }))
    await writeFile(join(folder, 'trip.sync-conflict-20260414-101500-7XQK2PA.json'), encodeTrip(foreign))
    expect(valueOf(await gatherTrip(library, trip.id)).detached).toEqual([foreign.id])
    expect(await readExample(library, trip.id)).toEqual(['Keynote'])
    expect(await readExample(library, foreign.id)).toEqual(['Theirs'])
  })
})

describe('a library that watches the file of another part', () => {
  /** Longer than it takes until a change is reported. */
  const A_WHILE = 600

  async function watched() {
    const told: string[] = []
    const { library, trip, folder, file } = await tripWithExample({ onTripChanged: (tripId) => told.push(tripId) })
    library.watch()
    valueOf(await library.open(trip.id))
    expect(await readExample(library, trip.id)).toEqual(['Keynote'])
    await pause(A_WHILE)
    told.length = 0
    return { library, trip, folder, file, told }
  }

  test('the watch reports that another program has changed the file', async () => {
    const { trip, file, told } = await watched()
    await writeFile(file, example.encode(trip.id, { sessions: ['From outside'] }))
    await expect.poll(() => told).toEqual([trip.id])
  })

  test('the watch reports that a conflict copy of the file has appeared', async () => {
    const { trip, folder, told } = await watched()
    await writeFile(join(folder, 'example.sync-conflict-20260414-101500-7XQK2PA.json'), '{}')
    await expect.poll(() => told).toEqual([trip.id])
  })

  test('the watch does not report its own writes to the file', async () => {
    const { library, trip, told } = await watched()
    await writeExample(library, trip.id, 'Keynote', 'Panel')
    await pause(A_WHILE)
    expect(told).toEqual([])
  })
})

test('the file is moved to the trash with its trip and restored with it', async () => {
  const { library, trip } = await tripWithExample()
  const { trashId } = valueOf(await library.delete(trip.id))
  expect(Object.keys(await filesUnder(library.folder))).toContain(join('.trash', trashId, example.name))
  valueOf(await library.restore(trashId))
  expect(await readExample(library, trip.id)).toEqual(['Keynote'])
})

test('a change of the file that the disk refuses, at any step, leaves the old or the new state', async () => {
  const { library, trip } = await tripWithExample()
  for (let step = 1; ; step++) {
    const disk = createBrokenDisk()
    const broken = await withExample({ folder: library.folder, fileSystem: disk })
    valueOf(await broken.open(trip.id))
    const before = await readExample(library, trip.id)
    disk.fail(step, 'ENOSPC', false)
    const changed = await broken.changeFile(trip.id, example.name, () =>
      ok(example.encode(trip.id, { sessions: [`${step}`] })),
    )
    const after = await readExample(library, trip.id)
    expect([before, [`${step}`]]).toContainEqual(after)
    // An acknowledged change is there; a refused one names the disk's error.
    const answer = changed.ok ? after : codeOf(changed).split('.')[0]
    expect(answer).toEqual(changed.ok ? [`${step}`] : 'disk')
    if (disk.operations.length < step) break
  }
})

test('a change of the file is refused if a newer Lanyard wrote it', async () => {
  const { library, trip, file } = await tripWithExample()
  const newer = JSON.stringify({ schemaVersion: 2, tripId: trip.id, more: true })
  await writeFile(file, newer)
  const merged = await library.changeFile(trip.id, example.name, (bytes) => {
    const current = example.decode(bytes ?? new Uint8Array())
    return current.ok ? ok(example.encode(trip.id, current.value.content)) : current
  })
  expect(codeOf(merged)).toBe('part.newer')
  expect(await readFile(file, 'utf8')).toBe(newer)
})
