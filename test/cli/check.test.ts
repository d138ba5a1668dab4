import { rm } from 'node:fs/promises'
import { beforeEach, expect, test } from 'vitest'
import { darmstadt, flags, makePlace, type Place } from './lanyard.ts'

let place: Place
let trip: string
beforeEach(async () => {
  place = await makePlace()
  trip = ((await place.json(['new', ...darmstadt, '--city', 'Darmstadt'])) as { trip: string }).trip
  return () => rm(place.folder, { recursive: true, force: true })
})

test('lanyard check names a misspelt city with the right form, and what the report lacks', async () => {
  const text = 'The conference took place in Darmstad, near Frankfurt.'
  const added = (await place.json(['add', trip, ...flags({ title: 'Arrival', kind: 'note', text })])) as {
    entry: string
  }
  const { remarks } = (await place.json(['check', trip])) as { remarks: Record<string, unknown>[] }
  expect(remarks).toContainEqual({ code: 'place', entryId: added.entry, text: 'Darmstad', suggestion: 'Darmstadt' })
  expect(remarks).toContainEqual({
    code: 'no-date',
    entryId: null,
    text: 'The report has no publication date yet.',
    suggestion: null,
  })
})

test('lanyard check exits with 1 only if it is strict and there is something to look at, for a target too', async () => {
  const lax = await place.lanyard(['check', trip])
  expect(lax.code).toBe(0)
  const strict = await place.lanyard(['check', trip, '--to', 'astro', '--strict', '--json'])
  expect(strict.code).toBe(1)
  const { remarks } = JSON.parse(strict.stdout) as { remarks: { code: string }[] }
  expect(remarks.map(({ code }) => code)).toEqual(['no-entries', 'no-description', 'no-date', 'no-tags'])
})

test('lanyard people lists the people of a trip with their entries, and everybody with their trips', async () => {
  const met = flags({
    kind: 'encounter',
    who: 'Iqbal Abdullah',
    role: 'runs a bakery',
    context: 'in the queue for coffee',
  })
  const added = (await place.json(['add', trip, ...met])) as { entry: string }
  const { people } = (await place.json(['people', trip])) as { people: Record<string, unknown>[] }
  expect(people).toMatchObject([
    {
      name: 'Iqbal Abdullah',
      role: 'runs a bakery',
      context: 'in the queue for coffee',
      wasMet: true,
      entries: [added.entry],
    },
  ])
  const all = (await place.json(['people'])) as { people: { name: string; occurrences: unknown[] }[] }
  expect(all.people.map(({ name, occurrences }) => [name, occurrences.length])).toEqual([['Iqbal Abdullah', 1]])
})
