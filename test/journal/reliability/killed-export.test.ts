import { test } from 'vitest'
import { killExports } from '../../torture/kill-export.ts'
import { expectHolds } from '../../torture/expect-holds.ts'

/* Small numbers of what `npm run torture` does in large ones. */

test('an export that is killed is there as a whole or not at all, whatever the target', async ({ skip }) => {
  expectHolds(await killExports({ runs: 1, seed: 1 }), skip)
})
