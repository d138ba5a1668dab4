import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { decodeTrip } from '../../electron/journal/trip-file/trip-file.ts'
import { valueOf } from '../support/library.ts'
import { newerFile } from '../support/other-formats.ts'
import { darmstadt, makePlace } from './lanyard.ts'

const sentence =
  /^This trip was written by a newer version of Lanyard\. It can be read and exported here, and not changed\./

test('lanyard shows and exports a trip that a newer Lanyard wrote, but does not change it', async () => {
  const place = await makePlace()
  onTestFinished(() => rm(place.folder, { recursive: true, force: true }))
  const { trip: id } = (await place.json(['new', ...darmstadt])) as { trip: string }
  await place.lanyard(['add', id, '--day', '2026-04-14', '--title', 'Lunch', '--text', 'Soup and bread.'])
  const file = join(place.library, '2026-04-14-pycon-de-2026', 'trip.json')
  const trip = valueOf(decodeTrip(await readFile(file), file))
  const bytes = newerFile({ ...trip, title: 'PyCon DE, later' })
  await writeFile(file, bytes)

  expect(await place.json(['trips'])).toMatchObject([{ id, title: 'PyCon DE, later' }])
  const shown = await place.lanyard(['show', 'PyCon DE, later'])
  expect(shown.stdout).toContain('Lunch')
  expect(shown.stderr).toMatch(sentence)
  const exported = await place.lanyard(['export', id, '--to', 'text', '--out', place.folder])
  expect(exported.code).toBe(0)
  const added = await place.lanyard(['add', id, '--day', '2026-04-14', '--title', 'Dinner', '--text', 'Rice.'])
  expect(added.code).toBe(1)
  expect(added.stderr).toMatch(sentence)
  expect(await readFile(file)).toEqual(bytes)
})
