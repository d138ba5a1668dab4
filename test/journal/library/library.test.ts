import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addEntry } from '../../../electron/journal/edits/add-entry.ts'
import { saveEntry } from '../../../electron/journal/edits/save-entry.ts'
import { openLibrary } from '../../../electron/journal/sync/open-library.ts'
import { ok } from '../../../electron/shared/result.ts'
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
import { temporaryFolder } from '../../support/temporary-folder.ts'

describe('a new trip', () => {
  test('a new trip gets a folder named after its date and title, in a library that is created for it', async () => {
    const library = await someLibrary()
    const { trip } = valueOf(
      await library.create(tripWith([someNote({ text: 'Arrived.' })], { title: 'PyCon DE & PyData' })),
    )
    expect(await readdir(library.folder)).toEqual(['2026-04-14-pycon-de-pydata'])
    expect(await readdir(await onlyTripFolder(library))).toEqual(['trip.json'])
    expect(valueOf(await library.open(trip.id))).toEqual(trip)
  })

  test('a new trip with the name of another one gets its own folder', async () => {
    const library = await someLibrary()
    await addTrip(library)
    await mkdir(join(library.folder, '2026-04-14-lantern-conf-2026-2'))
    await addTrip(library)
    expect((await readdir(library.folder)).toSorted()).toEqual([
      '2026-04-14-lantern-conf-2026',
      '2026-04-14-lantern-conf-2026-2',
      '2026-04-14-lantern-conf-2026-3',
    ])
  })

  test.for([
    ['東京 PyCon', '2026-04-14-東京-pycon'],
    ['Übergrößen: Café!', '2026-04-14-ubergroßen-cafe'],
    ['../../etc/passwd', '2026-04-14-etc-passwd'],
    ['🎪', '2026-04-14-trip'],
    ['con. ', '2026-04-14-con'],
    ['a'.repeat(5000), `2026-04-14-${'a'.repeat(60)}`],
  ] as const)('a new trip named %s gets a folder name that is valid on every system', async ([title, folder]) => {
    const library = await someLibrary()
    await addTrip(library, [], { title })
    expect(await readdir(library.folder)).toEqual([folder])
  })

  test('a new trip that could not be read back is refused, and no folder is created', async () => {
    const library = await someLibrary()
    const trip = tripWith([someNote({ day: 'Tuesday' })])
    expect(codeOf(await library.create(trip))).toBe('input.not-a-trip')
    expect(codeOf(await library.create({ ...tripWith([]), title: ' ' }))).toBe('input.not-a-trip')
    await expect(readdir(library.folder)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('a trip that is already in the library cannot be created again', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    expect(codeOf(await library.create(trip))).toBe('input.trip-exists')
  })
})

describe('changing a trip', () => {
  test('a change is on the disk when it is acknowledged, and is there after a restart', async () => {
    const library = await someLibrary()
    const note = someNote()
    const trip = await addTrip(library, [note])
    const saved = valueOf(
      await library.update(trip.id, (state) => saveEntry(state, note.id, { kind: 'note', text: 'Hello' })),
    )
    const another = await someLibrary({ folder: library.folder })
    expect(valueOf(await another.open(trip.id))).toEqual(saved.trip)
    expect(saved.trip.entries[0]?.text).toBe('Hello')
    expect(Date.parse(saved.savedAt)).toBeGreaterThanOrEqual(Date.parse(saved.trip.updatedAt))
  })

  test('changes are applied in the order of the requests, and each returns its own state', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const names = Array.from({ length: 40 }, (_, index) => `Trip ${index}`)
    const answers = await Promise.all(
      names.map((title) => library.update(trip.id, (state) => ok({ ...state, title, tags: [...state.tags, title] }))),
    )
    expect(answers.map((answer) => valueOf(answer).trip.title)).toEqual(names)
    expect(valueOf(await library.open(trip.id)).tags).toEqual(['python', ...names])
    expect(await readFile(join(await onlyTripFolder(library), 'trip.json'), 'utf8')).toContain('"title": "Trip 39"')
  })

  test('changes that arrive during a write share the next write', async () => {
    const disk = createBrokenDisk()
    const library = await someLibrary({ fileSystem: disk })
    const trip = await addTrip(library)
    disk.reset()
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        library.update(trip.id, (state) => addEntry(state, someNote({ title: `${index}` }))),
      ),
    )
    const renames = disk.operations.filter(({ name }) => name === 'rename').length
    expect(renames).toBeLessThan(3)
    expect(valueOf(await library.open(trip.id)).entries).toHaveLength(40)
  })

  test('a change that is refused changes nothing and does not block the others', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const [first, refused, broken, last] = await Promise.all([
      library.update(trip.id, (state) => ok({ ...state, city: 'Cologne' })),
      library.update(trip.id, (state) => addEntry(state, someNote({ start: 'noon' }))),
      library
        .update(trip.id, () => {
          throw new TypeError('a bug in a change')
        })
        .catch((error: unknown) => error),
      library.update(trip.id, (state) => ok({ ...state, venue: 'Opera' })),
    ])
    expect(valueOf(first).trip.city).toBe('Cologne')
    expect(codeOf(refused)).toBe('input.not-a-trip')
    expect(broken).toBeInstanceOf(TypeError)
    expect(valueOf(last).trip).toMatchObject({ city: 'Cologne', venue: 'Opera', entries: [] })
    expect(valueOf(await library.open(trip.id))).toEqual(valueOf(last).trip)
  })

  test('a change that changes nothing writes nothing', async () => {
    const disk = createBrokenDisk()
    const library = await someLibrary({ fileSystem: disk })
    const trip = await addTrip(library)
    await library.open(trip.id)
    disk.reset()
    const saved = valueOf(await library.update(trip.id, ok))
    expect(saved.trip).toEqual(trip)
    expect(disk.operations.filter(({ name }) => name === 'append')).toEqual([])
  })

  test('a change cannot turn a trip into another one', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const other = tripWith([])
    const saved = valueOf(await library.update(trip.id, () => ok(other)))
    expect(saved.trip.id).toBe(trip.id)
  })

  test('a trip can be changed after many other trips were used', async () => {
    const library = await someLibrary()
    const trips = await Promise.all(Array.from({ length: 30 }, () => addTrip(library)))
    for (const trip of trips) await library.open(trip.id)
    await Promise.all(
      trips.map((trip) => library.update(trip.id, (state) => ok({ ...state, city: `City of ${trip.id}` }))),
    )
    for (const trip of trips) expect(valueOf(await library.open(trip.id)).city).toBe(`City of ${trip.id}`)
  })
})

