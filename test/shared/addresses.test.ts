import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import * as addresses from '../../electron/shared/addresses.ts'

test('every address that the window leads to belongs to the home page of the package', () => {
  const all = Object.values(addresses)
  expect(all.length).toBeGreaterThan(0)
  expect(all.filter((address) => !address.startsWith(manifest.homepage))).toEqual([])
})
