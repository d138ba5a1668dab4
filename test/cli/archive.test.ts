import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { packTrip } from '../../electron/journal/archive/pack-trip.ts'
import { addEntry } from '../../electron/journal/edits/add-entry.ts'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { addPicturedTrip } from '../support/archives.ts'
import { someNote, valueOf } from '../support/library.ts'
import { makePlace, type Place } from './lanyard.ts'

let place: Place
let trip: Trip
beforeEach(async () => {
  place = await makePlace()
  const library = openLibrary({ folder: place.library })
  trip = await addPicturedTrip(library)
  await library.close()
  return () => rm(place.folder, { recursive: true, force: true })
})

/** Packs the trip into a file, with a note that was added on another computer. */
async function packedElsewhere(title?: string): Promise<string> {
  const library = openLibrary({ folder: place.library })
  const path = join(place.folder, 'trip.lanyard')
  if (title === undefined) valueOf(await packTrip({ library, tripId: trip.id, path, replace: true }))
  else {
    const elsewhere = openLibrary({ folder: join(place.folder, 'elsewhere') })
    const photos = new Map<string, Uint8Array>()
    for (const { id } of trip.photos) photos.set(id, valueOf(await library.readPhoto(trip.id, id)).data)
    valueOf(await elsewhere.create(trip, photos))
    valueOf(await elsewhere.update(trip.id, (state) => addEntry(state, someNote({ title }))))
    valueOf(await packTrip({ library: elsewhere, tripId: trip.id, path, replace: true }))
    await elsewhere.close()
  }
  await library.close()
  return path
}

test('lanyard pack and lanyard import move a trip to another library', async () => {
  const packed = (await place.json(['pack', 'Lantern Conf 2026', '--out', place.folder])) as { path: string }
  const path = join(place.folder, '2026-04-14-lantern-conf-2026.lanyard')
  expect(packed).toMatchObject({ path, photos: 2, remarks: [] })
  const imported = await place.lanyard(['import', path, '--library', join(place.folder, 'other')])
  expect(imported).toMatchObject({ code: 0, stderr: '' })
  expect(imported.stdout).toMatch(/^Created the trip "Lantern Conf 2026" with 2 entries and 2 pictures\. Its id is /)
})

test('lanyard import changes nothing if the library already has everything in the file', async () => {
  const same = await place.lanyard(['import', await packedElsewhere()])
  expect(same).toMatchObject({ code: 0, stderr: '' })
  expect(same.stdout).toMatch(/^You already have the trip .*, with everything in the file\. Nothing was changed/)
})

test('lanyard import merges a trip that differs, or keeps both, only with --merge or --keep-both', async () => {
  const file = await packedElsewhere('Tea')
  const refused = await place.lanyard(['import', file])
  expect(refused.code).toBe(1)
  expect(refused.stderr).toMatch(/The file has 1 entry that yours does not have\..*--merge.*--keep-both/)
  const both = await place.lanyard(['import', file, '--keep-both'])
  expect(both.stdout).toMatch(/^Created the trip "Lantern Conf 2026 \(copy\)"/)
  const merged = await place.lanyard(['import', file, '--merge'])
  expect(merged.stdout).toMatch(
    /^Merged the file into "Lantern Conf 2026"\. The state before that is kept as version \d{8}T/,
  )
  expect(await place.json(['trips'])).toMatchObject([{ entries: 3 }, { entries: 3 }])
})

test('lanyard pack replaces a file only with --replace, and lanyard import refuses a damaged one', async () => {
  const file = join(place.folder, 'mine.lanyard')
  await writeFile(file, 'PK\x03\x04 mine')
  const taken = await place.lanyard(['pack', 'Lantern Conf 2026', '--out', file])
  expect(taken).toMatchObject({ code: 1, stdout: '' })
  expect(taken.stderr).toMatch(/There is a file at .* already\. .* --replace/)
  expect(await readFile(file, 'utf8')).toBe('PK\x03\x04 mine')
  const damaged = await place.lanyard(['import', file])
  expect(damaged.code).toBe(1)
  expect(damaged.stderr).toMatch(/^“mine\.lanyard”: The file is damaged or cut off/)
  expect((await readdir(place.library)).filter((name) => !name.startsWith('.'))).toHaveLength(1)
})

test('lanyard import refuses to put a .lanyard file into another trip', async () => {
  const wrong = await place.lanyard(['import', await packedElsewhere(), '--trip', 'Lantern Conf 2026'])
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toMatch(/whole trip/)
})
