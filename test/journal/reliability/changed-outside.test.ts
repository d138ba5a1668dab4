import { test } from 'vitest'
import { changeOutside } from '../../torture/change-outside.ts'
import { expectHolds } from '../../torture/expect-holds.ts'

/* Smaller versions of the tests in `npm run torture`. */

test('whatever somebody else does to the file of an open trip, nobody’s words are overwritten silently', async ({
  skip,
}) => {
  expectHolds(await changeOutside({ runs: 24, seed: 1 }), skip)
})
