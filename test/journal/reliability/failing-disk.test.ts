import { test } from 'vitest'
import { failOperations } from '../../torture/fail-operations.ts'
import { expectHolds } from '../../torture/expect-holds.ts'

/* Small numbers of what `npm run torture` does in large ones. */

test('whichever operation of the disk fails, and however, there is the old state or the new one, and no false word', async ({
  skip,
}) => {
  expectHolds(await failOperations({ runs: 70, seed: 1 }), skip)
})
