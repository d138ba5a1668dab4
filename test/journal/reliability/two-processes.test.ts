import { test } from 'vitest'
import { writeTogether } from '../../torture/write-together.ts'
import { expectHolds } from '../../torture/expect-holds.ts'

/* Small numbers of what `npm run torture` does in large ones. */

test('two processes that save in one trip lose nothing of each other, also where one is killed', async ({ skip }) => {
  expectHolds(await writeTogether({ runs: 2, bytes: 1_000_000, seed: 1 }), skip)
})
