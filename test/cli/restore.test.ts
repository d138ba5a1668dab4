import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { rename } from '../support/backup.ts'
import { readStoredTrip } from '../support/stored-trip.ts'
import { type PlaceWithTrip, placeWithTrip } from './place-with-trip.ts'

/** The command that a run says to go back with, as it would be typed. */
function wayBack(stdout: string): string[] {
  const [, command = ''] = /To go back to how it was before: lanyard (.*)\n$/.exec(stdout) ?? []
  return command.split(' ')
}

async function titleIn(place: PlaceWithTrip): Promise<string> {
  return (await readStoredTrip(place.library)).title
}

describe('lanyard restore', () => {
  test('lists the versions, goes back to one, and says how to undo that', async () => {
    const place = await placeWithTrip()
    const [empty, full] = place.versions
    const list = await place.lanyard(['restore', 'Lantern Conf 2026', '--list'])
    expect(list.stdout.split('\n')).toEqual([
      expect.stringMatching(/^Version +Last change in it +Entries +Words +What was done$/),
      expect.stringMatching(new RegExp(`^${full} +\\S+ \\S+ +1 +6 +1 added, 1 changed$`)),
      expect.stringMatching(new RegExp(`^${empty} +\\S+ \\S+ +0 +0$`)),
      'Times are those of Europe/Berlin.',
      '',
    ])
    const run = await place.lanyard(['restore', place.tripId, '--version', empty])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect((await readStoredTrip(place.library)).entries).toEqual([])
    expect(await place.json(wayBack(run.stdout))).toMatchObject({ trip: place.tripId, how: 'changed' })
    expect((await readStoredTrip(place.library)).entries).toMatchObject([{ title: 'Arrival' }])
  })

  test('goes back to what one entry was, and leaves the rest', async () => {
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

  test('brings back a trip that cannot be read, and keeps its file', async () => {
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

  test('takes over the content of a file of which only the checksum is wrong, where that is asked for', async () => {
    const place = await placeWithTrip()
    await writeFile(place.file, (await readFile(place.file, 'utf8')).replace('Two trains', 'Three trains'))
    expect(await place.json(['restore', place.tripId, '--keep-content'])).toMatchObject({ how: 'recovered' })
    expect((await readStoredTrip(place.library)).entries).toMatchObject([{ text: 'Three trains and a tram.' }])
  })

  test('makes a trip anew of which only the versions are left, and takes one out of the trash', async () => {
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

  test('refuses with a sentence what is not there, and not to be told which version', async () => {
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
  test('brings a trip that is gone, with its picture and its versions', async () => {
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

  test('goes back to what another library holds, and says how to undo that', async () => {
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
    expect(wayBack(run.stdout).slice(0, 3)).toEqual(['restore', other.tripId.slice(0, 8), '--version'])
  })

  test('refuses with a sentence a trip that is not in it', async () => {
    const place = await placeWithTrip()
    const unknown = await place.lanyard(['restore', 'Nothing', '--from', place.library])
    expect(unknown).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('"Nothing"') })
  })
})
