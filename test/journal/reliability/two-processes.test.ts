import { test } from 'vitest'
import { writeTogether } from '../../torture/write-together.ts'
import { expectHolds } from '../../torture/expect-holds.ts'

/* Smaller versions of the tests in `npm run torture`. */

test('two processes that save to one trip lose nothing of each other’s, even if one is killed', async ({ skip }) => {
  expectHolds(await writeTogether({ runs: 2, bytes: 1_000_000, seed: 1 }), skip)
})
