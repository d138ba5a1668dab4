import { test } from 'vitest'
import { actAtRandom } from '../../torture/act-at-random.ts'
import { expectHolds } from '../../torture/expect-holds.ts'

/* Smaller versions of the tests in `npm run torture`. */

test.for([1, 2, 3])(
  'random actions in any order, with restarts, give the same result as an in-memory model: seed %i',
  async (seed, { skip }) => {
    expectHolds(await actAtRandom({ runs: 250, seed }), skip)
  },
)
