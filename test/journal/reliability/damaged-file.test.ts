import { readdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { damageFiles } from '../../torture/damage-files.ts'
import { addTrip, codeOf, onlyTripFolder, someLibrary } from '../../support/library.ts'
import { expectHolds } from '../../torture/expect-holds.ts'

/* Smaller versions of the tests in `npm run torture`. */

test('a damaged file is reported as such, never overwritten, and replaced with the newest version on request', async ({
  skip,
}) => {
  expectHolds(await damageFiles({ runs: 120, seed: 1 }), skip)
})

test('a damaged trip is distinguished from a missing one at every start, not only at the first', async () => {
  const library = await someLibrary()
  const trip = await addTrip(library)
  await library.list()
  await library.close()
  await writeFile(join(await onlyTripFolder(library), 'trip.json'), '{')
  for (let start = 0; start < 3; start++) {
    const again = await someLibrary({ folder: library.folder })
    await again.list()
    expect(codeOf(await again.open(trip.id))).toBe('trip.damaged')
    await again.close()
  }
})

test('what a killed process left behind is removed at the next start, wherever in the library it wrote', async () => {
  const library = await someLibrary()
  const trip = await addTrip(library)
  await library.list()
  const kept = await library.keepVersion(trip.id)
  expect(kept.ok).toBe(true)
  await library.close()
  const written = [
    '.cache',
    join('.cache', 'history'),
    join('.history', trip.id),
    basename(await onlyTripFolder(library)),
  ]
  for (const folder of written) {
    // No process has such a high id.
    const name = '.x.json.gz.99999999-11111111-1111-4111-8111-111111111111.tmp'
    await writeFile(join(library.folder, folder, name), 'half')
  }
  const again = await someLibrary({ folder: library.folder })
  await again.list()
  await again.close()
  const left = await readdir(library.folder, { recursive: true })
  expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([])
})
