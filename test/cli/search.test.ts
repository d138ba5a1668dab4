import { rm } from 'node:fs/promises'
import { beforeEach, expect, test } from 'vitest'
import { darmstadt, makePlace, type Place } from './lanyard.ts'

let place: Place
let trip: string

beforeEach(async () => {
  place = await makePlace()
  ;({ trip } = (await place.json(['new', ...darmstadt])) as { trip: string })
  const add = (...more: string[]) => place.json(['add', trip, '--day', '2026-04-14', ...more])
  await add('--title', 'Arrival', '--text', 'Two trains.\n\nAnd a **tram** to Zürich.')
  await add(
    '--title',
    'Heat pumps',
    '--speaker',
    'Zoë Ek',
    '--tag',
    'Energy',
    '--text',
    'No tram here.',
    '--kind',
    'talk',
  )
  await place.json(['new', ...darmstadt, '--title', 'Harbour Days'])
  return () => rm(place.folder, { recursive: true, force: true })
})

test('lanyard search prints each hit with its sentence, as JSON and as a list', async () => {
  expect(await place.json(['search', 'zurich', 'tram'])).toEqual({
    hits: [
      {
        tripId: trip,
        entryId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        day: '2026-04-14',
        title: 'Arrival',
        sentence: 'And a tram to Zürich.',
      },
    ],
    total: 1,
  })
  const run = await place.lanyard(['search', '"a tram"'])
  expect(run).toMatchObject({ code: 0, stderr: '' })
  expect(run.stdout).toBe('Arrival, PyCon DE 2026, 14 April 2026\n  And a tram to Zürich.\n\n1 hit\n')
})

test('lanyard search can be narrowed, and says when it finds nothing', async () => {
  const titles = async (...args: string[]) => {
    const { hits } = (await place.json(['search', 'tram', ...args])) as { hits: { title: string }[] }
    return hits.map(({ title }) => title)
  }
  expect(await titles()).toHaveLength(2)
  expect(await titles('--kind', 'talk')).toEqual(['Heat pumps'])
  expect(await titles('--person', 'zoe ek', '--tag', 'energy', '--trip', 'PyCon DE 2026')).toEqual(['Heat pumps'])
  expect(await titles('--trip', 'Harbour Days')).toEqual([])
  expect((await place.lanyard(['search', 'qqqq'])).stdout).toBe('Nothing found.\n')
  expect(await place.lanyard(['search', 'tram', '--day', 'yesterday'])).toMatchObject({ code: 2, stdout: '' })
})
