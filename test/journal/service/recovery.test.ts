import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Engine } from '../../../electron/journal/engine.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { ask, someEngine } from '../../support/engine.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import { someTrip } from '../../support/trips.ts'

interface Prepared {
  engine: Engine
  trip: Trip
  /** The name of the trip's folder. */
  folder: string
  file: string
  good: Buffer
  /** Restarts the engine, so that nothing is known except what is on the disk. */
  again: () => Promise<Engine>
}

/** A trip with two versions; the second of them is the content of its file. */
async function prepare(): Promise<Prepared> {
  const engine = await someEngine()
  const documents = join(engine.context.library.folder, '..')
  const { id: tripId } = valueOf(await ask(engine, 'trips.create', someTrip())).trip
  const fields = { kind: 'note', title: 'Lunch', text: 'Soup – “good” 🎪.' } as const
  const added = await ask(engine, 'entries.add', { tripId, kind: 'note', day: '2026-04-14', start: null, fields })
  await engine.close()
  const library = engine.context.library.folder
  const folder = (await readdir(library)).find((name) => !name.startsWith('.')) ?? ''
  const file = join(library, folder, 'trip.json')
  return {
    engine,
    trip: valueOf(added).trip,
    folder,
    file,
    good: await readFile(file),
    again: () => someEngine({ documents }),
  }
}

const damages: [string, (good: Buffer) => Buffer | string][] = [
  ['is empty', () => ''],
  ['holds null', () => 'null'],
  ['holds an empty object', () => '{}'],
  ['holds NULs', (good) => Buffer.alloc(good.byteLength)],
  ['begins with a byte order mark', (good) => Buffer.concat([Buffer.from('\uFEFF'), good])],
  ['is in Latin-1', (good) => Buffer.from(good.toString().replaceAll(/[–“”🎪]/gu, 'ü'), 'latin1')],
  ['was cut off at the half', (good) => good.subarray(0, good.byteLength / 2)],
  ['has lost its last byte but one', (good) => good.subarray(0, -2)],
  ['ends in what was there before', (good) => Buffer.concat([good, good.subarray(-100)])],
]

describe('a trip whose file', () => {
  it.each(damages)(
    'a trip whose file %s is listed as unreadable, can be restored from its history, and its file is kept',
    async (_, damage) => {
      const { trip, folder, file, good, again } = await prepare()
      const bad = Buffer.from(damage(good))
      await writeFile(file, bad)
      const engine = await again()
      expect(valueOf(await ask(engine, 'library.list', {})).unreadable.map((found) => found.folder)).toEqual([folder])

      const found = valueOf(await ask(engine, 'recovery.inspect', { folder }))
      expect(found).toMatchObject({ folder, kept: [], title: trip.title })
      expect(found.versions.map(({ savedAt }) => savedAt)).toEqual([trip.updatedAt, trip.createdAt])

      const versionId = found.versions[0]?.versionId ?? ''
      const { keptAs } = valueOf(await ask(engine, 'recovery.restore', { folder, versionId }))
      expect(await readFile(keptAs ?? '')).toEqual(bad)
      expect(await readFile(file)).toEqual(good)
      expect(valueOf(await ask(engine, 'trips.open', { tripId: trip.id }))).toEqual(trip)
      expect(valueOf(await ask(engine, 'library.list', {})).unreadable).toEqual([])
    },
  )

  it('a trip whose file is missing can be restored from its history', async () => {
    const { trip, folder, file, again } = await prepare()
    await rm(file)
    const engine = await again()
    expect(valueOf(await ask(engine, 'library.list', {})).unreadable).toMatchObject([
      { folder, error: { code: 'trip.without-file' } },
    ])
    const found = valueOf(await ask(engine, 'recovery.inspect', { folder }))
    expect(found.kind).toBe('missing')
    const versionId = found.versions[0]?.versionId ?? ''
    expect(valueOf(await ask(engine, 'recovery.restore', { folder, versionId })).keptAs).toBeNull()
    expect(valueOf(await ask(engine, 'trips.open', { tripId: trip.id }))).toEqual(trip)
  })

  it('the content of a trip whose file does not match its checksum can be accepted unchanged', async () => {
    const { trip, folder, file, good, again } = await prepare()
    await writeFile(file, good.toString().replace('Soup', 'Stew'))
    const engine = await again()
    const found = valueOf(await ask(engine, 'recovery.inspect', { folder }))
    expect(found.kind).toBe('checksum')
    expect(found.readable?.entries[0]?.text).toBe('Stew – “good” 🎪.')
    const { keptAs } = valueOf(await ask(engine, 'recovery.adopt', { folder }))
    expect(await readFile(keptAs ?? '', 'utf8')).toContain('Stew')
    expect(valueOf(await ask(engine, 'trips.open', { tripId: trip.id })).entries[0]?.text).toBe('Stew – “good” 🎪.')
  })

  it('a trip whose file a newer Lanyard wrote is shown as far as it is understood, and left alone', async () => {
    const { folder, file, trip, again } = await prepare()
    const [entry] = trip.entries
    const newer = { ...trip, schemaVersion: 2, mood: 'good', entries: [{ ...entry, weather: { rain: true } }] }
    await writeFile(file, JSON.stringify(newer))
    const engine = await again()
    expect(valueOf(await ask(engine, 'trips.open', { tripId: trip.id }))).toEqual(trip)
    const { refusal } = valueOf(await ask(engine, 'trips.access', { tripId: trip.id }))
    expect(refusal?.code).toBe('trip.newer')
    const found = valueOf(await ask(engine, 'recovery.inspect', { folder }))
    expect(found.kind).toBe('newer')
    expect(found.readable).toEqual(trip)
    const versionId = found.versions[0]?.versionId ?? ''
    expect(codeOf(await ask(engine, 'recovery.restore', { folder, versionId }))).toBe('trip.newer')
    expect(codeOf(await ask(engine, 'recovery.adopt', { folder }))).toBe('trip.newer')
    expect(await readFile(file, 'utf8')).toBe(JSON.stringify(newer))
  })

  it('a trip whose file a newer Lanyard wrote in an unknown form is not shown', async () => {
    const { folder, file, trip, again } = await prepare()
    await writeFile(file, JSON.stringify({ ...trip, schemaVersion: 2, entries: { of: 'another form' } }))
    const engine = await again()
    expect(valueOf(await ask(engine, 'recovery.inspect', { folder }))).toMatchObject({ kind: 'newer', readable: null })
  })
})

