import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addEntry } from '../../../electron/journal/edits/add-entry.ts'
import { ok } from '../../../electron/shared/result.ts'
import { saveEntry } from '../../../electron/journal/edits/save-entry.ts'
import { type FileSystem, nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import type { LibraryOptions } from '../../../electron/journal/library/library.ts'
import { encodeTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import type { Conflict } from '../../../electron/shared/history.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { addTrip, codeOf, onlyTripFolder, someLibrary, someNote, strayFiles, valueOf } from '../../support/library.ts'

async function prepare(options: Partial<LibraryOptions> = {}) {
  const told: string[] = []
  const conflicts: Conflict[] = []
  const library = await someLibrary({
    onTripChanged: (tripId) => told.push(tripId),
    onConflicts: (_, some) => conflicts.push(...some),
    ...options,
  })
  const trip = await addTrip(library, [someNote({ text: 'first' })])
  valueOf(await library.open(trip.id))
  return { library, trip, told, conflicts, file: join(await onlyTripFolder(library), 'trip.json') }
}

const write = (trip: Trip, text: string) => {
  const [note] = trip.entries
  if (note === undefined) throw new Error('There is no entry.')
  return (state: Trip) => saveEntry(state, note.id, { kind: 'note', text })
}

const textsOf = (trip: Trip) => trip.entries.map(({ text }) => text)

/** Like a text editor, which leaves the checksum unchanged. */
async function edit(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8')
  expect(change(text)).not.toBe(text)
  await writeFile(file, change(text))
}

/** A disk on which another program writes right before the file is replaced, the first few times. */
function diskWithRival(times: number) {
  let round = 0
  const rival: { act: ((round: number) => Promise<void>) | null } = { act: null }
  const disk: FileSystem = {
    ...nodeFileSystem,
    async open(path, flags, mode) {
      const isTemporary = flags === 'wx' && path.includes('.trip.json.')
      if (isTemporary && round < times) await rival.act?.(round++)
      return await nodeFileSystem.open(path, flags, mode)
    },
  }
  return { disk, rival }
}

describe('a trip that another program changes while it is open', () => {
  test('an open trip keeps its own changes and those of another program', async () => {
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

  test('an event is sent only if another program has changed the trip', async () => {
    const { library, trip, told } = await prepare()
    valueOf(await library.update(trip.id, (state) => ok({ ...state, city: 'Ulm' })))
    valueOf(await library.update(trip.id, (state) => ok({ ...state, city: 'Bonn' })))
    expect(told).toEqual([])
  })

  test('an open trip has the current content when it is opened again', async () => {
    const { library, trip } = await prepare()
    const other = await someLibrary({ folder: library.folder })
    valueOf(await other.update(trip.id, (state) => ok({ ...state, city: 'Ulm' })))
    expect(valueOf(await library.open(trip.id)).city).toBe('Ulm')
    expect(valueOf(await library.list()).trips[0]?.city).toBe('Ulm')
  })

  test('a change in place is noticed even if the length of the file is the same', async () => {
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

  test('a trip that another program has made unreadable is not overwritten', async () => {
    const { library, trip, file } = await prepare()
    await writeFile(file, '{"half": ')
    expect(codeOf(await library.update(trip.id, (state) => ok({ ...state, city: 'Ulm' })))).toBe('trip.damaged')
    expect(await readFile(file, 'utf8')).toBe('{"half": ')
  })

  test('a trip whose file was deleted is not created again', async () => {
    const { library, trip, file } = await prepare()
    await rm(file)
    expect(codeOf(await library.update(trip.id, (state) => ok({ ...state, city: 'Ulm' })))).toBe('trip.missing')
    await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('a trip that two programs change at the same time', () => {
  test('both changes are kept if another program writes while a save is in progress', async () => {
    const { disk, rival } = diskWithRival(3)
    const { library, trip, told } = await prepare({ fileSystem: disk })
    const other = await someLibrary({ folder: library.folder })
    rival.act = async (round) => {
      // Without the lock, like a sync program.
      const theirs = valueOf(await other.open(trip.id))
      const note = someNote({ text: `theirs ${round}` })
      const at = new Date().toISOString()
      await writeFile(
        join(await onlyTripFolder(library), 'trip.json'),
        encodeTrip({ ...theirs, updatedAt: at, entries: [...theirs.entries, note] }),
      )
    }
    const saved = valueOf(await library.update(trip.id, (state) => addEntry(state, someNote({ text: 'ours' }))))
    expect(textsOf(saved.trip).toSorted()).toEqual(['first', 'ours', 'theirs 0', 'theirs 1', 'theirs 2'])
    expect(valueOf(await other.open(trip.id)).entries).toEqual(saved.trip.entries)
    expect(told).toEqual([trip.id])
    await library.close()
    expect(await strayFiles(library.folder)).toEqual([])
  })

  test('both versions of a rewritten text are kept, and the conflict names the entry', async () => {
    const { library, trip, conflicts } = await prepare()
    const other = await someLibrary({ folder: library.folder })
    valueOf(await other.update(trip.id, write(trip, 'what they wrote')))
    const saved = valueOf(await library.update(trip.id, write(trip, 'what we wrote')))
    expect(textsOf(saved.trip)).toEqual(['what we wrote', 'what they wrote'])
    expect(conflicts).toMatchObject([
      { entryId: trip.entries[0]?.id, fields: ['text'], otherId: saved.trip.entries[1]?.id },
    ])
  })

  test('the paragraphs of both programs are kept if they changed different ones', async () => {
    const { library, trip, conflicts } = await prepare()
    valueOf(await library.update(trip.id, write(trip, 'One.\n\nTwo.\n\nThree.')))
    const other = await someLibrary({ folder: library.folder })
    valueOf(await other.update(trip.id, write(trip, 'One!\n\nTwo.\n\nThree.')))
    const saved = valueOf(await library.update(trip.id, write(trip, 'One.\n\nTwo.\n\nThree?')))
    expect(textsOf(saved.trip)).toEqual(['One!\n\nTwo.\n\nThree?'])
    expect(conflicts).toEqual([])
  })

  test('an entry that one program deletes while the other edits it is kept', async () => {
    const { library, trip } = await prepare()
    const other = await someLibrary({ folder: library.folder })
    valueOf(await other.update(trip.id, (state) => ok({ ...state, entries: [] })))
    const saved = valueOf(await library.update(trip.id, write(trip, 'written on')))
    expect(textsOf(saved.trip)).toEqual(['written on'])
  })
})

describe('an open trip whose file is edited by hand', () => {
  test('an edit by hand is kept, with a later time of change', async () => {
    const { library, trip, file } = await prepare()
    await edit(file, (text) => text.replace('"first"', '"first, by hand"'))
    const now = valueOf(await library.open(trip.id))
    expect(textsOf(now)).toEqual(['first, by hand'])
    const [before, after] = [trip.entries[0]?.updatedAt ?? '', now.entries[0]?.updatedAt ?? '']
    expect(Date.parse(after)).toBeGreaterThan(Date.parse(before))
    expect(Date.parse(now.updatedAt)).toBeGreaterThan(Date.parse(trip.updatedAt))
  })

  test('an edit by hand is merged with what was written in the window', async () => {
    const { library, trip, file } = await prepare()
    await edit(file, (text) => text.replace('"Darmstadt"', '"Mannheim"'))
    valueOf(await library.update(trip.id, write(trip, 'in the window')))
    const now = valueOf(await (await someLibrary({ folder: library.folder })).open(trip.id))
    expect(now).toMatchObject({ city: 'Mannheim', entries: [{ text: 'in the window' }] })
  })

  test.each([
    ['edited', (text: string) => text.replace('"first"', '"by hand"'), 'by hand'],
    ['only reformatted', (text: string) => `${JSON.stringify(JSON.parse(text))}\n`, 'first'],
  ])('a trip that was edited by hand can be opened later, even if it was %s', async (_, change, wanted) => {
    const { library, trip, file } = await prepare()
    await edit(file, change)
    valueOf(await library.open(trip.id))
    const later = valueOf(await (await someLibrary({ folder: library.folder })).open(trip.id))
    expect(textsOf(later)).toEqual([wanted])
  })

  test('entries that were removed by hand are among the deleted ones', async () => {
    const { library, trip, file } = await prepare()
    const { checksum: _, ...byHand } = { ...JSON.parse(await readFile(file, 'utf8')), entries: [] } as Trip & {
      checksum: string
    }
    await writeFile(file, JSON.stringify(byHand))
    valueOf(await library.open(trip.id))
    const later = valueOf(await (await someLibrary({ folder: library.folder })).open(trip.id))
    expect(later.entries).toEqual([])
    expect(later.deleted.map(({ entry }) => entry.text)).toEqual(['first'])
  })

  test('an edit by hand is refused if the trip was not open, because the disk may have lost a part of it', async () => {
    const { library, trip, file } = await prepare()
    await edit(file, (text) => text.replace('"first"', '"first, by hand"'))
    const stranger = await someLibrary({ folder: library.folder })
    valueOf(await stranger.list())
    expect(codeOf(await stranger.open(trip.id))).toMatch(/^trip\.(damaged|missing)$/)
  })
})
