import { test } from 'vitest'
import { expectFound, expectHeld } from '../attack/expect-rows.ts'
import { attackChannels } from '../attack/foreign-callers.ts'

/* Smaller versions of the attacks in `npm run attack`. */

test('no page but ours can call a channel: not with our preload, not from a frame, and not while it disappears', async () => {
  expectHeld(await attackChannels({ count: 34, seed: 1, control: false }))
})

test('a program that does not ask who calls is noticed', async () => {
  expectFound(await attackChannels({ count: 17, seed: 1, control: true }))
})