describe('the list of a library', () => {
  test('the list is empty before there is a library', async () => {
    const library = await someLibrary()
    expect(valueOf(await library.list())).toMatchObject({ trips: [], unreadable: [] })
    expect(valueOf(await library.trash())).toEqual([])
    expect(codeOf(await library.open(tripWith([]).id))).toBe('trip.missing')
  })

  test('the list has the newest trip first, with the number of its entries and words', async () => {
    const library = await someLibrary()
    await addTrip(library, [], { title: 'Old', firstDay: '2024-01-01' })
    await addTrip(library, [someNote({ title: 'Two words', text: 'and *three* more' })], { title: 'First' })
    await new Promise((resolve) => setTimeout(resolve, 5))
    await addTrip(library, [], { title: 'Second' })
    const { trips, unreadable } = valueOf(await library.list())
    expect(trips.map(({ title }) => title)).toEqual(['Second', 'First', 'Old'])
    expect(trips[1]).toMatchObject({ entries: 1, words: 5, timeZone: 'Europe/Berlin', published: false })
    expect(unreadable).toEqual([])
  })

  test('the list has what was saved a moment ago', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    await library.list()
    await library.update(trip.id, (state) => addEntry(state, someNote({ text: 'four words more here' })))
    expect(valueOf(await library.list()).trips[0]).toMatchObject({ entries: 1, words: 4 })
  })

  test('the list ignores everything that is not a trip', async () => {
    const library = await someLibrary()
    await addTrip(library)
    await mkdir(join(library.folder, 'Receipts'))
    await writeFile(join(library.folder, 'todo.txt'), 'socks')
    await mkdir(join(library.folder, '.git'))
    await writeFile(join(library.folder, '.git', 'trip.json'), 'null')
    const { trips, unreadable } = valueOf(await library.list())
    expect([trips.length, unreadable]).toEqual([1, []])
  })

  test('the list names the folders that cannot be read, and still has all other trips', async () => {
    const library = await someLibrary()
    await addTrip(library)
    await mkdir(join(library.folder, 'broken'))
    await writeFile(join(library.folder, 'broken', 'trip.json'), 'null')
    await mkdir(join(library.folder, 'odd', 'trip.json'), { recursive: true })
    const { trips, unreadable } = valueOf(await library.list())
    expect(trips).toHaveLength(1)
    expect(unreadable.map(({ folder }) => folder)).toEqual(['broken', 'odd'])
    expect(unreadable[0]?.error).toMatchObject({ code: 'trip.damaged' })
  })

  test('the list has a trip once if its folder was copied, and says where the copy is', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const folder = await onlyTripFolder(library)
    await mkdir(join(library.folder, '2026-04 copy'))
    await writeFile(join(library.folder, '2026-04 copy', 'trip.json'), await readFile(join(folder, 'trip.json')))
    for (const reader of [library, await someLibrary({ folder: library.folder })]) {
      const { trips, unreadable } = valueOf(await reader.list())
      expect(trips).toHaveLength(1)
      expect(unreadable).toHaveLength(1)
      expect(unreadable.map(({ error }) => error.code)).toEqual(['trip.duplicate-folder'])
    }
    // The folder that was in use stays in use, even though the copy's name comes first.
    await library.update(trip.id, (state) => ok({ ...state, city: 'Ulm' }))
    expect(await readFile(join(folder, 'trip.json'), 'utf8')).toContain('"city": "Ulm"')
    expect(await readFile(join(library.folder, '2026-04 copy', 'trip.json'), 'utf8')).not.toContain('Ulm')
  })

  test('the list includes a trip whose folder is a link', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const folder = await onlyTripFolder(library)
    const elsewhere = join(await temporaryFolder(), 'kept here')
    await rename(folder, elsewhere)
    await symlink(elsewhere, folder)
    valueOf(await library.update(trip.id, (state) => ok({ ...state, city: 'Ulm' })))
    expect(await readFile(join(elsewhere, 'trip.json'), 'utf8')).toContain('"city": "Ulm"')
    expect(valueOf(await library.list()).trips[0]?.city).toBe('Ulm')
  })
})

