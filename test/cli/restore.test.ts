import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { rename } from '../support/backup.ts'
import { readStoredTrip } from '../support/stored-trip.ts'
import { type PlaceWithTrip, placeWithTrip } from './place-with-trip.ts'

/** The arguments of the command that undoes a restore. */
function undoArguments(stdout: string): string[] {
  const [, command = ''] = /To undo this: lanyard (.*)\n$/.exec(stdout) ?? []
  return command.split(' ')
}

async function titleIn(place: PlaceWithTrip): Promise<string> {
  return (await readStoredTrip(place.library)).title
}

describe('lanyard restore', () => {
  test('lanyard restore lists the versions, restores one, and says how to undo that', async () => {
    const place = await placeWithTrip()
    const [empty, full] = place.versions
    const list = await place.lanyard(['restore', 'Lantern Conf 2026', '--list'])
    expect(list.stdout.split('\n')).toEqual([
      expect.stringMatching(/^Version +Last change in it +Entries +Words +Changes$/),
      expect.stringMatching(new RegExp(`^${full} +\\S+ \\S+ +1 +6 +1 added and 1 changed$`)),
      expect.stringMatching(new RegExp(`^${empty} +\\S+ \\S+ +0 +0$`)),
      'Times are in Europe/Berlin.',
      '',
    ])
    const run = await place.lanyard(['restore', place.tripId, '--version', empty])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect((await readStoredTrip(place.library)).entries).toEqual([])
    expect(await place.json(undoArguments(run.stdout))).toMatchObject({ trip: place.tripId, how: 'changed' })
    expect((await readStoredTrip(place.library)).entries).toMatchObject([{ title: 'Arrival' }])
  })

  test('lanyard restore --entry restores one entry and leaves the rest of the trip alone', async () => {
    const place = await placeWithTrip()
    const library = openLibrary({ folder: place.library })
    await library.update(place.tripId, (trip) => ({ ok: true, value: { ...trip, title: 'Changed', entries: [] } }))
    await library.close()
    const args = ['restore', place.tripId, '--version', place.versions[1], '--entry']
    expect(await place.json([...args, 'Arrival'])).toMatchObject({ how: 'changed' })
    expect(await readStoredTrip(place.library)).toMatchObject({ title: 'Changed', entries: [{ title: 'Arrival' }] })
    const unknown = await place.lanyard([...args, 'Nowhere'])
    expect(unknown).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('"Nowhere"') })
  })

  test('lanyard restore repairs a trip that cannot be read, and keeps its damaged file', async () => {
    const place = await placeWithTrip()
    await writeFile(place.file, '{"half": ')
    const listed = await place.lanyard(['restore', place.tripFolder, '--list', '--json'])
    expect(listed).toMatchObject({ code: 0, stderr: expect.stringContaining('damaged') })
    expect(JSON.parse(listed.stdout)).toMatchObject(place.versions.toReversed().map((version) => ({ version })))
    const run = await place.lanyard(['restore', place.tripFolder])
    expect(run).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('is kept as') })
    expect(await titleIn(place)).toBe('Lantern Conf 2026')
    const kept = (await readdir(join(place.library, place.tripFolder))).find((name) => name.includes('corrupt'))
    expect(await readFile(join(place.library, place.tripFolder, kept ?? ''), 'utf8')).toBe('{"half": ')
  })

  test('lanyard restore --keep-content accepts the content of a file with a wrong checksum', async () => {
    const place = await placeWithTrip()
    await writeFile(place.file, (await readFile(place.file, 'utf8')).replace('Two trains', 'Three trains'))
    expect(await place.json(['restore', place.tripId, '--keep-content'])).toMatchObject({ how: 'recovered' })
    expect((await readStoredTrip(place.library)).entries).toMatchObject([{ text: 'Three trains and a tram.' }])
  })

  test('lanyard restore recreates a trip from its versions, and restores one from the trash', async () => {
    const place = await placeWithTrip()
    await rm(join(place.library, place.tripFolder), { recursive: true })
    const run = await place.lanyard(['restore', 'Lantern Conf 2026', '--json'])
    expect(run).toMatchObject({ code: 0, stderr: expect.stringContaining('lantern-1.png') })
    expect(JSON.parse(run.stdout)).toMatchObject({ trip: place.tripId, how: 'made' })
    const library = openLibrary({ folder: place.library })
    await library.delete(place.tripId)
    await library.close()
    expect(await place.json(['restore', place.tripId.slice(0, 8)])).toMatchObject({ trip: place.tripId })
    expect(await titleIn(place)).toBe('Lantern Conf 2026')
  })

  test('lanyard restore says why it fails if the version is missing or was not named', async () => {
    const place = await placeWithTrip()
    const missing = await place.lanyard(['restore', place.tripId, '--version', '20200101T000000000Z'])
    expect(missing).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('no longer kept') })
    const unnamed = await place.lanyard(['restore', place.tripId])
    expect(unnamed).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('--version') })
    const odd = await place.lanyard(['restore', place.tripId, '--keep-content', '--from', '.'])
    expect(odd).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('lanyard restore --from', () => {
  test('lanyard restore --from restores a missing trip with its picture and its versions', async () => {
    const place = await placeWithTrip()
    await mkdir(join(place.folder, 'stick'))
    await place.json(['backup', '--to', 'stick'])
    const before = await readFile(place.file)
    await rm(place.library, { recursive: true })
    const restored = await place.json(['restore', place.tripId, '--from', 'stick'])
    expect(restored).toMatchObject({ how: 'made', photos: 1, remarks: [] })
    expect((await readFile(place.file)).equals(before)).toBe(true)
    expect(await place.json(['verify'])).toMatchObject({ trips: 1, pictures: 1, versions: 2, findings: [] })
  })

  test('lanyard restore --from restores the state in another library, and says how to undo that', async () => {
    const [place, other] = [await placeWithTrip(), await placeWithTrip()]
    await rm(place.library, { recursive: true })
    const from = ['--from', other.library]
    await cp(other.library, place.library, { recursive: true })
    const library = openLibrary({ folder: place.library })
    await rename(library, other.tripId, 'Changed')
    await library.close()
    const listed = await place.json(['restore', 'Lantern Conf 2026', '--list', ...from])
    expect(listed).toMatchObject([{ version: null, entries: 1 }, { entries: 1 }, { entries: 0 }])
    const run = await place.lanyard(['restore', 'Lantern Conf 2026', ...from])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(await titleIn(place)).toBe('Lantern Conf 2026')
    expect(undoArguments(run.stdout).slice(0, 3)).toEqual(['restore', other.tripId.slice(0, 8), '--version'])
  })

  test('lanyard restore --from says why it fails if the trip is not in the other library', async () => {
    const place = await placeWithTrip()
    const unknown = await place.lanyard(['restore', 'Nothing', '--from', place.library])
    expect(unknown).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('"Nothing"') })
  })
})
