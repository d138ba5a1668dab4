import { expect, test } from 'vitest'
import { expectFound, expectHeld } from '../attack/expect-rows.ts'
import { attackWindowAddresses } from '../attack/window-addresses.ts'

test('no address, as Chromium reads it, gets a byte from outside of the page and the library', async () => {
  const rows = await attackWindowAddresses({ count: 250, seed: 7, control: false })
  expectHeld(rows)
  expect(rows.length).toBeGreaterThan(0)
})

test('the attack with addresses in the window finds a protocol that decodes and joins paths', async () => {
  expectFound(await attackWindowAddresses({ count: 250, seed: 2, control: true }))
})
