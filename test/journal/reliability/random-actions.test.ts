import { test } from 'vitest'
import { actAtRandom } from '../../torture/act-at-random.ts'
import { expectHolds } from '../../torture/expect-holds.ts'

/* Small numbers of what `npm run torture` does in large ones. */

test.for([1, 2, 3])(
  'anything at all, done in any order and with starts anew, comes to what a model in memory comes to: seed %i',
  async (seed, { skip }) => {
    expectHolds(await actAtRandom({ runs: 250, seed }), skip)
  },
)
