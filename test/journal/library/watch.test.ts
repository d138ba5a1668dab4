import { cp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { addEntry } from '../../../electron/journal/edits/add-entry.ts'
import { ok } from '../../../electron/shared/result.ts'
import { addTrip, onlyTripFolder, someLibrary, someNote, valueOf } from '../../support/library.ts'

/** Longer than it takes until a change is reported. */
const A_WHILE = 600

async function prepare() {
  const told: string[] = []
  const library = await someLibrary({
    onTripChanged: (tripId) => told.push(tripId),
    onFoldersChanged: () => told.push('folders'),
  })
  library.watch()
  const trip = await addTrip(library, [someNote()])
  valueOf(await library.open(trip.id))
  // Everything done so far is over, and the watch has seen the current state.
  await pause(A_WHILE)
  expect(told).toEqual([])
  const folder = await onlyTripFolder(library)
  return { library, trip, told, folder, other: await someLibrary({ folder: library.folder }) }
}

describe('a library that is watched', () => {
  test('the watch reports that somebody else has changed the open trip', async () => {
    const { trip, told, other, library } = await prepare()
    valueOf(await other.update(trip.id, (state) => ok({ ...state, city: 'Ulm' })))
    await expect.poll(() => told).toEqual([trip.id])
    expect(valueOf(await library.open(trip.id)).city).toBe('Ulm')
  })

  test('the watch reports that the file of the open trip was removed', async () => {
    const { trip, told, folder } = await prepare()
    await rm(join(folder, 'trip.json'))
    await expect.poll(() => told).toEqual([trip.id])
  })

  test('the watch reports that a sync program has put a conflict copy beside the open trip', async () => {
    const { trip, told, folder } = await prepare()
    await writeFile(join(folder, 'trip.sync-conflict-20260414-101500-ABCDEFG.json'), '{}')
    await expect.poll(() => told).toEqual([trip.id])
  })

  test('the watch reports that folders were added, removed or renamed', async () => {
    const { told, folder, library, trip } = await prepare()
    await cp(folder, join(library.folder, 'a-copy'), { recursive: true })
    await expect.poll(() => told).toEqual(['folders'])
    await rm(join(library.folder, 'a-copy'), { recursive: true })
    await expect.poll(() => told).toEqual(['folders', 'folders'])
    await rename(folder, join(library.folder, 'renamed'))
    await expect.poll(() => told).toEqual(['folders', 'folders', trip.id, 'folders'])
    valueOf(await library.open(trip.id))
    valueOf(
      await (await someLibrary({ folder: library.folder })).update(trip.id, (state) => ok({ ...state, city: 'X' })),
    )
    await expect.poll(() => told.slice(4)).toEqual([trip.id])
  })

  test('the watch does not report what is done here', async () => {
    const { library, trip, told } = await prepare()
    for (let round = 0; round < 5; round++) {
      valueOf(await library.update(trip.id, (state) => addEntry(state, someNote({ text: `${round}` }))))
    }
    const second = await addTrip(library, [], { title: 'Another' })
    await pause(A_WHILE)
    const { trashId } = valueOf(await library.delete(second.id))
    await pause(A_WHILE)
    valueOf(await library.restore(trashId))
    await pause(A_WHILE)
    expect(told).toEqual([])
  })

  test('the watch reports nothing unless it was requested, and nothing after closing', async () => {
    const { library, trip, told, other } = await prepare()
    const unwatched: string[] = []
    const third = await someLibrary({ folder: library.folder, onTripChanged: (tripId) => unwatched.push(tripId) })
    valueOf(await third.open(trip.id))
    await library.close()
    valueOf(await other.update(trip.id, (state) => ok({ ...state, city: 'Ulm' })))
    await pause(A_WHILE)
    expect([told, unwatched]).toEqual([[], []])
  })
})
