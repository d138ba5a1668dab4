import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { settingsPath } from '../../electron/journal/settings-path.ts'
import { placeWithTrip } from './place-with-trip.ts'

test('lanyard backup copies what has changed to the folder after --to', async () => {
  const place = await placeWithTrip()
  const stick = join(place.folder, 'stick')
  await mkdir(stick)
  const path = join(stick, 'Lanyard backup')
  const first = await place.json(['backup', '--to', 'stick'])
  expect(first).toEqual({ path, trips: 1, copied: 1, photos: 1, versions: 2, notes: [], problems: [] })
  expect(await readFile(join(path, place.tripFolder, 'trip.json'), 'utf8')).toBe(await readFile(place.file, 'utf8'))
  const run = await place.lanyard(['backup', '--to', stick])
  expect(run).toEqual({
    code: 0,
    stderr: '',
    stdout: `${path} holds 1 trip. Nothing had changed since the last backup.\n`,
  })
})

test('lanyard backup says why it fails if no folder is chosen, or if the folder is missing', async () => {
  const place = await placeWithTrip()
  const unchosen = await place.lanyard(['backup'])
  expect(unchosen).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('--to') })
  const missing = await place.lanyard(['backup', '--to', 'nowhere'])
  expect(missing).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('Could not find the backup folder'),
  })
  expect(await readdir(place.folder)).not.toContain('nowhere')
})

test('lanyard backup exits with code 1 if something could not be copied', async () => {
  const place = await placeWithTrip()
  await mkdir(join(place.folder, 'stick'))
  await writeFile(place.file, '{')
  const run = await place.lanyard(['backup', '--to', 'stick', '--json'])
  expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining(place.tripFolder) })
  expect(JSON.parse(run.stdout)).toMatchObject({ copied: 0, problems: [expect.stringContaining(place.tripFolder)] })
})

test('lanyard backup uses the folder in the settings, and other commands bring that copy up to date', async () => {
  const place = await placeWithTrip()
  const stick = join(place.folder, 'stick')
  await mkdir(stick)
  const settings = settingsPath({ XDG_CONFIG_HOME: join(place.folder, 'config') }, process.platform, place.folder)
  await mkdir(dirname(settings), { recursive: true })
  await writeFile(settings, JSON.stringify({ backup: stick }))
  expect(await place.json(['backup'])).toMatchObject({ copied: 1 })
  const add = (text: string) =>
    place.lanyard(['add', place.tripId, '--title', 'Dinner', '--day', '2026-04-14', '--text', text])
  await add('Soup.')
  expect(await readFile(join(stick, 'Lanyard backup', place.tripFolder, 'trip.json'), 'utf8')).toContain('Soup.')
  // A drive that was left at home is no reason to complain about a save.
  await rm(stick, { recursive: true })
  expect(await add('Tea.')).toMatchObject({ code: 0, stderr: '' })
  await writeFile(stick, 'a file')
  expect(await add('Cake.')).toMatchObject({ code: 0, stderr: expect.stringContaining('is not a folder') })
})