describe('a library whose folders are moved', () => {
  test('a trip whose folder was renamed is found', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    await rename(await onlyTripFolder(library), join(library.folder, 'Darmstadt!'))
    expect(valueOf(await library.update(trip.id, (state) => ok({ ...state, city: 'Ulm' }))).trip.city).toBe('Ulm')
    expect(await readdir(library.folder)).toEqual(['.cache', 'Darmstadt!'])
  })

  test('a trip is not written over another one that is now in its folder', async () => {
    const library = await someLibrary()
    const first = await addTrip(library)
    const folder = await onlyTripFolder(library)
    const second = tripWith([], { title: 'Another' })
    await rename(folder, join(library.folder, 'moved'))
    await mkdir(folder)
    await writeFile(join(folder, 'trip.json'), JSON.stringify(second))
    valueOf(await library.update(first.id, (state) => ok({ ...state, city: 'Ulm' })))
    valueOf(await library.update(first.id, (state) => ok({ ...state, venue: 'Dom' })))
    expect(JSON.parse(await readFile(join(folder, 'trip.json'), 'utf8'))).toEqual(second)
    expect(await readFile(join(library.folder, 'moved', 'trip.json'), 'utf8')).toContain('"venue": "Dom"')
  })

  test('a missing trip is reported, and not created again', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    await library.open(trip.id)
    await rm(await onlyTripFolder(library), { recursive: true })
    expect(codeOf(await library.open(trip.id))).toBe('trip.missing')
    const refused = await library.update(trip.id, (state) => ok({ ...state, city: 'Ulm' }))
    expect(messageOf(refused)).toMatch(/no longer in the library.*put it back/)
    expect((await readdir(library.folder)).filter((name) => !name.startsWith('.'))).toEqual([])
  })

  test('a missing library is reported, and not created again', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    await library.open(trip.id)
    const away = `${library.folder} away`
    await rename(library.folder, away)
    const answers = [
      await library.list(),
      await library.open(trip.id),
      await library.update(trip.id, (state) => ok({ ...state, city: 'Ulm' })),
      await library.create(tripWith([])),
      await library.delete(trip.id),
      await library.trash(),
      await library.restore('2026-01-01T00-00-00.000Z-x'),
      await library.emptyTrash(),
    ]
    for (const answer of answers) {
      expect(codeOf(answer)).toBe('library.missing')
      expect(messageOf(answer)).toMatch(/no longer at.*Put the folder back.*or choose another/)
    }
    await expect(readdir(library.folder)).rejects.toMatchObject({ code: 'ENOENT' })
    await rename(away, library.folder)
    expect(valueOf(await library.update(trip.id, (state) => ok({ ...state, city: 'Ulm' }))).trip.city).toBe('Ulm')
  })

  test('a chosen library whose disk is not connected is not created', async () => {
    const library = await someLibrary({ mayCreate: false })
    expect(codeOf(await library.list())).toBe('library.missing')
    expect(codeOf(await library.create(tripWith([])))).toBe('library.missing')
  })

  test('a library that is a file is reported', async () => {
    const folder = join(await temporaryFolder(), 'Lanyard')
    await writeFile(folder, 'not a folder')
    expect(messageOf(await openLibrary({ folder }).list())).toMatch(/is a file/)
  })
})

test('what a killed process left behind is removed when the library is scanned', async () => {
  const library = await someLibrary()
  await addTrip(library)
  const folder = await onlyTripFolder(library)
  const stray = `.trip.json.${process.pid}-0b5e6f6c-6d5e-4f0a-9a51-3c2b1a0f9e8d.tmp`
  await mkdir(join(folder, 'photos'))
  await mkdir(join(library.folder, stray.replace('trip.json', 'new-trip')))
  for (const path of [library.folder, folder, join(folder, 'photos')]) await writeFile(join(path, stray), 'half a')
  const next = openLibrary({ folder: library.folder })
  await next.list()
  await next.close()
  expect(await strayFiles(library.folder)).toEqual([])
  expect(valueOf(await next.list()).trips).toHaveLength(1)
})
