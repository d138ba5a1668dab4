import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { placeWithTrip } from './place-with-trip.ts'

test('lanyard verify says that it found no problems', async () => {
  const place = await placeWithTrip()
  const run = await place.lanyard(['verify'])
  expect(run).toMatchObject({ code: 0, stderr: '' })
  expect(run.stdout).toMatch(
    /^Read 1 trip, 1 entry, 1 picture and 2 earlier versions: [\d.]+ kB in .*library\.\nNo problems were found\.\n$/,
  )
})

test('lanyard verify exits with code 1 and lists damage before what is only worth knowing', async () => {
  const place = await placeWithTrip()
  await writeFile(place.file, (await readFile(place.file, 'utf8')).replace('trains', 'brains'))
  await mkdir(join(place.library, '1 of my own'))
  const run = await place.lanyard(['verify'])
  expect(run.code).toBe(1)
  expect(run.stdout.split('\n').slice(1, 4)).toEqual([
    expect.stringContaining(`PROBLEM  ${place.tripFolder}/trip.json: `),
    expect.stringContaining('note     1 of my own: '),
    '1 problem was found.',
  ])
  const json = await place.lanyard(['verify', '--json', '--library', place.library])
  expect(json.code).toBe(1)
  expect(JSON.parse(json.stdout)).toMatchObject({
    trips: 0,
    versions: 2,
    findings: [{ kind: 'note' }, { kind: 'problem', place: `${place.tripFolder}/trip.json` }],
  })
})

test('lanyard verify says why it fails if there is no library', async () => {
  const place = await placeWithTrip()
  const run = await place.lanyard(['verify', '--library', 'nowhere'])
  expect(run).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('nowhere') })
})
