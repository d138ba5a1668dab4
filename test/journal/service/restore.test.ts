import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Engine } from '../../../electron/journal/engine.ts'
import { ask, bareShell, someEngine } from '../../support/engine.ts'
import { codeOf, messageOf, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { onePixel, someTrip } from '../../support/trips.ts'

const jobId = '33333333-3333-4333-8333-333333333333'

/** A trip with a picture, in the library and in a backup. */
async function begin(): Promise<{ engine: Engine; tripId: string; place: string; stick: string }> {
  const stick = join(await temporaryFolder(), 'stick')
  await mkdir(stick)
  const engine = await someEngine({ shell: { ...bareShell, chooseFolder: async () => stick } })
  const tripId = valueOf(await ask(engine, 'trips.create', someTrip())).trip.id
  valueOf(await ask(engine, 'photos.add', { tripId, name: 'pixel.png', data: new Uint8Array(onePixel) }))
  valueOf(await ask(engine, 'settings.chooseBackup', {}))
  valueOf(await ask(engine, 'backup.run', { jobId: crypto.randomUUID() }))
  return { engine, tripId, place: valueOf(await engine.context.library.placeOf(tripId)), stick }
}

test('a lost trip is listed and can be restored, with events for the progress and the change', async () => {
  const { engine, tripId, place } = await begin()
  await rm(place, { recursive: true })
  const told: string[] = []
  engine.on('job.progress', (progress) => told.push(progress.jobId))
  const changed: string[] = []
  engine.on('trip.changed', (event) => changed.push(event.tripId))
  const trips = valueOf(await ask(engine, 'restore.list', { jobId }))
  expect(trips).toMatchObject([{ tripId, here: 'missing', holds: { entries: 0 } }])
  expect(told).toContain(jobId)
  const restored = valueOf(await ask(engine, 'restore.run', { jobId, tripId }))
  expect(restored).toMatchObject({ tripId, how: 'made', photos: 1, remarks: [], undoVersionId: null })
  expect(changed).toContain(tripId)
  expect(valueOf(await ask(engine, 'trips.open', { tripId })).photos).toHaveLength(1)
})

test('a trip whose copy is damaged is restored from its newest intact version', async () => {
  const { engine, tripId, place, stick } = await begin()
  valueOf(await engine.context.library.keepVersion(tripId))
  await engine.context.library.history.settled()
  valueOf(await ask(engine, 'backup.run', { jobId: crypto.randomUUID() }))
  await rm(join(stick, 'Lanyard backup', '2026-04-14-lantern-conf-2026', 'trip.json'))
  await rm(place, { recursive: true })
  expect(valueOf(await ask(engine, 'restore.list', { jobId }))).toMatchObject([{ tripId, holds: null }])
  expect(valueOf(await ask(engine, 'restore.run', { jobId, tripId }))).toMatchObject({ how: 'made' })
})

test('reading the backup can be cancelled, and so can restoring, which then leaves the trip unchanged', async () => {
  const { engine, tripId, place } = await begin()
  engine.on('job.progress', () => void ask(engine, 'jobs.cancel', { jobId }))
  expect(codeOf(await ask(engine, 'restore.list', { jobId }))).toBe('cancelled.search')
  await rm(join(place, 'photos'), { recursive: true })
  expect(codeOf(await ask(engine, 'restore.run', { jobId, tripId }))).toBe('cancelled.search')
  expect(valueOf(await ask(engine, 'jobs.cancel', { jobId }))).toEqual({})
})

test('closing the journal cancels a running restore, and waits for it', async () => {
  const { engine, tripId, place } = await begin()
  await rm(join(place, 'photos'), { recursive: true })
  const order: string[] = []
  const closing: Promise<unknown>[] = []
  engine.on('job.progress', () => {
    if (closing.length === 0) closing.push(engine.close().then(() => order.push('closed')))
  })
  const restored = await ask(engine, 'restore.run', { jobId, tripId })
  order.push('stopped')
  expect(codeOf(restored)).toBe('cancelled.search')
  await Promise.all(closing)
  expect(order).toEqual(['stopped', 'closed'])
})

test('a missing backup folder, drive or trip is reported', async () => {
  const { engine, tripId, stick } = await begin()
  const unknown = '44444444-4444-4444-8444-444444444444'
  expect(codeOf(await ask(engine, 'restore.run', { jobId, tripId: unknown }))).toBe('backup.trip-missing')
  await rm(stick, { recursive: true })
  expect(messageOf(await ask(engine, 'restore.list', { jobId }))).toContain('Connect its disk')
  valueOf(await ask(engine, 'settings.stopBackup', {}))
  expect(codeOf(await ask(engine, 'restore.run', { jobId, tripId }))).toBe('input.backup-not-chosen')
})
