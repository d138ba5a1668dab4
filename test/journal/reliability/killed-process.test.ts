import { test } from 'vitest'
import { killSavingEngine } from '../../torture/kill-engine.ts'
import { killPhotos } from '../../torture/kill-photos.ts'
import { expectHolds } from '../../torture/expect-holds.ts'

/* Smaller versions of the tests in `npm run torture`. */

test('a process that is killed while it saves has kept every save that it acknowledged', async ({ skip }) => {
  expectHolds(await killSavingEngine({ runs: 8, bytes: 1_000_000, seed: 1 }), skip)
})

test('a process that is killed while it saves a trip of 10 MB has kept every save that it acknowledged', async ({
  skip,
}) => {
  expectHolds(await killSavingEngine({ runs: 2, bytes: 10_000_000, seed: 2 }), skip)
})

test('a process that is killed while it adds pictures leaves none that is missing or broken', async ({ skip }) => {
  expectHolds(await killPhotos({ runs: 6, seed: 3 }), skip)
})
