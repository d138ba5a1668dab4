import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import type { Library } from '../../../electron/journal/library/library.ts'
import { verifyLibrary } from '../../../electron/journal/verify/verify-library.ts'
import { openSource, readSourceTrip } from '../../../electron/journal/restore/open-source.ts'
import { render } from '../../../electron/shared/messages/translate.ts'
import { addPhoto, rename, someStick } from '../../support/backup.ts'
import { ask, someEngine } from '../../support/engine.ts'
import { addTrip, codeOf, someLibrary, tripWith, valueOf } from '../../support/library.ts'
import { hasPipes, type Oddity, oddities, putOddity } from '../../support/odd-files.ts'

const copy = 'trip.sync-conflict-20260414-101500-7XQK2PA.json'

async function placeOf(library: Library, tripId: string): Promise<string> {
  return valueOf(await library.placeOf(tripId))
}

/** A library with an intact trip, and six whose file is something odd: more than there are threads for files. */
async function oddLibrary(oddity: Oddity) {
  const library = await someLibrary()
  const good = await addTrip(library, [], { title: 'Good' })
  for (let number = 1; number <= 6; number++) {
    await mkdir(join(library.folder, `odd-${number}`))
    await putOddity(join(library.folder, `odd-${number}`, 'trip.json'), oddity)
  }
  return { library, good }
}

describe.skipIf(!hasPipes).for(oddities)('a %s in place of a trip’s file', (oddity) => {
  test('something odd in place of a trip’s file is shown as an unreadable trip, and does not block other trips', async () => {
    const { library, good } = await oddLibrary(oddity)
    const listed = valueOf(await library.list())
    expect(listed.trips.map(({ title }) => title)).toEqual(['Good'])
    expect(listed.unreadable).toHaveLength(6)
    expect(listed.unreadable.map(({ error }) => render(error))[0]).toMatch(/was not opened\. Nothing was changed\./)
    valueOf(await rename(library, good.id, 'Better').then(async () => await library.open(good.id)))
    valueOf(await library.create(tripWith([], { title: 'New' })))
  })

  test('something odd in place of a trip’s file can be replaced with an earlier version, and is kept', async () => {
    const engine = await someEngine()
    const { library } = engine.context
    const trip = await addTrip(library, [], { title: 'Lantern' })
    const versionId = valueOf(await library.keepVersion(trip.id))
    const place = await placeOf(library, trip.id)
    await putOddity(join(place, 'trip.json'), oddity)
    const [folder = ''] = valueOf(await library.list()).unreadable.map((each) => each.folder)
    expect(valueOf(await ask(engine, 'recovery.inspect', { folder })).versions).toHaveLength(1)
    const restored = valueOf(await ask(engine, 'recovery.restore', { folder, versionId }))
    expect(restored.keptAs).toContain('.corrupt-')
    expect(valueOf(await library.open(trip.id)).title).toBe('Lantern')
    expect((await readdir(place)).filter((name) => name.includes('.corrupt-'))).toHaveLength(1)
  })

  test('something odd that replaces an open trip’s file loses neither what is known nor the chance to save it', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library, [], { title: 'Lantern' })
    await putOddity(join(await placeOf(library, trip.id), 'trip.json'), oddity)
    expect(codeOf(await library.open(trip.id))).toBe('disk.failed')
    expect(codeOf(await library.update(trip.id, (state) => ({ ok: true, value: { ...state, title: 'New' } })))).toMatch(
      /^disk\.failed|^trip\./,
    )
  })
})

describe.skipIf(!hasPipes).for(oddities)('a %s elsewhere in a library', (oddity) => {
  test('something odd in place of a cache or a note is ignored', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library, [], { title: 'Lantern' })
    valueOf(await library.keepVersion(trip.id))
    await mkdir(join(library.folder, '.cache', 'history'), { recursive: true })
    await putOddity(join(library.folder, '.cache', 'trips.json'), oddity)
    await putOddity(join(library.folder, '.cache', 'history', `${trip.id}.json`), oddity)
    await putOddity(join(library.folder, '.history', trip.id, 'about.json'), oddity)
    const again = await someLibrary({ folder: library.folder })
    expect(valueOf(await again.list()).trips).toHaveLength(1)
    expect(valueOf(await again.history.list(trip.id))).toHaveLength(1)
    valueOf(await again.keepVersion(trip.id))
  })

  test('something odd in place of a version, a picture or a conflict copy is reported by a verification', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library, [], { title: 'Lantern' })
    const photo = await addPhoto(library, trip.id)
    const versionId = valueOf(await library.keepVersion(trip.id))
    const place = await placeOf(library, trip.id)
    await putOddity(join(place, 'photos', photo), oddity)
    await putOddity(join(place, copy), oddity)
    await putOddity(join(library.folder, '.history', trip.id, `${versionId}.json.gz`), oddity)
    const { findings } = valueOf(await verifyLibrary({ library: library.folder }))
    expect(findings.filter(({ kind }) => kind === 'problem')).toHaveLength(2)
    const [record] = valueOf(await library.open(trip.id)).photos
    expect(codeOf(await library.readPhoto(trip.id, record?.id ?? ''))).toMatch(/^disk\.failed|^photo\.missing/)
    expect(codeOf(await library.history.read(trip.id, versionId))).toMatch(/^disk\.failed|^version\./)
  })

  test('something odd in place of a conflict copy does not block the trip', async () => {
    const engine = await someEngine()
    const { library } = engine.context
    const trip = await addTrip(library, [], { title: 'Lantern' })
    await putOddity(join(await placeOf(library, trip.id), copy), oddity)
    expect(valueOf(await ask(engine, 'trips.open', { tripId: trip.id })).title).toBe('Lantern')
    const [listed] = valueOf(await ask(engine, 'conflicts.list', { tripId: trip.id }))
    // A link with such a name does not count.
    expect(listed?.holds ?? null).toBeNull()
  })

  test('something odd in a backup is kept beside an intact copy, and does not block the rest', async () => {
    const library = await someLibrary()
    const stick = await someStick()
    const trip = await addTrip(library, [], { title: 'Lantern' })
    await addPhoto(library, trip.id)
    valueOf(await stick.copy(library))
    const folder = (await readdir(stick.path)).find((name) => !name.startsWith('.')) ?? ''
    await putOddity(join(stick.path, folder, 'photos', 'lantern-1.png'), oddity)
    await putOddity(join(stick.path, folder, 'trip.json'), oddity)
    const source = valueOf(await openSource(stick.to, nodeFileSystem))
    const [found] = source.trips
    if (found === undefined) throw new Error('There is a version of it.')
    expect(found.holds).toBeNull()
    expect(valueOf(await readSourceTrip(source, found)).title).toBe('Lantern')
    expect(valueOf(await stick.copy(library, { isThorough: true })).problems).toEqual([])
    expect((await stick.trip(folder)).title).toBe('Lantern')
    expect(
      valueOf(await verifyLibrary({ library: stick.path })).findings.filter(({ kind }) => kind === 'problem'),
    ).toEqual([])
  })
})
