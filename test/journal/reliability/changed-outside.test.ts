import { test } from 'vitest'
import { changeOutside } from '../../torture/change-outside.ts'
import { expectHolds } from '../../torture/expect-holds.ts'

/* Small numbers of what `npm run torture` does in large ones. */

test('whatever somebody else does to the file of an open trip, nobody’s words are overwritten in silence', async ({
  skip,
}) => {
  expectHolds(await changeOutside({ runs: 24, seed: 1 }), skip)
})
