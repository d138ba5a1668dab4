import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import type { Library } from '../../../electron/journal/library/library.ts'
import { openSource } from '../../../electron/journal/restore/open-source.ts'
import { repairFiles } from '../../../electron/journal/restore/repair-files.ts'
import { restoreFrom } from '../../../electron/journal/restore/restore-from.ts'
import { verifyLibrary } from '../../../electron/journal/verify/verify-library.ts'
import { someStick, type Stick } from '../../support/backup.ts'
import { tripWith, valueOf } from '../../support/library.ts'
import { example, layout, withExample, writeExample, readExample, tripWithExample } from '../../support/example-part.ts'

const copyOf = async (stick: Stick, folder: string) =>
  valueOf(example.decode(await readFile(join(stick.path, basename(folder), example.name)))).content.sessions

async function sourceTrip(stick: Stick) {
  const source = valueOf(await openSource(stick.to, nodeFileSystem))
  const [trip] = source.trips
  if (trip === undefined) throw new Error('There is no trip.')
  return { source, trip }
}

describe('the backup of a trip with a file of another part', () => {
  test('the backup has the file, and gets it again if only the file has changed', async () => {
    const { library, trip, folder } = await tripWithExample()
    const stick = await someStick()
    expect(valueOf(await stick.copy(library))).toMatchObject({ copied: 1, problems: [] })
    expect(await copyOf(stick, folder)).toEqual(['Keynote'])
    expect(valueOf(await stick.copy(library))).toMatchObject({ copied: 0 })
    await writeExample(library, trip.id, 'Keynote', 'Panel')
    expect(valueOf(await stick.copy(library))).toMatchObject({ copied: 1, photos: 0 })
    expect(await copyOf(stick, folder)).toEqual(['Keynote', 'Panel'])
    expect(valueOf(await verifyLibrary({ library: stick.path, layout })).findings).toEqual([])
  })

  test('the backup is notified of each save of the file', async () => {
    const saved: string[] = []
    const { library, trip } = await tripWithExample({ onSaved: (tripId) => saved.push(tripId) })
    saved.length = 0
    await writeExample(library, trip.id, 'Keynote', 'Panel')
    expect(saved).toEqual([trip.id])
  })

  test('the backup keeps a state of the file that came from another computer, and a damaged one', async () => {
    const { library, trip, folder } = await tripWithExample()
    const stick = await someStick()
    valueOf(await stick.copy(library))
    const copy = join(stick.path, basename(folder), example.name)
    await writeFile(copy, example.encode(trip.id, { sessions: ['From the other computer'] }))
    await writeExample(library, trip.id, 'Keynote', 'Panel')
    valueOf(await stick.copy(library))
    expect(await copyOf(stick, folder)).toEqual(['Keynote', 'Panel'])
    const kept = (await readdir(join(stick.path, '.history', trip.id))).find((name) => name.includes('replaced'))
    expect(await readFile(join(stick.path, '.history', trip.id, kept ?? ''), 'utf8')).toContain('other computer')
    await writeFile(copy, 'half of')
    valueOf(await stick.copy(library))
    expect(await copyOf(stick, folder)).toEqual(['Keynote', 'Panel'])
    const beside = (await readdir(join(stick.path, basename(folder)))).filter((name) => name.includes('corrupt'))
    expect(beside).toHaveLength(1)
  })

  test('the backup keeps its intact copy if the file in the library is damaged', async () => {
    const { library, folder, file } = await tripWithExample()
    const stick = await someStick()
    valueOf(await stick.copy(library))
    await writeFile(file, 'half of')
    expect(valueOf(await stick.copy(library)).problems).toMatchObject([
      { params: { problem: { key: 'failure.part.damaged' } } },
    ])
    expect(await copyOf(stick, folder)).toEqual(['Keynote'])
  })

  test('the backup leaves a file of a newer Lanyard alone', async () => {
    const { library, trip, folder } = await tripWithExample()
    const stick = await someStick()
    valueOf(await stick.copy(library))
    const newer = Buffer.from(JSON.stringify({ schemaVersion: 2, tripId: trip.id, more: true }))
    await writeFile(join(stick.path, basename(folder), example.name), newer)
    await writeExample(library, trip.id, 'Panel')
    expect(valueOf(await stick.copy(library)).problems).toMatchObject([
      { params: { problem: { key: 'failure.part.newer' } } },
    ])
    expect(await readFile(join(stick.path, basename(folder), example.name))).toEqual(newer)
  })

  test.each(['missing', 'damaged'])('gives back the file where it is %s', async (how) => {
    const { library, trip, file } = await tripWithExample()
    const stick = await someStick()
    valueOf(await stick.copy(library))
    if (how === 'missing') await rm(file)
    else await writeFile(file, 'half of')
    const { source, trip: there } = await sourceTrip(stick)
    valueOf(await restoreFrom({ library, source, trip: there, versionId: null, entryId: null }))
    expect(await readExample(library, trip.id)).toEqual(['Keynote'])
    const kept = (await readdir(join(file, '..'))).filter((name) => name.startsWith(`${example.name}.corrupt-`))
    expect(kept).toHaveLength(how === 'damaged' ? 1 : 0)
  })

  test('the backup restores the file with a trip that is no longer in the library', async () => {
    const { library, trip } = await tripWithExample()
    const stick = await someStick()
    valueOf(await stick.copy(library))
    const fresh = await withExample()
    const { source, trip: there } = await sourceTrip(stick)
    const restored = valueOf(await restoreFrom({ library: fresh, source, trip: there, versionId: null, entryId: null }))
    expect(restored).toMatchObject({ how: 'made', photos: 2, remarks: [] })
    expect(await readExample(fresh, trip.id)).toEqual(['Keynote'])
  })

  test('the backup repairs the file together with the pictures, and leaves an intact one alone', async () => {
    const { library, trip, file } = await tripWithExample()
    const stick = await someStick()
    valueOf(await stick.copy(library))
    const { source } = await sourceTrip(stick)
    await writeExample(library, trip.id, 'Panel')
    valueOf(await repairFiles(library, source))
    expect(await readExample(library, trip.id)).toEqual(['Panel'])
    await writeFile(file, 'half of')
    expect(valueOf(await repairFiles(library, source))).toEqual({ restored: 0, missing: 0 })
    expect(await readExample(library, trip.id)).toEqual(['Keynote'])
  })
})

