import { readFile, rm } from 'node:fs/promises'
import { beforeEach, expect, test } from 'vitest'
import { darmstadt, flags, makePlace, type Place } from './lanyard.ts'

let place: Place
let trip: string
beforeEach(async () => {
  place = await makePlace()
  trip = ((await place.json(['new', ...darmstadt, '--city', 'Darmstadt'])) as { trip: string }).trip
  return () => rm(place.folder, { recursive: true, force: true })
})

test('lanyard reports adds a memo of the starred entries, which check and export find by its name', async () => {
  await place.json(['add', trip, ...flags({ title: 'Lunch', kind: 'note', text: 'Soup for all.' })])
  await place.json(['add', trip, '--highlight', ...flags({ title: 'Models', kind: 'note', text: 'Small ones win.' })])
  const added = await place.json(['reports', trip, '--add', 'memo'])
  expect(added).toMatchObject({ report: { name: 'Memo', kind: 'memo', entries: 1 } })
  expect(await place.json(['reports', trip, '--add', 'memo'])).toMatchObject({ report: { name: 'Memo 2' } })
  expect(await place.json(['reports', trip])).toMatchObject({
    reports: [{ id: trip, name: 'Blog post', entries: 2 }, { name: 'Memo' }, { name: 'Memo 2' }],
  })
  const out = ['--to', 'text', '--out', place.folder]
  const { files } = (await place.json(['export', trip, '--report', 'Memo', ...out])) as { files: [string] }
  const text = await readFile(files[0], 'utf8')
  expect(text).toContain('Small ones win.')
  expect(text).not.toContain('Soup')
  const { remarks } = (await place.json(['check', trip, '--report', 'Memo'])) as { remarks: { code: string }[] }
  expect(remarks.map(({ code }) => code)).toContain('empty-section')
})

test('lanyard export names the reports of a trip if there is none of that name', async () => {
  const { code, stderr } = await place.lanyard(['export', trip, '--report', 'Memo', '--to', 'text', '--out', '.'])
  expect(code).toBe(1)
  expect(stderr).toBe(`There is no report “Memo”. The trip has ${trip} (Blog post).\n`)
})

test('lanyard thread prints a report as messages that fit the network', async () => {
  const text = Array.from({ length: 20 }, (_, index) => `Sentence ${index} says what was learnt.`).join(' ')
  await place.json(['add', trip, ...flags({ title: 'Models', kind: 'note', text })])
  const made = (await place.json(['thread', trip, '--network', 'bluesky'])) as { parts: { text: string }[] }
  expect(made).toMatchObject({ trip, report: trip, network: 'bluesky' })
  expect(made.parts.length).toBeGreaterThan(2)
  expect(Math.max(...made.parts.map((part) => part.text.length))).toBeLessThanOrEqual(300)
  const words = made.parts.map((part) => part.text.replace(/\n\n\d+\/\d+$/, '')).join(' ')
  expect(words.match(/Sentence \d+ says what was learnt\./g)).toHaveLength(20)
})
