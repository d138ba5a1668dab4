import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addPhoto } from '../../../electron/journal/edits/save-photo.ts'
import { describePhoto } from '../../../electron/journal/library/photo-data.ts'
import { ok } from '../../../electron/shared/result.ts'
import { addTrip, codeOf, onlyTripFolder, someLibrary, someNote, valueOf } from '../../support/library.ts'
import { onePixel } from '../../support/trips.ts'

describe('a trip that is deleted', () => {
  test('a deleted trip goes to the trash with everything in its folder, and can be restored completely', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library, [someNote({ text: 'kept' })])
    const photo = valueOf(describePhoto(onePixel, 'stage.png'))
    valueOf(await library.update(trip.id, (state) => addPhoto(state, photo), new Map([[photo.id, onePixel]])))
    await writeFile(join(await onlyTripFolder(library), 'ticket.pdf'), 'mine')
    const before = valueOf(await library.open(trip.id))

    const trashed = valueOf(await library.delete(trip.id))
    expect(trashed).toMatchObject({ title: 'Lantern Conf 2026', entries: 1 })
    expect(valueOf(await library.list())).toMatchObject({ trips: [], unreadable: [] })
    expect(valueOf(await library.trash())).toEqual([trashed])
    expect(codeOf(await library.open(trip.id))).toBe('trip.missing')

    expect(valueOf(await library.restore(trashed.trashId))).toEqual(before)
    expect(valueOf(await library.open(trip.id))).toEqual(before)
    expect(valueOf(await library.readPhoto(trip.id, photo.id)).data).toEqual(onePixel)
    expect((await readdir(await onlyTripFolder(library))).toSorted()).toEqual(['photos', 'ticket.pdf', 'trip.json'])
    expect(valueOf(await library.trash())).toEqual([])
  })

  test('a deleted trip includes what was being saved, and nothing is saved to it afterwards', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const [saved, trashed] = await Promise.all([
      library.update(trip.id, (state) => ok({ ...state, city: 'Ulm' })),
      library.delete(trip.id),
    ])
    expect(valueOf(saved).trip.city).toBe('Ulm')
    expect(codeOf(await library.update(trip.id, (state) => ok({ ...state, city: 'Bonn' })))).toBe('trip.missing')
    expect(valueOf(await library.restore(valueOf(trashed).trashId)).city).toBe('Ulm')
  })

  test('a trip that was restored from the trash can be saved to again', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const { trashId } = valueOf(await library.delete(trip.id))
    valueOf(await library.restore(trashId))
    expect(valueOf(await library.update(trip.id, (state) => ok({ ...state, city: 'Ulm' }))).trip.city).toBe('Ulm')
  })

  test('a trip is restored from the trash beside a new trip that has taken its folder', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const { trashId } = valueOf(await library.delete(trip.id))
    await addTrip(library)
    expect(valueOf(await library.restore(trashId)).id).toBe(trip.id)
    expect((await readdir(library.folder)).filter((name) => !name.startsWith('.')).toSorted()).toEqual([
      '2026-04-14-lantern-conf-2026',
      '2026-04-14-lantern-conf-2026-2',
    ])
  })

  test('a deleted trip stays in the trash if the library has it as well', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const { trashId } = valueOf(await library.delete(trip.id))
    valueOf(await library.create(trip))
    expect(codeOf(await library.restore(trashId))).toBe('input.trip-exists-already')
    expect(valueOf(await library.trash())).toHaveLength(1)
  })

  test('a damaged trip can be deleted', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    await library.list()
    await writeFile(join(await onlyTripFolder(library), 'trip.json'), '{')
    const trashed = valueOf(await library.delete(trip.id))
    expect(trashed.title).toBe('2026-04-14-lantern-conf-2026')
    expect(valueOf(await library.trash())).toEqual([trashed])
    expect(codeOf(await library.restore(trashed.trashId))).toBe('trip.damaged')
  })
})

describe('the trash', () => {
  test('the trash lists the trip that was deleted last first', async () => {
    const library = await someLibrary()
    const trips = [await addTrip(library, [], { title: 'One' }), await addTrip(library, [], { title: 'Two' })]
    for (const trip of trips) {
      await library.delete(trip.id)
      await new Promise((resolve) => setTimeout(resolve, 3))
    }
    expect(valueOf(await library.trash()).map(({ title }) => title)).toEqual(['Two', 'One'])
  })

  test('emptying the trash is permanent', async () => {
    const library = await someLibrary()
    const { trashId } = valueOf(await library.delete((await addTrip(library)).id))
    await library.emptyTrash()
    expect(valueOf(await library.trash())).toEqual([])
    expect(codeOf(await library.restore(trashId))).toBe('trash.missing')
    expect(valueOf(await library.emptyTrash())).toBeNull()
  })

  test.for(['', '.', '..', '../2026-04-14-lantern-conf-2026', '2026-01-01T00-00-00.000Z-../../x', '/etc', '\0'])(
    'the name %j does not lead out of the trash',
    async (trashId) => {
      const library = await someLibrary()
      await addTrip(library)
      await mkdir(join(library.folder, '.trash'))
      expect(codeOf(await library.restore(trashId))).toBe('trash.missing')
      expect(valueOf(await library.list()).trips).toHaveLength(1)
    },
  )

  test('the trash ignores what others have put there', async () => {
    const library = await someLibrary()
    await library.delete((await addTrip(library)).id)
    await mkdir(join(library.folder, '.trash', 'my own'))
    expect(valueOf(await library.trash())).toHaveLength(1)
    await rm(join(library.folder, '.trash'), { recursive: true })
    expect(valueOf(await library.trash())).toEqual([])
  })
})
