import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Engine } from '../../../electron/journal/engine.ts'
import type { BackupStatus } from '../../../electron/shared/backup.ts'
import { ask, bareShell, someEngine } from '../../support/engine.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { onePixel, someTrip } from '../../support/trips.ts'
import { patient } from '../../support/patient.ts'

const folder = '2026-04-14-lantern-conf-2026'

/** An engine whose user chooses these folders, one after the other; `null` for a cancelled dialog. */
async function begin(...chosen: (string | null)[]): Promise<{ engine: Engine; documents: string }> {
  const documents = await temporaryFolder()
  const engine = await someEngine({
    documents,
    shell: { ...bareShell, chooseFolder: async () => chosen.shift() ?? null },
  })
  return { engine, documents }
}

async function someFolder(): Promise<string> {
  const stick = join(await temporaryFolder(), 'stick')
  await mkdir(stick)
  return stick
}

const copyIn = (stick: string) => readFile(join(stick, 'Lanyard backup', folder, 'trip.json'), 'utf8')

test('a chosen folder gets a copy at once, is stored in the settings, and can be cleared', async () => {
  const stick = await someFolder()
  const { engine, documents } = await begin(stick)
  valueOf(await ask(engine, 'trips.create', someTrip()))
  expect(valueOf(await ask(engine, 'backup.status', {}))).toMatchObject({ folder: null, at: null })
  const told: BackupStatus[] = []
  engine.on('backup.changed', (status) => told.push(status))
  expect(valueOf(await ask(engine, 'settings.chooseBackup', {}))?.settings.backup).toBe(stick)
  await vi.waitFor(
    () => expect(told.at(-1)).toMatchObject({ folder: stick, isRunning: false, at: expect.any(String) }),
    patient,
  )
  expect(await copyIn(stick)).toContain('Lantern Conf 2026')
  const again = await someEngine({ documents })
  const status = valueOf(await ask(again, 'backup.status', {}))
  expect(status).toMatchObject({ folder: stick, at: expect.any(String), problem: null })
  expect(valueOf(await ask(engine, 'settings.stopBackup', {})).settings.backup).toBeNull()
  expect(valueOf(await ask(engine, 'backup.run', { jobId: crypto.randomUUID() }))).toMatchObject({
    folder: null,
    problem: null,
  })
  expect(await copyIn(stick)).toContain('Lantern Conf 2026')
})

test('the last save is copied before the engine is closed', async () => {
  const stick = await someFolder()
  const { engine } = await begin(stick)
  valueOf(await ask(engine, 'settings.chooseBackup', {}))
  const { trip } = valueOf(await ask(engine, 'trips.create', someTrip()))
  valueOf(await ask(engine, 'trips.save', { tripId: trip.id, changes: { title: 'The last word' } }))
  await engine.close()
  expect(await copyIn(stick)).toContain('The last word')
})

test('a backup folder inside the library is refused, and the earlier choice stays', async () => {
  const stick = await someFolder()
  const { engine, documents } = await begin(stick, join(stick, 'nowhere'), null)
  valueOf(await ask(engine, 'trips.create', someTrip()))
  valueOf(await ask(engine, 'settings.chooseBackup', {}))
  expect(codeOf(await ask(engine, 'settings.chooseBackup', {}))).toBe('disk.gone')
  expect(valueOf(await ask(engine, 'settings.chooseBackup', {}))).toBeNull()
  const inside = await someEngine({
    documents,
    shell: { ...bareShell, chooseFolder: async () => join(documents, 'Lanyard') },
  })
  expect(codeOf(await ask(inside, 'settings.chooseBackup', {}))).toBe('input.backup-in-library')
  expect(valueOf(await ask(inside, 'backup.status', {})).folder).toBe(stick)
})

test('a missing drive is reported, and the trips are saved all the same', async () => {
  const stick = await someFolder()
  const { engine } = await begin(stick)
  valueOf(await ask(engine, 'settings.chooseBackup', {}))
  await rm(stick, { recursive: true })
  valueOf(await ask(engine, 'trips.create', someTrip()))
  const status = valueOf(await ask(engine, 'backup.run', { jobId: crypto.randomUUID() }))
  expect(status).toMatchObject({ folder: stick, isRunning: false, problem: { failure: { code: 'disk.gone' } } })
  await mkdir(stick)
  expect(valueOf(await ask(engine, 'backup.run', { jobId: crypto.randomUUID() }))).toMatchObject({
    problem: null,
    waiting: 0,
  })
})

test('lost pictures are restored from the backup, and intact ones stay', async () => {
  const stick = await someFolder()
  const { engine, documents } = await begin(stick)
  expect(codeOf(await ask(engine, 'restore.repairPictures', { jobId: crypto.randomUUID() }))).toBe(
    'input.backup-not-chosen',
  )
  const { trip } = valueOf(await ask(engine, 'trips.create', someTrip()))
  const names: string[] = []
  for (const name of ['lost', 'spoilt', 'good', 'new']) {
    if (name === 'new') {
      valueOf(await ask(engine, 'settings.chooseBackup', {}))
      valueOf(await ask(engine, 'backup.run', { jobId: crypto.randomUUID() }))
      valueOf(await ask(engine, 'settings.stopBackup', {}))
    }
    const data = new Uint8Array(onePixel)
    names.push(valueOf(await ask(engine, 'photos.add', { tripId: trip.id, name: `${name}.png`, data })).photo.file)
  }
  valueOf(await engine.context.settings.save({ backup: stick }))
  const photo = (name = '') => join(documents, 'Lanyard', folder, 'photos', name)
  const [lost, spoilt, , unsaved] = names
  await rm(photo(lost))
  await writeFile(photo(spoilt), 'spoilt')
  await rm(photo(unsaved))
  expect(valueOf(await ask(engine, 'restore.repairPictures', { jobId: crypto.randomUUID() }))).toEqual({
    restored: 2,
    missing: 1,
  })
  for (const name of [lost, spoilt]) expect(await readFile(photo(name))).toEqual(onePixel)
  expect(valueOf(await ask(engine, 'restore.repairPictures', { jobId: crypto.randomUUID() }))).toEqual({
    restored: 0,
    missing: 1,
  })
})

test('a trip that is restored from the trash, or from an earlier version, is copied again', async () => {
  const stick = await someFolder()
  const { engine, documents } = await begin(stick)
  valueOf(await ask(engine, 'settings.chooseBackup', {}))
  const { trip } = valueOf(await ask(engine, 'trips.create', someTrip()))
  valueOf(await ask(engine, 'trips.save', { tripId: trip.id, changes: { title: 'Second' } }))
  const versionId = valueOf(await engine.context.library.keepVersion(trip.id))
  valueOf(await ask(engine, 'backup.run', { jobId: crypto.randomUUID() }))
  const { trashId } = valueOf(await ask(engine, 'trips.delete', { tripId: trip.id }))
  valueOf(await ask(engine, 'library.restore', { trashId }))
  expect(valueOf(await ask(engine, 'backup.status', {})).waiting).toBe(1)
  valueOf(await ask(engine, 'backup.run', { jobId: crypto.randomUUID() }))
  await writeFile(join(documents, 'Lanyard', folder, 'trip.json'), '{')
  valueOf(await ask(engine, 'recovery.restore', { folder, versionId }))
  expect(valueOf(await ask(engine, 'backup.status', {})).waiting).toBe(1)
  await engine.close()
  expect(await copyIn(stick)).toContain('Second')
})
