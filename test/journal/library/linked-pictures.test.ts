import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runExport } from '../../../electron/journal/exporters/run-export.ts'
import { servePicture } from '../../../electron/journal/library/serve-picture.ts'
import { verifyLibrary } from '../../../electron/journal/verify/verify-library.ts'
import { someStick } from '../../support/backup.ts'
import { listAll } from '../../support/export-orders.ts'
import { codeOf, messageOf, someLibrary, someNote, tripWith, valueOf } from '../../support/library.ts'
import { photoOf } from '../../support/photos.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { onePixel } from '../../support/trips.ts'

/** A library with a trip whose folder of pictures is a link to a place with a picture of that name, and a secret. */
async function linkedLibrary() {
  const library = await someLibrary()
  const photo = photoOf()
  const trip = valueOf(
    await library.create(
      { ...tripWith([someNote({ text: `![Lantern](photo:${photo.id})` })]), photos: [photo] },
      new Map([[photo.id, onePixel]]),
    ),
  ).trip
  const place = valueOf(await library.placeOf(trip.id))
  const outside = await temporaryFolder()
  await writeFile(join(outside, photo.file), onePixel)
  await writeFile(join(outside, 'secret.txt'), 'a secret')
  await rm(join(place, 'photos'), { recursive: true })
  await symlink(outside, join(place, 'photos'))
  return { library, trip, photo, place, outside }
}

describe.skipIf(process.platform === 'win32')('a folder of pictures that is a link out of its trip', () => {
  test('pictures behind a link out of the trip are missing', async () => {
    const { library, trip, photo } = await linkedLibrary()
    expect(codeOf(await library.readPhoto(trip.id, photo.id))).toBe('photo.missing')
    expect(await servePicture(library, trip.id, photo.id)).toBe('missing')
  })

  test('pictures behind a link out of the trip are not exported, and reported as missing', async () => {
    const { library, trip } = await linkedLibrary()
    const folder = await temporaryFolder()
    const signal = new AbortController().signal
    const order = { trip, library, target: 'markdown', folder, replace: false, signal, onProgress: () => {} }
    const exported = valueOf(await runExport(order))
    expect((await listAll(folder)).filter((path) => !path.endsWith('index.md'))).toEqual([])
    expect(exported.missing).toHaveLength(1)
  })

  test('new pictures are not written through a link out of the trip, and the failure says why', async () => {
    const { library, trip, outside } = await linkedLibrary()
    const added = photoOf({ id: '22222222-2222-4222-8222-222222222222', file: 'new-22222222.png' })
    const result = await library.update(
      trip.id,
      (state) => ({ ok: true, value: { ...state, photos: [...state.photos, added] } }),
      new Map([[added.id, onePixel]]),
    )
    expect(messageOf(result)).toContain('is a link to another place')
    expect((await readdir(outside)).toSorted()).toEqual(['lantern-11111111.png', 'secret.txt'])
  })

  test('a verification does not list files behind a link out of the trip, and reports missing pictures', async () => {
    const { library } = await linkedLibrary()
    const { findings } = valueOf(await verifyLibrary({ library: library.folder }))
    expect(JSON.stringify(findings)).not.toContain('secret')
    expect(findings.filter(({ kind }) => kind === 'problem')).toHaveLength(1)
  })

  test('pictures behind a link are not copied to a backup, and a link in a backup is not written to', async () => {
    const { library, trip, photo, outside } = await linkedLibrary()
    const stick = await someStick()
    valueOf(await stick.copy(library))
    const folder = (await readdir(stick.path)).find((name) => !name.startsWith('.')) ?? ''
    expect(await readdir(join(stick.path, folder, 'photos'))).toEqual([])
    const other = await someLibrary()
    valueOf(await other.create({ ...trip, photos: [photo] }, new Map([[photo.id, onePixel]])))
    await rm(join(stick.path, folder, 'photos'), { recursive: true })
    const victim = await temporaryFolder()
    await symlink(victim, join(stick.path, folder, 'photos'))
    expect(valueOf(await stick.copy(other, { isThorough: true })).problems).toHaveLength(1)
    expect(await readdir(victim)).toEqual([])
    expect(await readdir(outside)).toContain('secret.txt')
  })

  test('a link to a picture inside the trip is followed', async () => {
    const { library, trip, photo, place } = await linkedLibrary()
    await rm(join(place, 'photos'))
    await mkdir(join(place, 'pictures'))
    await writeFile(join(place, 'pictures', photo.file), onePixel)
    await symlink('pictures', join(place, 'photos'))
    expect(valueOf(await library.readPhoto(trip.id, photo.id)).data).toEqual(onePixel)
  })
})
