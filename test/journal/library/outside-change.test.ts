import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addEntry } from '../../../electron/journal/edits/add-entry.ts'
import { ok } from '../../../electron/shared/result.ts'
import { addTrip, codeOf, onlyTripFolder, someLibrary, someNote, valueOf } from '../../support/library.ts'

async function prepare() {
  const told: string[] = []
  const library = await someLibrary({ onTripChanged: (tripId) => told.push(tripId) })
  const trip = await addTrip(library, [someNote({ text: 'first' })])
  valueOf(await library.open(trip.id))
  return { library, trip, told, file: join(await onlyTripFolder(library), 'trip.json') }
}

describe('a trip that another program changes while it is open', () => {
  test('keeps what both have written', async () => {
    const { library, trip, told } = await prepare()
    const other = await someLibrary({ folder: library.folder })
    for (let round = 0; round < 20; round++) {
      valueOf(await other.update(trip.id, (state) => addEntry(state, someNote({ text: `theirs ${round}` }))))
      valueOf(await library.update(trip.id, (state) => addEntry(state, someNote({ text: `ours ${round}` }))))
    }
    const texts = valueOf(await library.open(trip.id)).entries.map(({ text }) => text)
    const both = Array.from({ length: 20 }, (_, round) => [`theirs ${round}`, `ours ${round}`])
    expect(texts).toEqual(['first', ...both.flat()])
    expect(told).toEqual(Array.from({ length: 20 }, () => trip.id))
  })

  test('is told about only when somebody else has changed it', async () => {
    const { library, trip, told } = await prepare()
    valueOf(await library.update(trip.id, (state) => ok({ ...state, city: 'Ulm' })))
    valueOf(await library.update(trip.id, (state) => ok({ ...state, city: 'Bonn' })))
    expect(told).toEqual([])
  })

  test('is shown as it is now when it is opened again', async () => {
    const { library, trip } = await prepare()
    const other = await someLibrary({ folder: library.folder })
    valueOf(await other.update(trip.id, (state) => ok({ ...state, city: 'Ulm' })))
    expect(valueOf(await library.open(trip.id)).city).toBe('Ulm')
    expect(valueOf(await library.list()).trips[0]?.city).toBe('Ulm')
  })

  test('is noticed also where the file is changed in place and is as long as before', async () => {
    const { library, trip, file } = await prepare()
    const byHand = { ...trip, city: 'Mannheim!'.slice(0, trip.city.length).padEnd(trip.city.length, '!') }
    await writeFile(file, JSON.stringify(trip))
    valueOf(await library.open(trip.id))
    const { atime, mtime, size } = await stat(file)
    await writeFile(file, JSON.stringify(byHand))
    await utimes(file, atime, new Date(mtime.getTime() + 1))
    expect((await stat(file)).size).toBe(size)
    valueOf(await library.update(trip.id, (state) => ok({ ...state, venue: 'Dom' })))
    expect(valueOf(await library.open(trip.id))).toMatchObject({ city: byHand.city, venue: 'Dom' })
  })

  test('is not written over where the other program has left it unreadable', async () => {
    const { library, trip, file } = await prepare()
    await writeFile(file, '{"half": ')
    expect(codeOf(await library.update(trip.id, (state) => ok({ ...state, city: 'Ulm' })))).toBe('trip.damaged')
    expect(await readFile(file, 'utf8')).toBe('{"half": ')
  })

  test('is not made again where its file was deleted', async () => {
    const { library, trip, file } = await prepare()
    await rm(file)
    expect(codeOf(await library.update(trip.id, (state) => ok({ ...state, city: 'Ulm' })))).toBe('trip.missing')
    await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
