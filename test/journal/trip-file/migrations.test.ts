import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import { decodeTrip, encodeTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import { migrations } from '../../../electron/journal/trip-file/migrations.ts'
import { keepOriginal } from '../../../electron/journal/history/keep-original.ts'
import { type Migration, migrateTrip, versionOf } from '../../../electron/journal/trip-file/migrate.ts'
import { tripJsonSchema } from '../../../electron/journal/trip-file/trip-json-schema.ts'
import { TRIP_SCHEMA_VERSION } from '../../../electron/shared/trip.ts'
import { createBrokenDisk } from '../../support/broken-disk.ts'
import { strayFiles, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { idOf } from '../../support/written-trip.ts'

const fixture = (version: number) => readFile(`test/fixtures/trip-version-${version}/trip.json`)
const everyVersion = Array.from({ length: TRIP_SCHEMA_VERSION }, (_, index) => index + 1)

describe('the format of the trip file', () => {
  it('there is a migration from each version of the format to the next', () => {
    expect(migrations.map(({ from }) => from)).toEqual(everyVersion.slice(0, -1))
  })

  it.each(everyVersion)('a trip file of version %i opens', async (version) => {
    const bytes = await fixture(version)
    expect(versionOf(JSON.parse(bytes.toString()) as Record<string, unknown>)).toBe(version)
    expect(valueOf(decodeTrip(bytes, 'trip.json')).schemaVersion).toBe(TRIP_SCHEMA_VERSION)
  })

  it('a trip file of this version is written as it was read, byte for byte', async () => {
    const bytes = await fixture(TRIP_SCHEMA_VERSION)
    const trip = valueOf(decodeTrip(bytes, 'trip.json'))
    expect(Buffer.from(encodeTrip(trip)).toString()).toBe(bytes.toString())
  })

  it('docs/trip.schema.json is up to date (if not: node electron/journal/trip-file/write-json-schema.ts)', async () => {
    expect(await readFile('docs/trip.schema.json', 'utf8')).toBe(tripJsonSchema())
  })

  it('the documentation of the format has every key of a trip file', async () => {
    const description = await readFile('docs/file-format.md', 'utf8')
    const names = new Set(
      Array.from((await fixture(TRIP_SCHEMA_VERSION)).toString().matchAll(/"([a-zA-Z0-9]+)": /g), ([, name]) => name),
    )
    expect([...names].filter((name) => !description.includes(`\`${name}\``))).toEqual([])
  })
})

describe('an older trip file', () => {
  const steps: Migration[] = [
    { from: 2, description: 'Names are titles.', migrate: ({ name, ...trip }) => ({ ...trip, title: name }) },
    { from: 1, description: 'Trips have moods.', migrate: (trip) => ({ ...trip, mood: 'good' }) },
  ]
  const old = Object.freeze({ schemaVersion: 1, name: 'FOSDEM' })

  it('an older trip file passes through each migration in order, and is itself unchanged', () => {
    expect(migrateTrip(old, steps, 3)).toEqual({ schemaVersion: 3, mood: 'good', title: 'FOSDEM' })
    expect(migrateTrip({ schemaVersion: 2, name: 'FOSDEM' }, steps, 3)).toEqual({ schemaVersion: 3, title: 'FOSDEM' })
  })

  it('a trip file that is not older is unchanged', () => {
    expect(migrateTrip(old, steps, 1)).toBe(old)
  })

  it('a trip file is refused if a migration is missing, or if it states no version', () => {
    expect(() => migrateTrip(old, steps, 4)).toThrow('from version 3')
    expect(() => migrateTrip({ schemaVersion: 0 }, steps, 3)).toThrow('from version 0')
    for (const schemaVersion of [undefined, null, '1', -1, 1.5]) {
      expect(() => migrateTrip({ schemaVersion }, steps, 3)).toThrow('does not say')
    }
  })
})

describe('the file from before a migration', () => {
  const tripId = idOf(1)

  it('the file from before a migration is kept byte for byte, and once', async () => {
    const library = await temporaryFolder()
    const bytes = await fixture(1)
    const path = await keepOriginal(library, tripId, 1, bytes, nodeFileSystem)
    expect(await readFile(path)).toEqual(bytes)
    expect(await keepOriginal(library, tripId, 1, bytes, nodeFileSystem)).toBe(path)
    expect(await readdir(join(library, '.history', tripId))).toEqual(['trip.version-1.json'])
  })

  it('the file from before a migration does not replace another one', async () => {
    const library = await temporaryFolder()
    await mkdir(join(library, '.history', tripId), { recursive: true })
    await writeFile(join(library, '.history', tripId, 'trip.version-1.json'), 'kept before')
    const path = await keepOriginal(library, tripId, 1, await fixture(1), nodeFileSystem)
    expect(path).toMatch(/trip\.version-1-2\.json$/)
    expect(await readFile(join(library, '.history', tripId, 'trip.version-1.json'), 'utf8')).toBe('kept before')
  })

  it('the file from before a migration is kept completely or the failure is reported, whichever operation fails', async () => {
    const bytes = await fixture(1)
    for (let which = 1; which < 20; which++) {
      const library = await temporaryFolder()
      const disk = createBrokenDisk()
      disk.fail(which, 'EIO', true)
      const kept = await keepOriginal(library, tripId, 1, bytes, disk).catch(() => null)
      disk.reset()
      const left = kept === null ? bytes : await readFile(kept)
      expect(left).toEqual(bytes)
      expect(await strayFiles(library)).toEqual([])
    }
  })
})
