import { mkdir, readdir, rename as move, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Library } from '../../../electron/journal/library/library.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { rename } from '../../support/backup.ts'
import { createHangingDisk, type HangingDisk } from '../../support/hanging-disk.ts'
import { addTrip, codeOf, messageOf, someLibrary, tripWith, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { patient } from '../../support/patient.ts'

interface Scene {
  disk: HangingDisk
  library: Library
  good: Trip
  dead: Trip[]
  /** Makes the folders of the others respond again. */
  revive: () => void
}

/** A library that was closed and opened again, with one intact trip and six that are links to folders that do not respond. */
async function begin(): Promise<Scene> {
  const made = await someLibrary()
  const good = await addTrip(made, [], { title: 'Good' })
  const elsewhere = await temporaryFolder()
  const dead: Trip[] = []
  const disk = createHangingDisk()
  const releases: (() => void)[] = []
  for (let number = 1; number <= 6; number++) {
    const trip = await addTrip(made, [], { title: `Dead ${number}` })
    const place = valueOf(await made.placeOf(trip.id))
    await move(place, join(elsewhere, String(number)))
    await symlink(join(elsewhere, String(number)), place)
    dead.push(trip)
    releases.push(disk.hang(place))
  }
  await made.close()
  const library = await someLibrary({ folder: made.folder, fileSystem: disk, diskTimes: { linked: 100, own: 1000 } })
  const revive = () => {
    for (const release of releases) release()
  }
  onTestFinished(revive)
  return { disk, library, good, dead, revive }
}

describe.skipIf(process.platform === 'win32')('trips on a network drive that does not respond', () => {
  test('are listed as such, take no more than half of the threads, and keep nobody from the others', async () => {
    const { disk, library, good } = await begin()
    const listed = valueOf(await library.list())
    expect(listed.trips.map(({ title }) => title)).toEqual(['Good'])
    expect(listed.unreadable.map(({ error }) => error.code)).toEqual(Array(6).fill('disk.gone'))
    expect(disk.waiting()).toBeLessThanOrEqual(2)
    expect(library.isStuck()).toBe(true)
    valueOf(await library.open(good.id))
    await rename(library, good.id, 'Saved all the same')
    valueOf(await library.create(tripWith([], { title: 'New' })))
    valueOf(await library.keepVersion(good.id))
    expect(
      valueOf(await library.list())
        .trips.map(({ title }) => title)
        .toSorted(),
    ).toEqual(['New', 'Saved all the same'])
    expect(disk.waiting()).toBeLessThanOrEqual(2)
  })

  test('say so when they are opened, and open once the drive responds again', async () => {
    const { library, dead, revive } = await begin()
    valueOf(await library.list())
    const [first, last] = [dead[0]?.id ?? '', dead[5]?.id ?? '']
    for (const id of [first, last]) expect(codeOf(await library.open(id))).toMatch(/^trip\.missing|^disk\.gone/)
    revive()
    await vi.waitFor(() => expect(library.isStuck()).toBe(false), patient)
    expect(valueOf(await library.list()).trips).toHaveLength(7)
    expect(valueOf(await library.open(last)).title).toBe('Dead 6')
  })

  test('refuse a save in time when the drive goes while they are open, and take it afterwards', async () => {
    const { disk, library, dead, revive } = await begin()
    revive()
    const id = dead[2]?.id ?? ''
    valueOf(await library.open(id))
    const release = disk.hang(valueOf(await library.placeOf(id)))
    const change = (title: string) => library.update(id, (trip) => ({ ok: true, value: { ...trip, title } }))
    expect(messageOf(await change('Refused'))).toContain('does not respond')
    expect(disk.waiting()).toBeLessThanOrEqual(2)
    release()
    await vi.waitFor(() => expect(library.isStuck()).toBe(false), patient)
    expect(valueOf(await change('Taken')).trip.title).toBe('Taken')
  })
})

describe.skipIf(process.platform === 'win32')('a single file that is a link to a drive that does not respond', () => {
  test('keeps nobody from the trip that it belongs to, if it is a folder of pictures', async () => {
    const disk = createHangingDisk()
    const library = await someLibrary({ fileSystem: disk, diskTimes: { linked: 100, own: 1000 } })
    const trip = await addTrip(library, [], { title: 'Lantern' })
    const place = valueOf(await library.placeOf(trip.id))
    await symlink('/net/gone/photos', join(place, 'photos'))
    const release = disk.hang('/net/gone')
    onTestFinished(release)
    await rename(library, trip.id, 'Renamed')
    expect(valueOf(await library.open(trip.id)).title).toBe('Renamed')
    expect(disk.waiting()).toBe(0)
  })

  test('is reported as a trip that does not respond, if it is the trip’s own, and keeps nobody from the others', async () => {
    const disk = createHangingDisk()
    const made = await someLibrary()
    await addTrip(made, [], { title: 'Good' })
    for (let number = 1; number <= 6; number++) {
      await mkdir(join(made.folder, `linked-${number}`))
      await symlink(`/net/gone/${number}/trip.json`, join(made.folder, `linked-${number}`, 'trip.json'))
    }
    // Reached through a link, which this disk does not follow: what hangs is what would be asked about the link's target.
    const releases = Array.from({ length: 6 }, (_, index) => {
      const file = join(made.folder, `linked-${index + 1}`, 'trip.json')
      return disk.hangBehind(file)
    })
    onTestFinished(() => releases.forEach((release) => release()))
    const library = await someLibrary({ folder: made.folder, fileSystem: disk, diskTimes: { linked: 100, own: 1000 } })
    const listed = valueOf(await library.list())
    expect(listed.trips.map(({ title }) => title)).toEqual(['Good'])
    expect(disk.waiting()).toBeLessThanOrEqual(2)
    expect((await readdir(made.folder)).filter((name) => name.startsWith('linked-'))).toHaveLength(6)
    await writeFile(join(made.folder, 'linked-1', 'note.txt'), 'still here')
  })
})