describe('recovery', () => {
  it('an unreadable trip does not block the rest of the library', async () => {
    const { engine, file, folder } = await prepare()
    const other = valueOf(await ask(engine, 'trips.create', someTrip({ title: 'FOSDEM' }))).trip
    await writeFile(file, 'garbage')
    const listed = valueOf(await ask(engine, 'library.list', {}))
    expect(listed.trips.map(({ title }) => title)).toEqual(['FOSDEM'])
    expect(listed.unreadable.map((found) => found.folder)).toEqual([folder])
    valueOf(await ask(engine, 'trips.save', { tripId: other.id, changes: { city: 'Brussels' } }))
  })

  it('recovery finds the versions of a renamed folder by what is left of its file', async () => {
    const { trip, file, good, again } = await prepare()
    const library = join(file, '..', '..')
    await cp(join(file, '..'), join(library, 'renamed'), { recursive: true })
    await rm(join(file, '..'), { recursive: true })
    await writeFile(join(library, 'renamed', 'trip.json'), good.subarray(0, 300))
    const found = valueOf(await ask(await again(), 'recovery.inspect', { folder: 'renamed' }))
    expect(found.versions[0]?.savedAt).toBe(trip.updatedAt)
  })

  it('recovery keeps each damaged file, even if there are several in a row', async () => {
    const { folder, file, again } = await prepare()
    for (const bad of ['one', 'two', 'two']) {
      await writeFile(file, bad)
      const engine = await again()
      const found = valueOf(await ask(engine, 'recovery.inspect', { folder }))
      const versionId = found.versions[0]?.versionId ?? ''
      valueOf(await ask(engine, 'recovery.restore', { folder, versionId }))
    }
    const kept = (await readdir(join(file, '..'))).filter((name) => name.startsWith('trip.json.corrupt-'))
    const texts = await Promise.all(kept.toSorted().map((name) => readFile(join(file, '..', name), 'utf8')))
    expect(texts).toEqual(['one', 'two', 'two'])
  })

  it('recovery is refused for a readable trip, and for anything that is not a folder of the library', async () => {
    const { engine, folder, file } = await prepare()
    await mkdir(join(file, '..', '..', '..', 'outside'))
    expect(codeOf(await ask(engine, 'recovery.inspect', { folder }))).toBe('input.nothing-to-recover')
    for (const other of ['..', '.', '.history', '../outside', 'nowhere', `${folder}/..`, '/etc']) {
      expect(codeOf(await ask(engine, 'recovery.inspect', { folder: other }))).toBe('trip.folder-missing')
      const restore = { folder: other, versionId: '20260101T000000000Z' }
      expect(codeOf(await ask(engine, 'recovery.restore', restore))).toBe('trip.folder-missing')
    }
  })

  it('recovery names the trip and offers the newest version, whatever the damage', async () => {
    const { trip, folder, file, good, again } = await prepare()
    const engine = await again()
    const damaged = fc.oneof(
      fc.nat(good.byteLength - 1).map((length) => good.subarray(0, length)),
      fc.tuple(fc.nat(good.byteLength - 1), fc.integer({ min: 1, max: 255 })).map(([index, flip]) => {
        const bytes = Buffer.from(good)
        bytes[index] = (bytes[index] ?? 0) ^ flip
        return bytes
      }),
    )
    await fc.assert(
      fc.asyncProperty(damaged, async (bad) => {
        await writeFile(file, bad)
        const found = valueOf(await ask(engine, 'recovery.inspect', { folder }))
        expect(found.versions[0]?.savedAt).toBe(trip.updatedAt)
        expect(await readFile(file)).toEqual(bad)
      }),
      { numRuns: 100 },
    )
  })
})
