import { describe, test } from 'vitest'
import { cutPower } from '../../torture/cut-power.ts'
import { expectHolds, expectLoses } from '../../torture/expect-holds.ts'

/* Smaller versions of the tests in `npm run torture`. */

describe('a power cut while saving loses nothing that was acknowledged', () => {
  test.for(['default', 'noauto_da_alloc'] as const)(
    'a power cut on an ext4, mounted as %s, loses nothing that was acknowledged',
    async (mount, { skip }) => {
      expectHolds(await cutPower({ runs: 3, bytes: 1_000_000, seed: 1, mount }), skip)
    },
  )
})

test('a program that does not sync would be detected', async ({ skip }) => {
  expectLoses(await cutPower({ runs: 2, bytes: 1_000_000, seed: 2, mount: 'default', does: 'lowdb' }), skip)
})
