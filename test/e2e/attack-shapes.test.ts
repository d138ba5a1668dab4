import { test } from 'vitest'
import { expectHeld } from '../attack/expect-rows.ts'
import { attackWindowWithTexts } from '../attack/window-shapes.ts'

/**
 * The time that a thread may be blocked, in milliseconds. This does not measure the program, which needs a small part of it
 * on an idle machine, but tells it from one that hangs.
 */
const limits = { page: 5_000, main: 2_000 }

/* A smaller version of the attack in `npm run attack`. */

test('texts that are hard to show keep neither the page nor the main process from working, in any place', async () => {
  expectHeld(await attackWindowWithTexts({ count: 1, seed: 4, control: false }, limits))
})
