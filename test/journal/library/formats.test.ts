import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addEntry } from '../../../electron/journal/edits/add-entry.ts'
import { saveEntry } from '../../../electron/journal/edits/save-entry.ts'
import { addPhoto } from '../../../electron/journal/edits/save-photo.ts'
import type { Library, LibraryOptions } from '../../../electron/journal/library/library.ts'
import { describePhoto } from '../../../electron/journal/library/photo-data.ts'
import { encodeTrip } from '../../../electron/journal/trip-file/trip-file.ts'
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
  valueOf,
} from '../../support/library.ts'
import { newerFile, olderFile, olderFormat, tripFile } from '../../support/other-formats.ts'
import { onePixel } from '../../support/trips.ts'
import { TRIP_FILE } from '../../../electron/journal/trip-folder/trip-json.ts'

/** A library with a trip whose file is made by the test. */
async function prepare(fileOf: (trip: Trip) => Buffer, options: Partial<LibraryOptions> = {}) {
  const first = await someLibrary()
  const trip = await addTrip(first, [someNote({ title: 'Lunch', text: 'Soup.' })])
  await first.close()
  const file = join(await onlyTripFolder(first), TRIP_FILE)
  const bytes = fileOf(trip)
  await writeFile(file, bytes)
  const library = await someLibrary({ folder: first.folder, ...options })
  return { library, trip, file, bytes, kept: join(first.folder, '.history', trip.id) }
}

const write = (text: string) => (trip: Trip) => saveEntry(trip, trip.entries[0]?.id ?? '', { kind: 'note', text })

const trips = async (library: Library) => valueOf(await library.list()).trips

describe('a trip that an older Lanyard wrote', () => {
  const migrations = olderFormat

  test('a trip of an older Lanyard is listed and opens, and its file stays unchanged as long as it is only read', async () => {
    const { library, trip, file, bytes, kept } = await prepare(olderFile, { migrations })
    expect(await trips(library)).toMatchObject([{ title: trip.title, isNewer: false }])
    expect(valueOf(await library.open(trip.id))).toEqual(trip)
    expect(valueOf(await library.refusal(trip.id))).toBeNull()
    expect(valueOf(await library.snapshot(folderOf(file)))).toMatchObject({
      trip,
      bytes,
    })
    await library.close()
    expect(await readFile(file)).toEqual(bytes)
    expect(await readdir(kept).catch(() => [])).toEqual([])
  })

  test('a trip of an older Lanyard is written in the current format after its file has been kept byte for byte', async () => {
    const { library, trip, file, bytes, kept } = await prepare(olderFile, { migrations })
    valueOf(await library.update(trip.id, write('Soup and bread.')))
    expect(await readFile(join(kept, 'trip.version-0.json'))).toEqual(bytes)
    const stored = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
    expect(stored).toMatchObject({ schemaVersion: 1, title: trip.title })
    expect(stored).not.toHaveProperty('name')

    valueOf(await library.update(trip.id, write('Soup, bread and cheese.')))
    expect((await readdir(kept)).filter((name) => name.startsWith('trip.version-'))).toEqual(['trip.version-0.json'])
    // Without migrations, because it needs none any more.
    const later = await someLibrary({ folder: library.folder })
    expect(valueOf(await later.open(trip.id)).entries[0]?.text).toBe('Soup, bread and cheese.')
  })

  test('a file of an older Lanyard that arrives while the trip is open is merged, and also kept unchanged', async () => {
    const { library, trip, file, kept } = await prepare((state) => Buffer.from(encodeTrip(state)), { migrations })
    valueOf(await library.update(trip.id, write('Soup and bread.')))
    await library.history.settled()
    // Another computer has not been updated yet.
    const dinner = someNote({ title: 'Dinner', text: 'Rice.' })
    const later = { updatedAt: '2099-01-01T00:00:00.000Z', ancestors: [trip.updatedAt] }
    const bytes = olderFile({ ...trip, ...later, entries: [...trip.entries, dinner] })
    await writeFile(file, bytes)
    const merged = valueOf(await library.open(trip.id))
    expect(merged.entries.map(({ text }) => text)).toEqual(['Soup and bread.', 'Rice.'])
    expect(await readFile(join(kept, 'trip.version-0.json'))).toEqual(bytes)
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ schemaVersion: 1 })
  })

  test('a trip of an older Lanyard is not written if its file cannot be kept, whichever operation fails', async () => {
    for (let which = 1; which <= 24; which++) {
      const disk = createBrokenDisk()
      const { library, trip, file, bytes, kept } = await prepare(olderFile, { migrations, fileSystem: disk })
      valueOf(await library.open(trip.id))
      disk.fail(which, 'EIO', true)
      const saved = await library.update(trip.id, write('Soup and bread.'))
      disk.reset()
      const now = await readFile(file)
      if (!saved.ok && now.equals(bytes)) continue
      expect(await readFile(join(kept, 'trip.version-0.json'))).toEqual(bytes)
    }
  }, 30_000)

  test('a trip of an older Lanyard counts as damaged if it is not valid in its version', async () => {
    const { library } = await prepare((trip) => tripFile({ ...trip, schemaVersion: 0 }), { migrations })
    const { unreadable } = valueOf(await library.list())
    expect(unreadable).toMatchObject([{ error: { code: 'trip.damaged' } }])
  })
})

