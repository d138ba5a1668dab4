import { test } from 'vitest'
import { killExports } from '../../torture/kill-export.ts'
import { expectHolds } from '../../torture/expect-holds.ts'

/* Smaller versions of the tests in `npm run torture`. */

test('a killed export is either complete or missing, whatever it consists of', async ({ skip }) => {
  expectHolds(await killExports({ runs: 1, seed: 1 }), skip)
})
