import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTripApart } from '../../../electron/journal/trip-file/read-apart.ts'
import { encodeTrip, readTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import { weighJson } from '../../../electron/journal/trip-file/weigh-json.ts'
import { addTrip, someLibrary, someNote, tripWith, valueOf } from '../../support/library.ts'

const MEGABYTE = 1024 * 1024

function manyKeys(bytes: number): string {
  const keys: string[] = []
  for (let size = 0, number = 0; size < bytes; number++) {
    const key = `"k${number}":1`
    keys.push(key)
    size += key.length + 1
  }
  return `{${keys.join(',')}}`
}

const shapes: [string, string][] = [
  ['brackets', '['.repeat(MEGABYTE)],
  ['closed brackets', '['.repeat(MEGABYTE) + ']'.repeat(MEGABYTE)],
  ['objects in objects', `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`],
  ['names', manyKeys(8 * MEGABYTE)],
  ['empty objects', `[${'{},'.repeat(4 * MEGABYTE)}{}]`],
]

describe('a trip’s file that was made to take long', () => {
  test.for(shapes)('of %s is refused, and nothing waits for it', async ([, text]) => {
    const bytes = Buffer.from(text)
    expect(weighJson(bytes)).not.toBe('light')
    const read = await readTripApart(bytes, 'trip.json')
    expect(read).toMatchObject({ ok: false, error: { code: 'trip.damaged' } })
  })

  test('keeps nobody from another trip while it is read', async () => {
    const library = await someLibrary()
    const good = await addTrip(library, [], { title: 'Good' })
    const odd = await addTrip(library, [], { title: 'Odd' })
    await writeFile(join(valueOf(await library.placeOf(odd.id)), 'trip.json'), manyKeys(24 * MEGABYTE))
    const again = await someLibrary({ folder: library.folder })
    const listing = again.list()
    valueOf(await library.update(good.id, (trip) => ({ ok: true, value: { ...trip, title: 'Saved meanwhile' } })))
    const listed = valueOf(await listing)
    expect(listed.unreadable.map(({ error }) => error.code)).toEqual(['trip.damaged'])
    expect(valueOf(await again.open(good.id)).title).toBe('Saved meanwhile')
  })
})

describe('a large trip', () => {
  test('that somebody opens does not wait for the list of trips, which comes to many that take too long', async () => {
    const large = Array.from({ length: 4000 }, (_, number) => someNote({ title: `Note ${number}` }))
    const bytes = encodeTrip(tripWith(large))
    // Each differs, so that none is known to be hopeless.
    const stuck = [6, 7].map((size) => Buffer.from(manyKeys(size * MEGABYTE)))
    const listed: number[] = []
    const listing = stuck.map(async (odd, index) => {
      await readTripApart(odd, 'trip.json', {}, 'list')
      listed.push(index)
    })
    expect((await readTripApart(bytes, 'trip.json')).ok).toBe(true)
    expect(listed.length).toBeLessThan(stuck.length)
    await Promise.all(listing)
  })

  const notes = Array.from({ length: 4000 }, (_, number) =>
    someNote({ title: `Note ${number}`, text: 'Words, "said".' }),
  )
  const trip = tripWith(notes)

  test('is read in a thread as it is read here, with or without its checksum', async () => {
    const bytes = encodeTrip(trip)
    expect(weighJson(bytes)).toBe('heavy')
    expect(await readTripApart(bytes, 'trip.json')).toEqual(readTrip(bytes, 'trip.json'))
    const flipped = Buffer.from(bytes)
    flipped.write('W0rds', flipped.lastIndexOf('Words'))
    expect(await readTripApart(flipped, 'trip.json')).toEqual(readTrip(flipped, 'trip.json'))
    const edited = { isEdited: true }
    expect(await readTripApart(flipped, 'trip.json', edited)).toEqual(readTrip(flipped, 'trip.json', edited))
  })

  test('can be opened, changed and opened again', async () => {
    const library = await someLibrary()
    const { id } = valueOf(await library.create(trip)).trip
    const again = await someLibrary({ folder: library.folder })
    expect(valueOf(await again.open(id)).entries).toHaveLength(4000)
    valueOf(await again.update(id, (state) => ({ ok: true, value: { ...state, title: 'Changed' } })))
    expect(valueOf(await library.open(id)).title).toBe('Changed')
  })
})

test('brackets in words do not make a text heavy, and quotes in words do not end them', () => {
  const text = JSON.stringify({ text: `${'['.repeat(50_000)}"\\"${',:{'.repeat(50_000)}\\` })
  expect(weighJson(Buffer.from(text))).toBe('light')
  expect(weighJson(Buffer.from(`["a\\\\",${'1,'.repeat(50_000)}1]`))).toBe('heavy')
})