describe('a trip that a newer Lanyard wrote', () => {
  test('a trip of a newer Lanyard is listed and opens as far as it is understood', async () => {
    const { library, trip, bytes, file } = await prepare(newerFile)
    expect(await trips(library)).toMatchObject([{ id: trip.id, isNewer: true }])
    expect(valueOf(await library.open(trip.id))).toEqual(trip)
    expect(valueOf(await library.refusal(trip.id))).toMatchObject({ code: 'trip.newer', params: { what: 'open' } })
    // As for a backup, which keeps all of it.
    expect(valueOf(await library.snapshot(folderOf(file))).bytes).toEqual(bytes)
    const next = await someLibrary({ folder: library.folder })
    expect(await trips(next)).toMatchObject([{ isNewer: true }])
  })

  test('nothing changes a trip of a newer Lanyard', async () => {
    const { library, trip, file, bytes, kept } = await prepare(newerFile)
    const photo = valueOf(describePhoto(onePixel, 'hall.png'))
    const refused = [
      await library.update(trip.id, write('Soup and bread.')),
      await library.update(trip.id, (state) => addPhoto(state, photo), new Map([[photo.id, onePixel]])),
      await library.merge(trip.id, { ...trip, entries: [] }, null),
      await library.keepVersion(trip.id),
    ]
    expect(refused.map(codeOf)).toEqual(Array.from(refused, () => 'trip.newer'))
    expect(messageOf(refused[0] ?? { ok: true, value: null })).toContain('Update Lanyard to go on writing in it.')
    await library.close()
    expect(await readFile(file)).toEqual(bytes)
    expect(await readdir(kept).catch(() => [])).toEqual([])
    expect(await readdir(join(file, '..'))).toEqual([TRIP_FILE])
    expect(await strayFiles(library.folder)).toEqual([])
  })

  test('a trip of a newer Lanyard can be moved to the trash and back', async () => {
    const { library, trip, file, bytes } = await prepare(newerFile)
    const { trashId } = valueOf(await library.delete(trip.id))
    expect(valueOf(await library.restore(trashId)).id).toBe(trip.id)
    expect(await readFile(file)).toEqual(bytes)
  })

  test('a file that a newer Lanyard has just written over an open trip is left alone, and the previous state is kept', async () => {
    const { library, trip, file } = await prepare((state) => Buffer.from(encodeTrip(state)))
    const { trip: mine } = valueOf(await library.update(trip.id, write('Soup and bread.')))
    const bytes = newerFile({ ...trip, updatedAt: '2099-01-01T00:00:00.000Z' })
    await writeFile(file, bytes)
    expect(codeOf(await library.update(trip.id, write('Soup, bread and cheese.')))).toBe('trip.newer')
    expect(await readFile(file)).toEqual(bytes)
    await library.history.settled()
    const versions = valueOf(await library.history.list(trip.id))
    expect(versions.map(({ savedAt }) => savedAt)).toContain(mine.updatedAt)

    await writeFile(file, encodeTrip(mine))
    valueOf(await library.update(trip.id, (state) => addEntry(state, someNote({ text: 'Rice.' }))))
    expect(valueOf(await library.refusal(trip.id))).toBeNull()
  })

  test('a trip of a newer Lanyard in an unknown form cannot be read', async () => {
    const { library } = await prepare((trip) =>
      tripFile({ ...trip, schemaVersion: 2, entries: { of: 'another form' } }),
    )
    const { unreadable } = valueOf(await library.list())
    expect(unreadable).toMatchObject([{ error: { code: 'trip.newer' } }])
    expect(unreadable).toMatchObject([{ error: { params: { what: 'unknownForm' } } }])
  })
})

function folderOf(file: string): string {
  return file.split(/[/\\]/).at(-2) ?? ''
}