const findings = async (library: Library) =>
  valueOf(await verifyLibrary({ library: library.folder, layout })).findings.map(
    ({ kind, place }) => `${kind}: ${basename(place)}`,
  )

describe('verifying a trip with a file of another part', () => {
  test('verifying accepts an intact file, a missing one, and one that was written by hand', async () => {
    const { library, trip, file } = await tripWithExample()
    expect(await findings(library)).toEqual([])
    await writeFile(file, JSON.stringify({ schemaVersion: 1, tripId: trip.id, sessions: [] }))
    expect(await findings(library)).toEqual([])
    await rm(file)
    expect(await findings(library)).toEqual([])
  })

  test('verifying finds a flipped bit in the file', async () => {
    const { library, file } = await tripWithExample()
    await writeFile(file, (await readFile(file, 'utf8')).replace('Keynote', 'Keynotf'))
    expect(await findings(library)).toEqual(['problem: example.json'])
  })

  test.each([
    ['is cut off', 'half of'],
    ['has another form', JSON.stringify({ schemaVersion: 1, tripId: tripWith([]).id, sessions: 'none' })],
    ['belongs to another trip', JSON.stringify({ schemaVersion: 1, tripId: tripWith([]).id, sessions: [] })],
  ])('verifying finds that the file %s', async (_, text) => {
    const { library, file } = await tripWithExample()
    await writeFile(file, text)
    expect(await findings(library)).toEqual(['problem: example.json'])
  })

  test('verifying distinguishes conflict copies from damaged files that were kept', async () => {
    const { library, folder } = await tripWithExample()
    await writeFile(join(folder, 'example.sync-conflict-20260414-101500-ABCDEFG.json'), '{}')
    await writeFile(join(folder, 'example.json.corrupt-20260414T101500123Z'), '{}')
    expect(await findings(library)).toEqual([
      'note: example.json.corrupt-20260414T101500123Z',
      'note: example.sync-conflict-20260414-101500-ABCDEFG.json',
    ])
  })
})
