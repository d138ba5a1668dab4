import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Engine } from '../../../electron/journal/engine.ts'
import type { EventData } from '../../../electron/shared/contract/index.ts'
import { ask, bareShell, someEngine } from '../../support/engine.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { onePixel, someTrip } from '../../support/trips.ts'

const jobId = '33333333-3333-4333-8333-333333333333'

async function begin(chosen?: string): Promise<{ engine: Engine; folder: string }> {
  const engine = await someEngine({
    shell: chosen === undefined ? bareShell : { ...bareShell, chooseFolder: async () => chosen },
  })
  const { trip } = valueOf(await ask(engine, 'trips.create', someTrip()))
  valueOf(await ask(engine, 'photos.add', { tripId: trip.id, name: 'pixel.png', data: new Uint8Array(onePixel) }))
  const place = valueOf(await engine.context.library.placeOf(trip.id))
  return { engine, folder: place }
}

test('every file of the library is read, and events report the progress', async () => {
  const { engine, folder } = await begin()
  const told: EventData<'job.progress'>[] = []
  engine.on('job.progress', (progress) => told.push(progress))
  const good = valueOf(await ask(engine, 'verify.run', { jobId, what: 'library' }))
  expect(good).toMatchObject({ folder: engine.context.library.folder, trips: 1, pictures: 1, findings: [] })
  expect(told[0]).toMatchObject({ jobId, done: 0, problems: 0, place: expect.stringContaining('trip.json') })
  await rm(join(folder, 'trip.json'))
  const bad = valueOf(await ask(engine, 'verify.run', { jobId, what: 'library' }))
  expect(bad.findings).toMatchObject([{ kind: 'problem' }])
})

test('a verification can be cancelled, and cancelling one that is over does no harm', async () => {
  const { engine } = await begin()
  const running = ask(engine, 'verify.run', { jobId, what: 'library' })
  engine.on('job.progress', () => void ask(engine, 'jobs.cancel', { jobId }))
  expect(codeOf(await running)).toBe('cancelled.verify')
  expect(valueOf(await ask(engine, 'jobs.cancel', { jobId }))).toEqual({})
})

test('the backup is verified where it is, and the request is refused with a sentence if there is no backup', async () => {
  const stick = join(await temporaryFolder(), 'stick')
  await mkdir(stick)
  const { engine } = await begin(stick)
  expect(codeOf(await ask(engine, 'verify.run', { jobId, what: 'backup' }))).toBe('input.backup-not-chosen')
  valueOf(await ask(engine, 'settings.chooseBackup', {}))
  valueOf(await ask(engine, 'backup.run', { jobId: crypto.randomUUID() }))
  const path = join(stick, 'Lanyard backup')
  const good = valueOf(await ask(engine, 'verify.run', { jobId, what: 'backup' }))
  expect(good).toMatchObject({ folder: path, trips: 1, pictures: 1, findings: [] })
  await writeFile(join(path, '2026-04-14-lantern-conf-2026', 'trip.json'), 'spoilt')
  const bad = valueOf(await ask(engine, 'verify.run', { jobId, what: 'backup' }))
  expect(bad.findings).toMatchObject([{ kind: 'problem', place: '2026-04-14-lantern-conf-2026/trip.json' }])
  await rm(stick, { recursive: true })
  expect(codeOf(await ask(engine, 'verify.run', { jobId, what: 'backup' }))).toBe('disk.gone')
})
