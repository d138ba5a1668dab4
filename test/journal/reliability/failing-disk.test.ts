import { test } from 'vitest'
import { failOperations } from '../../torture/fail-operations.ts'
import { expectHolds } from '../../torture/expect-holds.ts'

/* Smaller versions of the tests in `npm run torture`. */

test('whichever operation of the disk fails, and however, the state is the old or the new one, as reported', async ({
  skip,
}) => {
  expectHolds(await failOperations({ runs: 70, seed: 1 }), skip)
})
