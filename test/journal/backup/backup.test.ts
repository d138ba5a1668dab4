import { mkdir, rename as move, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Backup, type BackupTimes } from '../../../electron/journal/backup/backup.ts'
import type { Library } from '../../../electron/journal/library/library.ts'
import { openLibrary } from '../../../electron/journal/sync/open-library.ts'
import type { BackupStatus } from '../../../electron/shared/backup.ts'
import { fail } from '../../../electron/shared/result.ts'
import { rename, someStick, type Stick } from '../../support/backup.ts'
import { createHangingDisk, type HangingDisk } from '../../support/hanging-disk.ts'
import { addTrip, codeOf, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { patient } from '../../support/patient.ts'

const folder = '2026-04-14-lantern-conf-2026'

interface Scene {
  /** The disk that both the library and the backup are on. */
  disk: HangingDisk
  backup: Backup
  library: Library
  stick: Stick
  statuses: BackupStatus[]
  /** Sets the folder that is chosen from now on. */
  choose: (to: string | null) => void
}

/** A library that reports its saves to a backup, as in the engine. */
async function begin(times: Partial<BackupTimes> = {}): Promise<Scene> {
  const stick = await someStick()
  const statuses: BackupStatus[] = []
  const disk = createHangingDisk()
  let to: string | null = stick.to
  const library = openLibrary({
    folder: join(await temporaryFolder(), 'Lanyard'),
    fileSystem: disk,
    onSaved: (tripId) => backup.noteSaved(tripId),
  })
  const backup = new Backup({
    library: () => library,
    folder: () => to,
    notesFile: stick.notesFile,
    onChange: (status) => statuses.push(status),
    times: { delay: 5, ...times },
  })
  onTestFinished(async () => {
    await library.close()
    await backup.close()
  })
  const choose = (folder_: string | null) => {
    to = folder_
    backup.reset()
  }
  return { backup, disk, library, stick, statuses, choose }
}

test('a trip is copied soon after it was saved, and the status shows it', async () => {
  const { backup, library, stick, statuses } = await begin()
  expect(await backup.status()).toEqual({ folder: stick.to, at: null, waiting: 0, isRunning: false, problem: null })
  const trip = await addTrip(library)
  expect((await backup.status()).waiting).toBe(1)
  await vi.waitFor(async () => expect((await stick.trip(folder)).title).toBe('Lantern Conf 2026'), patient)
  await rename(library, trip.id, 'Renamed')
  await vi.waitFor(async () => expect((await stick.trip(folder)).title).toBe('Renamed'), patient)
  await vi.waitFor(
    () => expect(statuses.at(-1)).toMatchObject({ waiting: 0, isRunning: false, problem: null }),
    patient,
  )
  expect(statuses.at(-1)?.at).not.toBeNull()
  expect(statuses.some(({ isRunning }) => isRunning)).toBe(true)
})

test('continuous typing does not delay a backup forever', async () => {
  const { library, stick } = await begin({ delay: 600_000, longestDelay: 20 })
  const trip = await addTrip(library)
  await vi.waitFor(async () => {
    await rename(library, trip.id, `Typed at ${Date.now()}`)
    expect((await stick.trip(folder)).title).toContain('Typed at')
  }, patient)
})

test('waiting changes are copied when closing', async () => {
  const { backup, library, stick } = await begin({ delay: 600_000 })
  await addTrip(library)
  await backup.close()
  expect((await stick.trip(folder)).title).toBe('Lantern Conf 2026')
})

test('a drive that was unplugged and is back gets what it missed, without another save', async () => {
  const { library, stick, statuses } = await begin({ retry: 10 })
  await move(stick.to, `${stick.to}-pulled`)
  await addTrip(library)
  await vi.waitFor(() => expect(statuses.at(-1)?.problem?.failure.code).toBe('disk.gone'), patient)
  expect(statuses.at(-1)).toMatchObject({ waiting: 1, isRunning: false })
  const told = statuses.length
  await move(`${stick.to}-pulled`, stick.to)
  await vi.waitFor(async () => expect((await stick.trip(folder)).title).toBe('Lantern Conf 2026'), patient)
  await vi.waitFor(() => expect(statuses.at(-1)).toMatchObject({ waiting: 0, problem: null }), patient)
  // No status was sent for the attempts in which it was still missing.
  expect(statuses.slice(told).every(({ isRunning, problem }) => isRunning || problem === null)).toBe(true)
})

test('what was changed while the program was closed is found after the start', async () => {
  const { backup, library, stick } = await begin({ delay: 600_000, start: 5 })
  const elsewhere = openLibrary({ folder: library.folder })
  await addTrip(elsewhere)
  await elsewhere.close()
  backup.begin()
  await vi.waitFor(async () => expect((await stick.trip(folder)).title).toBe('Lantern Conf 2026'), patient)
})

test('another folder starts with an empty status, which results for the first one do not affect', async () => {
  const { backup, library, stick, choose } = await begin({ delay: 600_000 })
  await rm(stick.to, { recursive: true })
  await addTrip(library)
  const run = backup.runAll()
  const other = join(await temporaryFolder(), 'other')
  await mkdir(other)
  choose(other)
  await run
  expect(await backup.status()).toEqual({ folder: other, at: null, waiting: 0, isRunning: false, problem: null })
  expect(await backup.runAll()).toMatchObject({ ok: true, value: { copied: 1 } })
  choose(null)
  expect(await backup.runAll()).toBeNull()
  expect((await backup.status()).folder).toBeNull()
})

test('a copy to a folder that is named just once leaves the status of the chosen one alone', async () => {
  const { backup, library, stick } = await begin({ delay: 600_000 })
  await addTrip(library)
  const other = join(await temporaryFolder(), 'other')
  await mkdir(other)
  expect(valueOf(await backup.runTo(other))).toMatchObject({ copied: 1 })
  expect(await backup.status()).toMatchObject({ at: null, waiting: 1 })
  expect(valueOf(await backup.runTo(stick.to))).toMatchObject({ copied: 1 })
  expect(await backup.status()).toMatchObject({ waiting: 0 })
  expect((await backup.status()).at).not.toBeNull()
})

test.skipIf(process.platform === 'win32')(
  'a disk that does not respond blocks neither quitting nor saving',
  async () => {
    const { backup, disk, library, stick, statuses } = await begin({ delay: 600_000, end: 100, answer: 60_000 })
    const trip = await addTrip(library)
    expect(await backup.runAll()).toMatchObject({ ok: true })
    const release = disk.hang(join(stick.path, folder, 'trip.json'))
    await rename(library, trip.id, 'Renamed')
    await backup.close()
    expect(backup.isStuck()).toBe(true)
    await rename(library, trip.id, 'Saved all the same')
    expect(statuses.at(-1)?.isRunning).toBe(true)
    release()
  },
)

test.skipIf(process.platform === 'win32')(
  'an operation that does not return is given up, and no further one is started',
  async () => {
    const { backup, disk, library, stick } = await begin({ delay: 600_000, end: 100, answer: 50 })
    const trip = await addTrip(library)
    expect(await backup.runAll()).toMatchObject({ ok: true })
    const release = disk.hang(join(stick.path, folder, 'trip.json'))
    await rename(library, trip.id, 'Renamed')
    const done = valueOf((await backup.runAll()) ?? fail('internal'))
    expect(done.problems).toMatchObject([{ code: 'disk.gone', params: { where: 'backup' } }])
    expect(backup.isStuck()).toBe(true)
    // The folder itself would respond; but as long as one thread is stuck, no other is risked.
    expect(codeOf(await backup.runTo(stick.to))).toBe('disk.gone')
    expect(await backup.status()).toMatchObject({ waiting: 1, isRunning: false })
    release()
    await vi.waitFor(() => expect(backup.isStuck()).toBe(false), patient)
    expect(await backup.runAll()).toMatchObject({ ok: true, value: { problems: [] } })
  },
)
